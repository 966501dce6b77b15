using RecoveryCoP.Federation.V1;
using Grpc.Core;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// Keeps the chapter and its hub in step, for as long as the node runs: one loop sends, one fetches. Each fails and recovers by itself,
/// so that a chapter over its quota goes on receiving.
/// </summary>
public sealed partial class Exchange(
    ThisNode node, HubLinks links, Handshake handshake, Standing standing, Pushing pushing, Pulling pulling, Comparing comparing, Withdrawing withdrawing,
    ExchangeSignal signal, Database database, DiskRoom room, SyncOptions options, TimeProvider clock, ILogger<Exchange> log) : BackgroundService
{
    // Another process of the same node may have written what there is to send.
    private static readonly TimeSpan tick = TimeSpan.FromSeconds(1);

    private const string OwnStorage = "OWN_STORAGE";

    /// <summary>Too little room is left here for what others share.</summary>
    internal const string LowDisk = "OWN_DISK_LOW";

    private int pullsForNothing;

    // A page was not taken as a whole, and since then feeds were not compared to their ends, or a content is still lacking. How often that brought nothing, and when it is worth doing again.
    private bool isLacking;
    private int mendsForNothing;
    private DateTimeOffset mendAt;

    // Grows with every failure: who said hello before says it again, since the hub may have been away and may be another copy by now.
    private int hellos;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Run(Lane.Push, Push, stoppingToken),
        Run(Lane.Pull, Pull, stoppingToken));

    private async Task Run(Lane lane, Func<HubSession, CancellationToken, Task<(HubSession, bool)>> step, CancellationToken stopping)
    {
        var failures = 0;
        var mustAsk = false;
        var (greeted, greetedAt) = (0, clock.GetTimestamp());
        HubSession? session = null;
        while (!stopping.IsCancellationRequested)
        {
            var (signalled, written) = (signal.Next, database.Changes.Next);
            HubLink? link = null;
            try
            {
                link = node.IsFounded ? await links.Find(stopping) : null;
                if (link is null)
                {
                    await Wait(tick, stopping, signalled, written);
                    continue;
                }

                if (mustAsk || link.State != EnrolmentState.Admitted)
                {
                    link = link with { State = await standing.Ask(link, stopping) };
                }

                if (link.State != EnrolmentState.Admitted)
                {
                    session = null;
                    if (lane == Lane.Push)
                    {
                        await withdrawing.Exchange(link, stopping);
                    }

                    await WaitToAsk(lane, link, signalled, stopping);
                    continue;
                }

                mustAsk = false;
                // Now and then also without a reason: others may have given the hub something back that this chapter lost, and what a page once left out is noticed.
                if (session?.Link.Address != link.Address || greeted != Volatile.Read(ref hellos) || clock.GetElapsedTime(greetedAt) > TimeSpan.FromSeconds(options.ProbeSeconds))
                {
                    (greeted, greetedAt) = (Volatile.Read(ref hellos), clock.GetTimestamp());
                    session = await handshake.Hello(link, stopping);
                    isLacking |= lane == Lane.Pull && !room.IsLow && (await comparing.Mend(link, stopping)).IsLacking;
                }

                (session, var moved) = await step(session, stopping);
                if (moved || failures > 0)
                {
                    await links.Succeeded(lane, stopping);
                }

                failures = 0;
                if (lane == Lane.Push && node.IsSilent)
                {
                    session = null; // the next hello may find that it can speak
                    await Wait(TimeSpan.FromSeconds(options.RetryMinimumSeconds), stopping, signalled);
                }
                else if (!moved && lane == Lane.Push)
                {
                    await Wait(tick, stopping, signalled, written);
                }
            }
            catch (Exception end) when (stopping.IsCancellationRequested && end is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
            {
                return;
            }
            catch (Exception exception)
            {
                session = null;
                Interlocked.Increment(ref hellos);
                var failure = Judge(exception);
                mustAsk = failure.Reaction is Reaction.Probe or Reaction.Park; // a chapter that is parked may be suspended too, and not know it
                await React(lane, link, failure, ++failures, signalled, stopping);
            }
        }
    }

    // A withdrawal that somebody writes meanwhile leaves at once.
    private async Task WaitToAsk(Lane lane, HubLink link, Task signalled, CancellationToken stopping)
    {
        var until = clock.GetUtcNow() + Retry.BeforeAsking(link.State, clock.GetUtcNow() - link.Since, options);
        for (var hasWaited = false; until - clock.GetUtcNow() is var left && left > TimeSpan.Zero && !signalled.IsCompleted && !stopping.IsCancellationRequested; hasWaited = true)
        {
            var written = database.Changes.Next;
            if (hasWaited && lane == Lane.Push && await withdrawing.IsWaiting(link, stopping))
            {
                return;
            }

            await Wait(left, stopping, signalled, written);
        }
    }

    private async Task<(HubSession, bool)> Push(HubSession session, CancellationToken stopping)
    {
        var (next, sent) = await pushing.Next(session, stopping);
        return (next, sent > 0);
    }

    // A pull that came back empty has succeeded too: the hub was there, and had nothing. It should have waited before it said so.
    private async Task<(HubSession, bool)> Pull(HubSession session, CancellationToken stopping)
    {
        if (room.IsLow)
        {
            await withdrawing.Fetch(session.Link, stopping); // what others took back takes no room, and must go
            throw new ExchangeParkedException(LowDisk);
        }

        var (signalled, asked) = (signal.Next, clock.GetTimestamp());
        var page = await pulling.Next(session, session.PullWaitSeconds, stopping);
        var broughtNothing = page.New == 0 && (page.Received > 0 || clock.GetElapsedTime(asked) < Retry.AtOnce);
        pullsForNothing = broughtNothing ? pullsForNothing + 1 : 0;
        if (broughtNothing)
        {
            await Wait(Retry.AfterNothing(pullsForNothing, page.Received > 0), stopping, signalled);
        }

        // What did not fit is not fetched by the cursor again, which is past it.
        isLacking |= page.IsLacking;
        if (isLacking && !page.More && clock.GetUtcNow() >= mendAt && await links.Find(stopping) is { } link)
        {
            var mended = await comparing.Mend(link, stopping);
            isLacking = !mended.IsWhole || mended.IsLacking;
            mendsForNothing = mended.Came > 0 ? 0 : mendsForNothing + 1;
            mendAt = mended.Came > 0 ? default : clock.GetUtcNow() + Retry.AfterFruitless(mendsForNothing, options);
        }

        return (session, true);
    }

    private CallFailure Judge(Exception exception)
    {
        switch (exception)
        {
            case RpcException call:
                return CallFailure.Of(call);
            case ExchangeParkedException { Code: LowDisk }:
                return new CallFailure(Reaction.Retry, LowDisk);
            case ExchangeParkedException parked:
                return new CallFailure(Reaction.Park, parked.Code);
            default:
                LogUnexpected(exception); // our own disk or a bug: the loop must outlive it
                return new CallFailure(Reaction.Retry, StorageFailure.IsOutage(exception) || StorageFailure.IsRelayed(exception) ? OwnStorage : "OWN_FAULT");
        }
    }

    private async Task React(Lane lane, HubLink? link, CallFailure failure, int failures, Task signalled, CancellationToken stopping)
    {
        // Our own database is near: it is asked again soon, and its outage is told once, by who watches it.
        var isOwn = failure.Code is OwnStorage or LowDisk;
        var wait = isOwn ? TimeSpan.FromSeconds(options.RetryMinimumSeconds) : Retry.After(failure, failures, Random.Shared.NextDouble(), options);
        if (!isOwn)
        {
            LogFailed(lane, failure.Code, failures, wait);
        }

        try
        {
            if (link is not null)
            {
                await standing.Learn(link, failure, stopping);
            }

            await links.Failed(lane, failure.Code, failures, clock.GetUtcNow() + wait, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            LogUnexpected(exception); // the status page stays behind; what matters is to try again
        }

        await Wait(wait, stopping, signalled);
    }

    private async Task Wait(TimeSpan time, CancellationToken stopping, params Task[] orUntil)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny([Task.Delay(time, clock, done.Token), .. orUntil]);
        await done.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Lane}: {Code}, {Failures} in a row; next try in {Wait}")]
    private partial void LogFailed(Lane lane, string code, int failures, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "The exchange with the hub failed on this side")]
    private partial void LogUnexpected(Exception failure);
}
