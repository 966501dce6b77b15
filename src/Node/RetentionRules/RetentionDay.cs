using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.RetentionRules;

/// <summary>Asks every rule once a day to erase what is over, and notes how it went. One that fails keeps no other from its work, and is asked again within the hour. A clock that is
/// far from the last look may be wrong, and what is erased does not come back: only the day is noted then, and the rules wait until a day has passed by a count that nobody sets.</summary>
public sealed partial class RetentionDay(IEnumerable<IRetention> rules, RetentionReport report, IServer server, TimeProvider clock, ILogger<RetentionDay> log) : BackgroundService
{
    private static readonly TimeSpan tick = TimeSpan.FromMinutes(30);

    // A machine that is on now and then is not in doubt; a clock that is wrong by less costs a term of years no more than this.
    private static readonly TimeSpan farOff = TimeSpan.FromDays(31);

    private long? doubtedAt;

    /// <summary>Asks those that were not asked today.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var runs = await report.Read(cancellationToken).ConfigureAwait(false);
        if (await Doubts(runs).ConfigureAwait(false))
        {
            return;
        }

        foreach (var rule in rules)
        {
            var now = clock.GetUtcNow();
            if (runs.GetValueOrDefault(rule.Code) is { FailsSince: null, DoneAt: { } done } && Dates.DayOf(done) == Dates.DayOf(now))
            {
                continue;
            }

            try
            {
                await report.Done(rule.Code, await rule.Run(now, cancellationToken).ConfigureAwait(false), now).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException && !StorageFailure.IsOutage(failure))
            {
                LogFailed(failure, rule.Code);
                await report.Failed(rule.Code, now).ConfigureAwait(false);
            }
        }
    }

    // What is noted is near the next time the node is started too: one that is off every night gets its work done.
    private async Task<bool> Doubts(IReadOnlyDictionary<string, RetentionRun> runs)
    {
        var now = clock.GetUtcNow();
        if (rules.Max(rule => runs.GetValueOrDefault(rule.Code)?.DoneAt) is not { } last || (now - last).Duration() > farOff)
        {
            doubtedAt = clock.GetTimestamp();
            foreach (var rule in rules)
            {
                await report.Looked(rule.Code, now).ConfigureAwait(false);
            }
        }

        return doubtedAt is { } since && clock.GetElapsedTime(since) < TimeSpan.FromDays(1);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (server is NoServer)
        {
            return; // a verb, which has its own work, and sometimes another clock
        }

        using var timer = new PeriodicTimer(tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Look(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogNotNoted(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is kept for a term only ({Rule}) could not be erased; it is tried again")]
    private partial void LogFailed(Exception failure, string rule);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is kept for a term only could not be erased: the database is away")]
    private partial void LogNotNoted(Exception failure);
}
