using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>Tells of an outage of the database, whoever met it: one line when it begins, one when it ends. It finds the end out by itself, since a quiet node may not write for hours.</summary>
internal sealed partial class StorageWatch(StorageOutage outage, Database database, TimeProvider clock, ILogger<StorageWatch> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // Nobody hears of it when only the connection is gone that keeps the database for this node.
    private static readonly TimeSpan HoldEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var failure = await Beginning(stoppingToken).ConfigureAwait(false);
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

    private async Task<Exception> Beginning(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                return await outage.Beginning.WaitAsync(HoldEvery, clock, stoppingToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await Hold(stoppingToken).ConfigureAwait(false);
            }
        }
    }

    // Another node that took the database while it was away ends this one: it would write beside it.
    private async Task<bool> Hold(CancellationToken cancellationToken)
    {
        try
        {
            await database.Hold(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DatabaseTakenException))
        {
            if (!outage.Notice(failure))
            {
                LogNotHeld(failure, database.Where);
            }

            return false;
        }
    }

    private async Task<bool> IsBack(CancellationToken cancellationToken)
    {
        try
        {
            await database.Try(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (StorageFailure.IsOutage(failure) || failure is IOException or UnauthorizedAccessException) // a disk that only reads is not back
            {
                return false;
            }
        }

        return await Hold(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} Until then pages say so, and nothing that was acknowledged is lost")]
    private partial void LogAway(string what);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Where} could not be kept for this node alone")]
    private partial void LogNotHeld(Exception failure, string where);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Where} is back after {Time}")]
    private partial void LogBack(string where, TimeSpan time);
}
