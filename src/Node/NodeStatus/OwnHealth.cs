using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.NodeStatus;

/// <inheritdoc />
internal sealed class OwnHealth(HealthWatch watch, BackupRecords records, TimeProvider clock) : IOwnHealth
{
    /// <inheritdoc />
    public Grade? Latest => watch.Latest;

    /// <inheritdoc />
    /// <remarks>What was noted while the clock was ahead proves nothing until then.</remarks>
    public async Task<DateTimeOffset?> RestoreProvenAt(CancellationToken cancellationToken) =>
        (await records.Of(Recorded.Drill, cancellationToken).ConfigureAwait(false)) is { SucceededAt: { } at } && at <= clock.GetUtcNow() ? at : null;
}
