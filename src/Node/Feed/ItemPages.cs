using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Reads items in pages that are bounded in number and in bytes by the database itself: contents may be large.</summary>
internal sealed class ItemPages(Database database)
{
    // What an item costs on the wire beside its own bytes: tags, lengths, the node's id.
    private const int Envelope = 96;

    private const string OfAllFeeds = "i.position > @After and i.position <= @End and i.node_id <> @Node";
    private const string OfOneFeed = "i.feed_position > @After and i.feed_position <= @End and i.node_id = @Node";

    /// <summary>Over all feeds but one, in this node's own numbering.</summary>
    public async Task<ItemPage> OfAll(long after, int limit, long maxBytes, NodeId? except, CancellationToken cancellationToken)
    {
        // The counter first: all up to it is committed, so what a page does not show is not there.
        var end = await database.Find<long>("select position from item_counter where one = 1", null, cancellationToken).ConfigureAwait(false);
        var bounds = new Bounds(after, end, limit, maxBytes, except?.Value ?? "", Envelope);
        return await Read("i.position", OfAllFeeds, bounds, item => item.Position, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of one feed, in its numbering.</summary>
    public async Task<ItemPage> OfFeed(NodeId node, long after, int limit, long maxBytes, CancellationToken cancellationToken)
    {
        var end = await database.Find<long>("select position from feed_head where node_id = @node", new { node = node.Value }, cancellationToken).ConfigureAwait(false);
        var bounds = new Bounds(after, end, limit, maxBytes, node.Value, Envelope);
        return await Read("i.feed_position", OfOneFeed, bounds, item => item.FeedPosition, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ItemPage> Read(string number, string which, Bounds bounds, Func<StoredItem, long> numberOf, CancellationToken cancellationToken)
    {
        var items = await database.Query<StoredItem>(
            $"""
            select i.position, i.node_id, i.feed_position, i.item_id, i.payload_type, i.item, i.status, i.reason, i.received_at, c.salt, c.bytes
              from (select position, number, sum(size) over (order by number) as total, row_number() over (order by number) as nth
                      from (select i.position, {number} as number, length(i.item) + coalesce(length(c.bytes), 0) + @Envelope as size
                              from item i
                              left join item_content c on c.item_id = i.item_id
                             where {which}
                             order by {number}
                             limit @Limit) candidate) page
              join item i on i.position = page.position
              left join item_content c on c.item_id = i.item_id
             where page.total <= @MaxBytes or page.nth = 1
             order by page.number
             limit @Limit
            """,
            bounds,
            cancellationToken).ConfigureAwait(false);
        if (items.Count == 0)
        {
            return new([], Math.Max(bounds.After, bounds.End), false);
        }

        var last = numberOf(items[^1]);
        var next = await database.Find<long?>(
            $"select {number} from item i where {which} order by {number} limit 1", bounds with { After = last }, cancellationToken).ConfigureAwait(false);
        return next is null ? new(items, bounds.End, false) : new(items, last, true);
    }

    private sealed record Bounds(long After, long End, int Limit, long MaxBytes, string Node, int Envelope);
}
