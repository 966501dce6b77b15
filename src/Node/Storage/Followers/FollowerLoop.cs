using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Runs the followers, each in a loop of its own: woken by every write of this process, and looking again every second for those of another.
/// A follower that fails is tried again, less and less often; the others go on.
/// </summary>
public sealed partial class FollowerLoop(IEnumerable<Follower> followers, Database database, TimeProvider clock, ILogger<FollowerLoop> log, IHostApplicationLifetime? host = null)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // While others write, a follower lets their changes gather: a step for each would double the commits. Its own pace, not the node's clock.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(20);

    // And while people's writes wait, or came in between, it leaves them most of the time: a step of a few milliseconds, then ten times as long nothing.
    private const int RestsPerStep = 10;
    private static readonly TimeSpan BusyRest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);
    private const int FewestEntries = 5;
    private const int MostEntries = 500;

    // How far a follower may pass what does not concern it before that is worth a commit; after a restart it looks at as much again.
    private const int WorthSaving = 1000;

    private readonly IReadOnlyList<Running> running = [.. followers.Select(f => new Running(f))];

    /// <summary>Lets every follower do all that there is to do now. For command-line verbs and tests, which have nobody else to wait for.</summary>
    public async Task CatchUp(CancellationToken cancellationToken)
    {
        // One follower's work can be another's news, so go round until nobody finds anything.
        var found = true;
        while (found)
        {
            found = false;
            foreach (var one in running)
            {
                while (await TakeStep(one, cancellationToken).ConfigureAwait(false))
                {
                    found = true;
                }
            }
        }
    }

    /// <summary>Sends a follower back, so that it looks at everything after a position once more; one that has not come so far stays where it is.</summary>
    public static async Task Rewind(Transaction transaction, string name, long to)
    {
        // A follower at the beginning has no row: see Commit.
        await transaction.Execute(
            to == 0 ? "delete from follower_cursor where name = @name" : "update follower_cursor set position = @to where name = @name and position > @to",
            new { name, to }).ConfigureAwait(false);
        transaction.HasRewound = true;
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(running.Select(one => Run(one, stoppingToken)));

    private async Task Run(Running one, CancellationToken stopping)
    {
        var wait = Tick;
        while (!stopping.IsCancellationRequested)
        {
            var written = database.Changes.Next;
            try
            {
                if (await TakeStep(one, stopping).ConfigureAwait(false))
                {
                    wait = Tick;
                    await Task.Delay(one.Rest, stopping).ConfigureAwait(false);
                    continue;
                }

                one.StartSmall();
                using var tick = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                await Task.WhenAny(written, Task.Delay(Tick, clock, tick.Token)).ConfigureAwait(false);
                await tick.CancelAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure, one.Follower.Name, wait);
                await Task.WhenAny(Task.Delay(wait, clock, stopping)).ConfigureAwait(false);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks));
            }
        }
    }

    private async Task<bool> TakeStep(Running one, CancellationToken cancellationToken)
    {
        if (one.Follower.Waits || one.Follower.CallsGrains && host?.ApplicationStarted.IsCancellationRequested == false)
        {
            return false;
        }

        await one.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        var (began, writes) = (Stopwatch.GetTimestamp(), database.Writes);
        try
        {
            if (one.Rewinds != database.Rewinds)
            {
                (one.Rewinds, one.Cursor) = (database.Rewinds, null);
            }

            var cursor = one.Cursor ??= await ReadCursor(one.Follower.Name, cancellationToken).ConfigureAwait(false);
            if (await one.Follower.Next(cursor.At, one.Entries, cancellationToken).ConfigureAwait(false) is not { } step)
            {
                return false;
            }

            if (step.IsPast && step.UpTo - cursor.Saved < WorthSaving)
            {
                one.Cursor = cursor with { At = step.UpTo };
                return true;
            }

            // Sent back while it looked, it looks again: the row of one that had saved nothing yet would not tell.
            one.Cursor = null; // read again if the commit's outcome stays unknown, or if another process moved it
            if (await database.WriteAside(async t => one.Rewinds == database.Rewinds && await Commit(t, one.Follower.Name, cursor.Saved, step).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
            {
                one.Cursor = new Cursor(step.UpTo, step.UpTo);
            }

            one.Pace(Stopwatch.GetElapsedTime(began), database.IsBusy || (database.Writes != writes && !one.Follower.CallsGrains));
            return true;
        }
        finally
        {
            one.Turn.Release();
        }
    }

    private async Task<Cursor> ReadCursor(string name, CancellationToken cancellationToken)
    {
        var position = await database.Find<long>("select position from follower_cursor where name = @name", new { name }, cancellationToken).ConfigureAwait(false);
        return new Cursor(position, position);
    }

    // The cursor first: it holds off the same follower in another process, which then finds it moved and does nothing.
    private static async Task<bool> Commit(Transaction transaction, string name, long from, Step step)
    {
        var moved = await transaction.Execute(
            from == 0
                ? "insert into follower_cursor (name, position) values (@name, @to) on conflict (name) do nothing"
                : "update follower_cursor set position = @to where name = @name and position = @from",
            new { name, from, to = step.UpTo }).ConfigureAwait(false);
        if (moved == 0)
        {
            return false;
        }

        await step.Work(transaction).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Follower {Follower} failed; next try in {Wait}")]
    private partial void LogFailed(Exception failure, string follower, TimeSpan wait);

    private sealed class Running(Follower follower)
    {
        public Follower Follower { get; } = follower;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Cursor? Cursor { get; set; }

        /// <summary>How often followers had been sent back when the cursor was read.</summary>
        public long Rewinds { get; set; }

        /// <summary>How many entries it takes at a time.</summary>
        public int Entries { get; private set; } = FewestEntries;

        /// <summary>How long it rests after a step.</summary>
        public TimeSpan Rest { get; private set; } = ShortestRest;

        /// <summary>Small steps and long rests while others wait, the opposite when nobody does.</summary>
        public void Pace(TimeSpan took, bool othersWait)
        {
            Entries = othersWait ? Math.Max(FewestEntries, Entries / 2) : Math.Min(MostEntries, Entries * 2);
            Rest = othersWait ? TimeSpan.FromTicks(Math.Clamp(took.Ticks * RestsPerStep, BusyRest.Ticks, LongestRest.Ticks)) : ShortestRest;
        }

        /// <summary>After a lull nobody knows how busy the next minute is.</summary>
        public void StartSmall() => (Entries, Rest) = (FewestEntries, ShortestRest);
    }

    /// <summary>Where a follower stands, and the position in its row.</summary>
    private sealed record Cursor(long At, long Saved);
}
