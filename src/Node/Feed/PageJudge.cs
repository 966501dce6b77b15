using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>What judging a page found.</summary>
/// <param name="Results">One an item, in the page's order.</param>
/// <param name="Changes">What there is to store, feed by feed; feeds that give nothing are left out.</param>
internal sealed record JudgedPage(IReadOnlyList<ItemResult> Results, IReadOnlyList<JudgedFeed> Changes);

/// <summary>What a page changes in one feed.</summary>
/// <param name="Node">Whose.</param>
/// <param name="VerifiedAfter">The item that must still be the feed's last when the links are stored; null when the feed was empty.</param>
/// <param name="Links">In order.</param>
/// <param name="Evidence">Well signed items that do not fit.</param>
internal sealed record JudgedFeed(NodeId Node, ItemId? VerifiedAfter, IReadOnlyList<FeedLink> Links, IReadOnlyList<(Verdict Verdict, SignedItem Item)> Evidence);

/// <summary>An item that is here already.</summary>
/// <param name="Node">Whose feed it is a link of.</param>
/// <param name="FeedPosition">Where in that feed.</param>
/// <param name="Reason">Why it is in quarantine; empty when it is not.</param>
internal sealed record KnownItem(string Node, long FeedPosition, string Reason);

/// <summary>Judges pages against the feeds as they stand, writing nothing: signatures take time, and nobody may wait for them.</summary>
internal sealed class PageJudge(Database database, FeedHeads heads)
{
    /// <summary>Null when a feed moved on while it was looked at: judge again.</summary>
    public async Task<JudgedPage?> Judge(IReadOnlyList<(NodeId Feed, ItemWithContent Item)> items, bool contentRequired, CancellationToken cancellationToken)
    {
        var offered = items.Select((entry, place) => new Offered(place, entry.Feed, entry.Item, entry.Item.Item is null ? default : SigningInput.IdOf(entry.Item.Item))).ToList();
        // Where the feeds stand first, then what is known: an item that was stored between the two shows that they stand further.
        // The other way round it would be neither known nor fit, and an honest feed would be said to have forked.
        var states = await States(items.Select(entry => entry.Feed).Distinct(), cancellationToken).ConfigureAwait(false);
        var known = await Known(offered, cancellationToken).ConfigureAwait(false);
        if (known.Values.Any(item => states.TryGetValue(new NodeId(item.Node), out var state) && item.FeedPosition > (long)state.Position))
        {
            return null;
        }

        var results = new ItemResult[items.Count];
        var changes = new List<JudgedFeed>();
        foreach (var feed in offered.GroupBy(o => o.Feed))
        {
            var judging = new FeedJudge(feed.Key, states[feed.Key], contentRequired, known);
            foreach (var one in feed)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results[one.Place] = judging.Next(one.Id, one.Item);
            }

            if (judging.Judged is { Links.Count: > 0 } or { Evidence.Count: > 0 })
            {
                changes.Add(judging.Judged);
            }
        }

        return new(results, changes);
    }

    private async Task<Dictionary<NodeId, FeedState>> States(IEnumerable<NodeId> feeds, CancellationToken cancellationToken)
    {
        var states = new Dictionary<NodeId, FeedState>();
        foreach (var feed in feeds)
        {
            states[feed] = await heads.State(feed, cancellationToken).ConfigureAwait(false);
        }

        return states;
    }

    private async Task<Dictionary<ItemId, KnownItem>> Known(List<Offered> offered, CancellationToken cancellationToken)
    {
        var known = new Dictionary<ItemId, KnownItem>();
        foreach (var (list, args) in ManyRows.Lists(offered.Where(o => o.Item.Item is not null).Select(o => o.Id).Distinct().Select(id => id.ToBytes())))
        {
            var rows = await database.Query<KnownRow>($"select item_id, node_id, feed_position, reason from item where item_id in {list}", args, cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                known[ItemId.FromBytes(row.ItemId)] = new(row.NodeId, row.FeedPosition, row.Reason);
            }
        }

        return known;
    }

    private sealed record Offered(int Place, NodeId Feed, ItemWithContent Item, ItemId Id);

    private sealed record KnownRow
    {
        public required byte[] ItemId { get; init; }
        public required string NodeId { get; init; }
        public required long FeedPosition { get; init; }
        public required string Reason { get; init; }
    }
}
