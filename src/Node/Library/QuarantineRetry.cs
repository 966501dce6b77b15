using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Feed;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Gives what an older version of this program did not understand another chance at every start, before the followers run. Costs one look at an index while nothing is quarantined.
/// </summary>
internal sealed partial class QuarantineRetry(Quarantine quarantine, ILogger<QuarantineRetry> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var accepted = await quarantine.RetryQuarantined(cancellationToken).ConfigureAwait(false);
        if (accepted > 0)
        {
            LogAccepted(accepted);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} quarantined items are understood now")]
    private partial void LogAccepted(int count);
}
