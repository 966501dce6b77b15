using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Takes pages that chapters push, checks what takes time, and hands them to their feeds. A reply means committed; the same page again is a page of duplicates.</summary>
internal sealed class PushedPages(ChapterFeeds feeds, ComingBack comingBack, DiskRoom room, FaultPoints faults)
{
    /// <summary>Stores a page of the chapter's own feed, or of others' that it gives back.</summary>
    public async Task<PushResponse> Take(Caller caller, FeedPage? page, CancellationToken cancellationToken)
    {
        Check(page);
        // A feed goes in order: what is taken back must not wait behind texts for which there is no room. They are asked for once there is.
        page = room.IsLow ? page!.WithoutContents() : page!;
        if (page.Entries.Any(e => e.NodeId != caller.Node.Value))
        {
            return await Mend(caller, page, cancellationToken);
        }

        if (caller.ByRecoveryKey && !page.Entries.All(Entries.IsRecovery))
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        var (feed, read) = (feeds.Of(caller.Node), CheckedPage.Of(page, caller.Known.Feed));
        var answer = await (caller.ByRecoveryKey ? feed.TakeBack(read, cancellationToken) : feed.Push(read, cancellationToken));
        faults.Pass(FaultPoints.PushCommittedNotReplied);
        return answer.Response ?? throw answer.Refused!.ToException();
    }

    /// <summary>
    /// Takes what others still hold of feeds that are known here, and this hub lost: it verifies by itself, and who brings it does not matter.
    /// </summary>
    private async Task<PushResponse> Mend(Caller caller, FeedPage page, CancellationToken cancellationToken)
    {
        if (caller.ByRecoveryKey)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        caller.DemandAdmission();
        // What a chapter says of itself it says in a page of its own.
        var isOwn = page.Entries.Select(e => e.NodeId == caller.Node.Value).ToList();
        if (isOwn.Contains(true))
        {
            throw RpcRefusal.Field($"page.entries[{isOwn.IndexOf(!isOwn[0])}]");
        }

        var byFeed = page.Entries.Select((entry, place) => (entry, place)).GroupBy(e => new NodeId(e.entry.NodeId)).ToList();
        foreach (var feed in byFeed)
        {
            // A stranger's feed is nothing that this hub lost.
            if (!await feeds.IsHeld(feed.Key, cancellationToken))
            {
                throw RpcRefusal.Field($"page.entries[{feed.First().place}]");
            }
        }

        if (await feeds.Of(caller.Node).CountMending(page.CalculateSize()) is { } refused)
        {
            throw refused.ToException();
        }

        var results = new EntryResult?[page.Entries.Count];
        foreach (var feed in byFeed)
        {
            var answer = await feeds.Of(feed.Key).Mend(FeedPages.Of(feed.Select(e => e.entry)), cancellationToken);
            foreach (var (result, (_, place)) in (answer.Response ?? throw answer.Refused!.ToException()).Results.Zip(feed))
            {
                results[place] = result;
            }
        }

        faults.Pass(FaultPoints.GivenBackNotReplied);
        await comingBack.Look(cancellationToken);
        return new() { Results = { results.OfType<EntryResult>() }, FeedPosition = caller.Known.Feed.Position };
    }

    private static void Check(FeedPage? page)
    {
        if (page is not { Entries.Count: > 0 })
        {
            throw RpcRefusal.Field("page");
        }

        if (FeedPages.IsTooLarge(page))
        {
            throw RpcRefusal.Of(StatusCode.InvalidArgument, Reason.PageTooLarge);
        }

        for (var i = 0; i < page.Entries.Count; i++)
        {
            if (page.Entries[i].EntryCase == FeedEntry.EntryOneofCase.None || !NodeId.TryParse(page.Entries[i].NodeId, out _))
            {
                throw RpcRefusal.Field($"page.entries[{i}]");
            }
        }
    }
}
