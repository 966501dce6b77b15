using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Lets the embedded database forget, soon after anybody wrote: whatever was deleted or written over (a name, a draft, a letter's key) stands in its write-ahead log
/// until that is moved into the file and emptied, and a quiet node might not do so for months. What is erased on purpose is forgotten at once, by
/// <see cref="Transaction.Erase"/>; this is for all the rest, so that no feature has to think of it.
/// </summary>
internal sealed partial class Forgetting(Database database, StorageOutage outage, TimeProvider clock, ILogger<Forgetting> log) : BackgroundService
{
    private static readonly TimeSpan Lull = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Engine != Engine.Sqlite)
        {
            return; // the server has its own way: see docs/operators.md
        }

        var written = Task.CompletedTask; // what came before it began counts
        try
        {
            while (true)
            {
                await written.WaitAsync(stoppingToken).ConfigureAwait(false);
                var began = clock.GetTimestamp();
                do
                {
                    written = database.Changes.Next;
                    await Task.Delay(Lull, clock, stoppingToken).ConfigureAwait(false);
                }
                while ((written.IsCompleted && clock.GetElapsedTime(began) < Longest) || !await Forget(stoppingToken).ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Whoever closes the database empties its log.
        }
    }

    // False while somebody reads what was there before.
    private async Task<bool> Forget(CancellationToken cancellationToken)
    {
        try
        {
            return await database.Forget(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (!outage.Notice(failure))
            {
                LogFailed(failure);
            }

            await Task.Delay(Longest, clock, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database's log could not be emptied: what was erased or written over may still be in it; next try in a minute")]
    private partial void LogFailed(Exception failure);
}
