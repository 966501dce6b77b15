using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

using FeedHead = RecoveryCoP.Node.Feed.FeedHead;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// Compares where feeds end here and at the hub, and mends what one of the two lacks: a hub that came back from a backup gets back what the chapter still holds,
/// its own feed first of all; the chapter fetches what stands in front of an item that came too early, and contents that never came.
/// </summary>
public sealed class Comparing(ThisNode node, HubCalls calls, HubLinks links, FeedHeads heads, MissingParts missing, ItemStore store, FaultPoints faults)
{
    private const int MostRanges = 32, MostMissing = 1000;

    // A hub has as many feeds as chapters; whoever lists more is none worth asking on.
    private const int MostPages = 100;

    /// <summary>After a hello: gives the hub what it lost, and fetches what is missing here.</summary>
    /// <returns>How many items came.</returns>
    public async Task<int> Mend(HubLink link, CancellationToken cancellationToken)
    {
        var (theirs, cursor) = await Heads(link, cancellationToken);
        var here = await Here(cancellationToken);
        foreach (var head in theirs)
        {
            if (here.GetValueOrDefault(head.Node)?.Position > head.Position)
            {
                await Give(link, head, cancellationToken);
            }
        }

        var came = await Fetch(link, await missing.Ranges(node.Identity.Id, MostMissing, cancellationToken), cancellationToken);
        // Where nothing more is on its way, what is lacking still was once left out or garbled, and the cursor went past it.
        return cursor.Span.SequenceEqual(link.Cursor) ? came + await Fetch(link, await Lacking(theirs, came > 0 ? await Here(cancellationToken) : here, cancellationToken), cancellationToken) : came;
    }

    /// <summary>
    /// The hub does not know the cursor: it came back from a backup, and numbers items anew. Fetches what the chapter lacks of each feed, and goes on from where the
    /// hub is now, without reading everything again.
    /// </summary>
    /// <returns>How many items came.</returns>
    public async Task<int> GoOn(HubLink link, CancellationToken cancellationToken)
    {
        var (theirs, cursor) = await Heads(link, cancellationToken);
        await missing.AskAgain(cancellationToken);
        var came = await Fetch(link, await Lacking(theirs, await Here(cancellationToken), cancellationToken), cancellationToken);
        faults.Pass(FaultPoints.HeadsComparedCursorNotMoved);
        await links.GoOnFrom(link.Hub, link.Cursor, cursor, cancellationToken);
        return came;
    }

    private async Task<Dictionary<NodeId, FeedHead>> Here(CancellationToken cancellationToken) =>
        (await heads.After("", MostPages * MostMissing, cancellationToken)).ToDictionary(h => h.Node);

    private async Task<List<FeedRange>> Lacking(IReadOnlyList<Head> theirs, Dictionary<NodeId, FeedHead> here, CancellationToken cancellationToken)
    {
        var lacking = new List<FeedRange>();
        foreach (var head in theirs)
        {
            if (await From(head, here.GetValueOrDefault(head.Node), cancellationToken) is { } from)
            {
                lacking.Add(new FeedRange { NodeId = head.Node.Value, From = from });
            }
        }

        return lacking;
    }

    /// <summary>From where on the chapter's copy of a feed lacks something; null when it lacks nothing. Where the two differ, a branch begins somewhere behind the last key statement.</summary>
    private async Task<ulong?> From(Head theirs, FeedHead? ours, CancellationToken cancellationToken)
    {
        if (ours is null)
        {
            return 1;
        }

        return ours.Position < theirs.Position ? (ulong)ours.Position + 1
            : ours.Position == theirs.Position && ours.LastItem == theirs.Item ? null
            : await heads.ItemAt(theirs.Node, theirs.Position, cancellationToken) == theirs.Item ? null
            : (ulong)ours.KeysAt + 1;
    }

    private async Task Give(HubLink link, Head theirs, CancellationToken cancellationToken)
    {
        var after = theirs.Position;
        StoredPage page;
        do
        {
            page = await store.AfterInFeed(theirs.Node, after, cancellationToken);
            if (page.Entries.Count == 0)
            {
                return;
            }

            try
            {
                var answer = await calls.Push(link, new PushRequest { Page = page.ToPage() }, cancellationToken);
                faults.Pass(FaultPoints.GivingBackNotOver);
                // It holds another branch of that feed, or got it meanwhile from somebody else.
                if (answer.Results.Count < page.Entries.Count || answer.Results.Any(r => r.Status == PushStatus.Rejected))
                {
                    return;
                }
            }
            catch (RpcException refused) when (refused.StatusCode is StatusCode.ResourceExhausted or StatusCode.InvalidArgument)
            {
                return; // enough for today, or nothing that this hub wants; the chapter's own exchange goes on
            }

            after = page.Entries[^1].Last;
        }
        while (page.More);
    }

    private async Task<int> Fetch(HubLink link, IReadOnlyList<FeedRange> ranges, CancellationToken cancellationToken)
    {
        var came = 0;
        foreach (var chunk in ranges.Chunk(MostRanges))
        {
            IReadOnlyList<FeedRange> left = chunk;
            while (left.Count > 0)
            {
                var answer = await calls.Pull(link, new PullRequest { Ranges = { left } }, cancellationToken);
                came += (await store.Accept(answer.Page, cancellationToken: cancellationToken)).NewItems;
                await missing.GiveUp(answer.Gone, cancellationToken);
                left = answer.More && answer.Page.Entries.Count > 0 ? Left(left, answer.Page) : [];
            }
        }

        return came;
    }

    // What was given is not asked for again, whether it was new here or not: behind what is known there may be a branch.
    private static List<FeedRange> Left(IReadOnlyList<FeedRange> asked, FeedPage given)
    {
        var upTo = given.Entries.GroupBy(e => e.NodeId).ToDictionary(feed => feed.Key, feed => feed.Max(e => FeedVerifier.Claimed(e)?.To ?? 0));
        return
        [
            .. from range in asked
               let next = Math.Max(range.From, Math.Min(upTo.GetValueOrDefault(range.NodeId), long.MaxValue) + 1)
               where range.To == 0 || next <= range.To
               select new FeedRange { NodeId = range.NodeId, From = next, To = range.To },
        ];
    }

    private async Task<(List<Head> Heads, ByteString Cursor)> Heads(HubLink link, CancellationToken cancellationToken)
    {
        var found = new List<Head>();
        ByteString? cursor = null;
        HeadsResponse page;
        var pages = 0;
        do
        {
            page = await calls.Heads(link, new HeadsRequest { AfterNodeId = found.Count > 0 ? found[^1].Node.Value : "" }, cancellationToken);
            cursor ??= page.Cursor;
            found.AddRange(page.Heads.Select(h => new Head(new NodeId(h.NodeId), (long)Math.Min(h.Position, long.MaxValue), ItemId.FromBytes(h.ItemId.Span))));
        }
        while (page.More && page.Heads.Count > 0 && ++pages < MostPages);

        // The hub's own feed says what it may show of the others.
        return ([.. found.Where(h => h.Node != node.Identity.Id).OrderBy(h => h.Node != link.Hub)], cursor);
    }

    private sealed record Head(NodeId Node, long Position, ItemId Item);
}
