using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>Tells of an outage of the database, whoever met it: one line when it begins, one when it ends. It finds the end out by itself, since a quiet node may not write for hours.</summary>
internal sealed partial class StorageWatch(StorageOutage outage, Database database, TimeProvider clock, ILogger<StorageWatch> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var failure = await outage.Beginning.WaitAsync(stoppingToken).ConfigureAwait(false);
                var began = clock.GetTimestamp();
                var what = StorageFailure.Explain(failure, database.Where)?.Line ?? failure.Message;
                LogAway(what);
                do
                {
                    await Task.Delay(Tick, clock, stoppingToken).ConfigureAwait(false);
                }
                while (!await IsBack(stoppingToken).ConfigureAwait(false));
                outage.End();
                var lasted = clock.GetElapsedTime(began);
                LogBack(database.Where, lasted);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node ends while the database is away, or nothing was wrong with it.
        }
    }

    private async Task<bool> IsBack(CancellationToken cancellationToken)
    {
        try
        {
            await database.Try(cancellationToken).ConfigureAwait(false);
            return true;
        }
        // Another node took the database while it was away: this one ends rather than write beside it.
        catch (Exception failure) when (failure is not (OperationCanceledException or DatabaseTakenException))
        {
            return !StorageFailure.IsOutage(failure) && failure is not (IOException or UnauthorizedAccessException); // a disk that only reads is not back
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} Until then pages say so, and nothing that was acknowledged is lost")]
    private partial void LogAway(string what);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Where} is back after {Time}")]
    private partial void LogBack(string where, TimeSpan time);
}
