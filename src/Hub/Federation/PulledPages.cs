using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Gives pages to chapters that pull, at once when there is something and otherwise as soon as there is. Items of a suspended or revoked
/// chapter are given on: they are links of its feed, and whether they are shown is another matter.
/// </summary>
internal sealed class PulledPages(Database database, ItemStore items, FeedHeads heads, MissingParts missing, FeedFollowers followers, NewestPage newest, Callers callers, ComingBack comingBack, ExchangeOptions options, IHostApplicationLifetime host)
{
    private const int MostRanges = 32;

    // A caller that waits until its deadline gets an empty page and keeps its cursor, rather than a failure.
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(1);

    /// <summary>A page after the cursor; empty when nothing came in time.</summary>
    public async Task<PullResponse> Give(Caller by, PullRequest request, DateTime deadline, CancellationToken cancellationToken)
    {
        if (by.ByRecoveryKey && (!request.OwnFeed || request.Ranges.Count > 0))
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        // Their own feed they need in every state: who came back from a backup signs no withdrawal before it is whole again.
        if (!request.OwnFeed || request.Ranges.Count > 0)
        {
            by.DemandAdmission();
        }

        if (request.Ranges.Count > 0)
        {
            return await GiveRanges(request, cancellationToken);
        }

        var caller = by.Node;
        if (by.ByRecoveryKey && !by.Known.HasFeed)
        {
            // It was never admitted: what there is of its feed waits in its enrolment.
            return new PullResponse { Page = by.Known.Chapter.Beginning, NextCursor = PullCursor.Write(0, null) };
        }

        if (!request.OwnFeed)
        {
            await comingBack.HasGiven(caller, cancellationToken);
        }

        var wait = TimeSpan.FromSeconds(InRange(request.WaitSeconds, 0, options.PullWaitSeconds, "wait_seconds"));
        var end = await End(caller, request.OwnFeed, cancellationToken);
        var after = await PullCursor.Read(request.Cursor, end, position => ItemAt(caller, request.OwnFeed, position, cancellationToken));
        if (request.OwnFeed)
        {
            return await Answer(await items.AfterInFeed(caller, after, cancellationToken), up => heads.ItemAt(caller, up, cancellationToken));
        }

        // Deadlines are reckoned from the system's clock, and how long a call may wait is measured by it too.
        var started = TimeProvider.System.GetTimestamp();
        var left = deadline - TimeProvider.System.GetUtcNow().UtcDateTime - TimeToAnswer;
        wait = left < wait ? left : wait;
        while (true)
        {
            var written = followers.NewItems.Next;
            // Who is behind the others gets pages of their own.
            var read = after == end ? await newest.After(after).WaitAsync(cancellationToken) : new ReadPage(await items.After(after, caller, cancellationToken), null);
            var page = read.Without(caller);
            var over = wait - TimeProvider.System.GetElapsedTime(started);
            if (page.Entries.Count > 0 || over <= TimeSpan.Zero || host.ApplicationStopping.IsCancellationRequested)
            {
                await callers.DemandAdmissionStill(by, cancellationToken);
                return await Answer(page, async up => read.Last ?? await items.At(up, cancellationToken));
            }

            after = end = page.UpTo;
            if (!page.More)
            {
                await Wait(written, over, cancellationToken);
            }
        }
    }

    private static int InRange(uint value, int least, int most, string field) =>
        value >= least && value <= most ? (int)value : throw RpcRefusal.Field(field);

    /// <summary>The last place in the order of transport that was given.</summary>
    public Task<long> End(CancellationToken cancellationToken) => database.Find<long>("select position from item_counter where one = 1", null, cancellationToken);

    private Task<long> End(NodeId caller, bool own, CancellationToken cancellationToken) => own
        ? database.Find<long>("select position from feed_head where node_id = @caller", new { caller = caller.Value }, cancellationToken)
        : End(cancellationToken);

    private async Task Wait(Task written, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        await Task.WhenAny(written, Task.Delay(longest, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Where everything that there is now ends.</summary>
    public async Task<ByteString> CursorAtEnd(CancellationToken cancellationToken)
    {
        var end = await End(cancellationToken);
        return PullCursor.Write(end, await items.At(end, cancellationToken));
    }

    private static async Task<PullResponse> Answer(StoredPage page, Func<long, Task<ItemId?>> itemAt) =>
        new() { Page = page.ToPage(), NextCursor = PullCursor.Write(page.UpTo, await itemAt(page.UpTo)), More = page.More };

    private Task<ItemId?> ItemAt(NodeId caller, bool own, long position, CancellationToken cancellationToken) =>
        own ? heads.ItemAt(caller, position, cancellationToken) : items.At(position, cancellationToken);

    // Whoever asks holds the rest: as soon as a page is full, it stores it and asks for what is left.
    private async Task<PullResponse> GiveRanges(PullRequest request, CancellationToken cancellationToken)
    {
        if (request.Ranges.Count > MostRanges)
        {
            throw RpcRefusal.Field("ranges");
        }

        var answer = new PullResponse { Page = new() };
        for (var i = 0; i < request.Ranges.Count && !answer.More; i++)
        {
            var range = request.Ranges[i];
            if (!NodeId.TryParse(range.NodeId, out var node) || range.From == 0 || (range.To != 0 && range.To < range.From))
            {
                throw RpcRefusal.Field($"ranges[{i}]");
            }

            var found = await items.Covering(node, range, cancellationToken);
            FeedPage longer = FeedPages.Of([.. answer.Page.Entries, .. found.Entries.Select(e => e.Entry)]);
            var fits = answer.Page.Entries.Count == 0 || !FeedPages.IsTooLarge(longer);
            (answer.Page, answer.More) = (fits ? longer : answer.Page, !fits || found.More);
            if (fits && found.Entries is [var first, .. ] && found.Entries[^1] is var last)
            {
                answer.Gone.AddRange(await missing.Gone(node, first.First, last.Last, cancellationToken));
            }
        }

        return answer;
    }
}
