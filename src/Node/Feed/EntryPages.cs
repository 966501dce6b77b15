using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Reads whole entries in pages that are bounded in items and in bytes by the database itself: contents may be large.</summary>
internal sealed class EntryPages(Database database)
{
    private const string Columns = "e.node_id, e.first, e.last, e.is_keys, e.signed, e.bytes";

    // Those that are given again because a content came late, too: whoever has gone past meets them again, and whoever begins meets them where they stand.
    private const string OfAllFeeds =
        $"""
        select e.position as number, e.position as position, {Columns} from feed_entry e
         where e.position > @After and e.position <= @End and e.node_id <> @Node and e.superseded = 0
         union all
        select a.position as number, a.position as position, {Columns}
          from feed_again a join feed_entry e on e.node_id = a.node_id and e.first = a.first and e.superseded = 0
         where a.position > @After and a.position <= @End and a.node_id <> @Node
        """;

    // A run has at most 500 items: so the index on its beginning finds one that only ends after the position.
    private const string OfOneFeed =
        $"""
        select e.first as number, e.position as position, {Columns} from feed_entry e
         where e.first > @After - 500 and e.last > @After and e.first <= @End and e.node_id = @Node and e.superseded = 0
        """;

    /// <summary>Over all feeds but one, in the order of transport.</summary>
    public async Task<StoredPage> OfAll(long after, NodeId? except, CancellationToken cancellationToken)
    {
        // The counter first: all up to it is committed, so what a page does not show is not there.
        var end = await database.Find<long>("select position from item_counter where one = 1", null, cancellationToken).ConfigureAwait(false);
        return await Read(OfAllFeeds, new Bounds(after, end, except?.Value ?? ""), entry => entry.Position, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of one feed, in its numbering, up to the entry that holds the last position asked for; 0 is the feed's end.</summary>
    public async Task<StoredPage> OfFeed(NodeId node, long after, long last, CancellationToken cancellationToken)
    {
        var end = await database.Find<long>("select position from feed_head where node_id = @node", new { node = node.Value }, cancellationToken).ConfigureAwait(false);
        end = last == 0 ? end : Math.Min(last, end);
        return await Read(OfOneFeed, new Bounds(after, end, node.Value), entry => entry.Last, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StoredPage> Read(string which, Bounds bounds, Func<StoredEntry, long> numberOf, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>(
            $"""
            select page.position, i.payload_type, i.payload, c.salt, c.bytes,
                   case when i.feed_position = page.first then page.node_id end as node_id, case when i.feed_position = page.first then page.first end as first,
                   case when i.feed_position = page.first then page.last end as last, case when i.feed_position = page.first then page.is_keys end as is_keys,
                   case when i.feed_position = page.first then page.signed end as signed
              from (select found.*, sum(found.bytes) over (order by found.number) as bytes_so_far, sum(found.last - found.first + 1) over (order by found.number) as items_so_far
                      from ({which} order by number limit {FeedPages.Items}) found) page
              join item i on i.node_id = page.node_id and i.feed_position between page.first and page.last and i.superseded = 0
              left join item_content c on c.position = i.position
             where page.bytes_so_far <= {FeedPages.Bytes} and page.items_so_far <= {FeedPages.Items}
             order by page.number, i.feed_position
             limit {FeedPages.Items}
            """,
            bounds,
            cancellationToken).ConfigureAwait(false);
        var entries = rows.GroupBy(row => row.Position).Select(entry => Row.ToEntry([.. entry])).ToList();
        if (entries.Count == 0)
        {
            return new([], Math.Max(bounds.After, bounds.End), false);
        }

        var last = numberOf(entries[^1]);
        if (last >= bounds.End)
        {
            return new(entries, bounds.End, false);
        }

        var next = await database.Find<long?>($"select number from ({which}) found order by number limit 1", bounds with { After = last }, cancellationToken).ConfigureAwait(false);
        return next is null ? new(entries, bounds.End, false) : new(entries, last, true);
    }

    private sealed record Bounds(long After, long End, string Node);

    /// <summary>An item; what there is of its entry comes with the first one only.</summary>
    private sealed record Row
    {
        public required long Position { get; init; }
        public string NodeId { get; init; } = "";
        public long First { get; init; }
        public long Last { get; init; }
        public bool IsKeys { get; init; }
        public byte[] Signed { get; init; } = [];
        public required string PayloadType { get; init; }
        public required byte[] Payload { get; init; }
        public byte[]? Salt { get; init; }
        public byte[]? Bytes { get; init; }

        public static StoredEntry ToEntry(IReadOnlyList<Row> rows)
        {
            var first = rows[0];
            var signed = SignedItem.Parser.ParseFrom(first.Signed);
            var entry = new FeedEntry { NodeId = first.NodeId };
            if (first.IsKeys)
            {
                entry.KeyStatement = signed;
            }
            else
            {
                entry.Run = new SignedRun { Run = signed, Items = { rows.Select(row => row.ToItem()) } };
            }

            return new(first.Position, first.NodeId, first.First, first.Last, entry);
        }

        private ItemWithContent ToItem() => new()
        {
            Item = new Item { PayloadType = PayloadType, Payload = UnsafeByteOperations.UnsafeWrap(Payload) },
            Content = Salt is null || Bytes is null ? null : new Content { Salt = UnsafeByteOperations.UnsafeWrap(Salt), Bytes = UnsafeByteOperations.UnsafeWrap(Bytes) },
        };
    }
}
