using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.NodeStatus;

/// <inheritdoc />
internal sealed class OwnHealth(HealthWatch watch, BackupRecords records) : IOwnHealth
{
    /// <inheritdoc />
    public Grade? Latest => watch.Latest;

    /// <inheritdoc />
    public async Task<DateTimeOffset?> RestoreProvenAt(CancellationToken cancellationToken) =>
        (await records.Of(Recorded.Drill, cancellationToken).ConfigureAwait(false)) is { Code: "", SucceededAt: var at } ? at : null;
}
