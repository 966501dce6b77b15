using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Gives pages to chapters that pull, at once when there is something and otherwise as soon as there is. Items of a suspended or revoked
/// chapter are given on: they are links of its feed, and whether they are shown is another matter.
/// </summary>
internal sealed class PulledPages(ThisNode hub, Database database, ItemStore items, FeedHeads heads, Callers callers, ExchangeOptions options, IHostApplicationLifetime host)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // A caller that waits until its deadline gets an empty page and keeps its cursor, rather than a failure.
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(1);

    /// <summary>A page after the cursor; empty when nothing came in time.</summary>
    public async Task<PullResponse> Give(Caller by, PullRequest request, DateTime deadline, CancellationToken cancellationToken)
    {
        if (by.ByRecoveryKey && !request.OwnFeed)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        var caller = by.Node;
        if (by.ByRecoveryKey && await heads.Of(caller, cancellationToken) is null)
        {
            // It was never admitted: what there is of its feed waits in its enrolment.
            return new PullResponse { Page = by.Chapter.Beginning, NextCursor = PullCursor.Write(hub.Identity.Epoch, 0) };
        }

        var wait = TimeSpan.FromSeconds(InRange(request.WaitSeconds, 0, options.PullWaitSeconds, "wait_seconds"));
        var after = PullCursor.Read(request.Cursor, hub.Identity.Epoch, await End(caller, request.OwnFeed, cancellationToken));

        // Deadlines are reckoned from the system's clock, and how long a call may wait is measured by it too.
        var started = TimeProvider.System.GetTimestamp();
        var left = deadline - TimeProvider.System.GetUtcNow().UtcDateTime - TimeToAnswer;
        wait = left < wait ? left : wait;
        while (true)
        {
            var written = database.Changes.Next;
            var page = await Page(caller, request.OwnFeed, after, cancellationToken);
            var over = wait - TimeProvider.System.GetElapsedTime(started);
            if (page.Entries.Count > 0 || over <= TimeSpan.Zero || host.ApplicationStopping.IsCancellationRequested)
            {
                if (!by.ByRecoveryKey)
                {
                    await callers.DemandAdmissionStill(by, cancellationToken);
                }

                return Answer(page);
            }

            await Wait(written, over < Tick ? over : Tick, cancellationToken);
        }
    }

    private static int InRange(uint value, int least, int most, string field) =>
        value >= least && value <= most ? (int)value : throw RpcRefusal.Field(field);

    private Task<StoredPage> Page(NodeId caller, bool own, long after, CancellationToken cancellationToken) => own
        ? items.AfterInFeed(caller, after, cancellationToken)
        : items.After(after, caller, cancellationToken);

    private Task<long> End(NodeId caller, bool own, CancellationToken cancellationToken) => database.Find<long>(
        own ? "select position from feed_head where node_id = @caller" : "select position from item_counter where one = 1",
        new { caller = caller.Value },
        cancellationToken);

    private async Task Wait(Task written, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        await Task.WhenAny(written, Task.Delay(longest, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private PullResponse Answer(StoredPage page) => new()
    {
        Page = page.ToPage(),
        NextCursor = PullCursor.Write(hub.Identity.Epoch, page.UpTo),
        More = page.More,
    };
}
