using System.Collections.Concurrent;
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
public sealed class Comparing(
    ThisNode node, HubCalls calls, HubLinks links, FeedHeads heads, MissingParts missing, ItemStore store, FetchingRanges ranges, SyncOptions options, FaultPoints faults, TimeProvider clock)
{
    private const int MostMissing = 1000;

    // A hub has as many feeds as chapters; whoever lists more is none worth asking on.
    private const int MostPages = 100;

    // Feeds of which the hub says more than what it gives can be taken: asked for again later and later, or once something of them has come.
    private readonly ConcurrentDictionary<NodeId, Fruitless> fruitless = new();

    /// <summary>True while the hub says that it has more of a feed than it gives, and nothing of that feed has come since.</summary>
    public async Task<bool> IsLacking(CancellationToken cancellationToken)
    {
        if (fruitless.IsEmpty)
        {
            return false;
        }

        var here = await Here(cancellationToken);
        return fruitless.Any(feed => feed.Value.Ours == here.GetValueOrDefault(feed.Key)?.LastItem);
    }

    /// <summary>Gives the hub what it lost, and fetches what is missing here.</summary>
    public async Task<Mended> Mend(HubLink link, CancellationToken cancellationToken)
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

        var came = await ranges.Fetch(link, await missing.Ranges(node.Identity.Id, MostMissing, cancellationToken), cancellationToken);
        // Where nothing more is on its way, what is lacking still was once left out or garbled, and the cursor went past it.
        var isWhole = cursor.Span.SequenceEqual(link.Cursor);
        return new(isWhole ? came + await FetchLacking(link, theirs, cancellationToken) : came, isWhole, await missing.AwaitsContents(node.Identity.Id, cancellationToken));
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
        var came = await FetchLacking(link, theirs, cancellationToken);
        faults.Pass(FaultPoints.HeadsComparedCursorNotMoved);
        await links.GoOnFrom(link.Hub, link.Cursor, cursor, cancellationToken);
        return came;
    }

    private async Task<int> FetchLacking(HubLink link, IReadOnlyList<Head> theirs, CancellationToken cancellationToken)
    {
        var before = await Here(cancellationToken);
        var lacking = new List<FeedRange>();
        foreach (var head in theirs.Where(head => !IsTooSoon(head.Node, before.GetValueOrDefault(head.Node))))
        {
            if (await From(head, before.GetValueOrDefault(head.Node), cancellationToken) is { } from)
            {
                lacking.Add(new FeedRange { NodeId = head.Node.Value, From = from });
            }
        }

        if (lacking.Count == 0)
        {
            return 0;
        }

        var came = await ranges.Fetch(link, lacking, cancellationToken);
        var after = await Here(cancellationToken);
        // What stands behind a branch that begins at or before the end of what is here does not fit: from behind the last key statement it does.
        List<FeedRange> earlier =
        [
            .. from range in lacking
               let ours = after.GetValueOrDefault(new NodeId(range.NodeId))
               where ours is not null && !HasMoved(range, before, after) && range.From > (ulong)ours.KeysAt + 1
               select new FeedRange { NodeId = range.NodeId, From = (ulong)ours.KeysAt + 1 },
        ];
        if (earlier.Count > 0)
        {
            came += await ranges.Fetch(link, earlier, cancellationToken);
            after = await Here(cancellationToken);
        }

        foreach (var range in lacking)
        {
            Note(new NodeId(range.NodeId), HasMoved(range, before, after), after);
        }

        return came;
    }

    private static bool HasMoved(FeedRange range, Dictionary<NodeId, FeedHead> before, Dictionary<NodeId, FeedHead> after) =>
        after.GetValueOrDefault(new NodeId(range.NodeId))?.LastItem != before.GetValueOrDefault(new NodeId(range.NodeId))?.LastItem;

    private bool IsTooSoon(NodeId feed, FeedHead? ours) => fruitless.TryGetValue(feed, out var last) && last.Ours == ours?.LastItem && clock.GetUtcNow() < last.Until;

    private void Note(NodeId feed, bool hasMoved, Dictionary<NodeId, FeedHead> after)
    {
        if (hasMoved)
        {
            fruitless.TryRemove(feed, out _);
            return;
        }

        var times = fruitless.GetValueOrDefault(feed)?.Times + 1 ?? 1;
        fruitless[feed] = new(after.GetValueOrDefault(feed)?.LastItem, times, clock.GetUtcNow() + Retry.AfterFruitless(times, options));
    }

    private async Task<Dictionary<NodeId, FeedHead>> Here(CancellationToken cancellationToken) =>
        (await heads.After("", MostPages * MostMissing, cancellationToken)).ToDictionary(h => h.Node);

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

    /// <summary>That asking for more of a feed brought nothing.</summary>
    /// <param name="Ours">Where the feed ended here.</param>
    /// <param name="Times">How often in a row.</param>
    /// <param name="Until">Not asked for before.</param>
    private sealed record Fruitless(ItemId? Ours, int Times, DateTimeOffset Until);
}

/// <summary>What comparing brought.</summary>
/// <param name="Came">How many items.</param>
/// <param name="IsWhole">True when nothing more was on its way, so that every feed could be compared to its end.</param>
/// <param name="IsLacking">Whether a content that was asked for has not come: what was garbled once may be garbled on its second way too.</param>
public sealed record Mended(int Came, bool IsWhole, bool IsLacking);
