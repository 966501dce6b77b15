using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Where a feed stands here.</summary>
/// <param name="Node">Whose feed.</param>
/// <param name="Epoch">The last item's epoch, 16 bytes.</param>
/// <param name="Position">The last position.</param>
/// <param name="LastItem">The item there.</param>
public sealed record FeedHead(NodeId Node, byte[] Epoch, long Position, ItemId LastItem);

/// <summary>Where every feed stands, and with which keys: enough to judge the next item without reading the feed again.</summary>
public sealed class FeedHeads(Database database)
{
    private const int MostKeyStatements = 10_000;
    private const int ReplayPage = 200;

    /// <summary>Where a feed stands; null when none of it is here.</summary>
    public async Task<FeedHead?> Of(NodeId node, CancellationToken cancellationToken = default) =>
        (await database.Find<HeadRow>(HeadSql, new { node = node.Value }, cancellationToken).ConfigureAwait(false))?.ToHead();

    /// <summary>
    /// What a verifier must know to judge the feed's next item: its head and its key statements, which are items of the feed itself.
    /// <see cref="FeedState.Empty"/> when none of it is here.
    /// </summary>
    public async Task<FeedState> State(NodeId node, CancellationToken cancellationToken = default)
    {
        if (await Of(node, cancellationToken).ConfigureAwait(false) is not { } head)
        {
            return FeedState.Empty;
        }

        var keys = await database.Query<byte[]>(
            """
            select item from item
             where node_id = @node and payload_type = 'recoverycop.federation.v1.KeyStatement' and feed_position <= @upTo
             order by feed_position
             limit @limit
            """,
            new { node = node.Value, upTo = head.Position, limit = MostKeyStatements },
            cancellationToken).ConfigureAwait(false);
        return FeedState.Restore(keys.Select(SignedItem.Parser.ParseFrom), (ulong)head.Position, head.LastItem, ByteString.CopyFrom(head.Epoch));
    }

    /// <summary>
    /// Reads and verifies a whole feed again, from its items alone, and stores where it stands. For a check of a node's health; nothing depends on it.
    /// </summary>
    /// <returns>Null when none of the feed is here.</returns>
    /// <exception cref="InvalidDataException">A stored item does not verify: the store is damaged. Nothing is changed.</exception>
    public async Task<FeedHead?> Rebuild(NodeId node, CancellationToken cancellationToken = default)
    {
        var state = FeedState.Empty;
        IReadOnlyList<byte[]> page;
        do
        {
            page = await database.Query<byte[]>(
                "select item from item where node_id = @node and feed_position > @after order by feed_position limit @limit",
                new { node = node.Value, after = (long)state.Position, limit = ReplayPage },
                cancellationToken).ConfigureAwait(false);
            state = page.Aggregate(state, Replay);
        }
        while (page.Count == ReplayPage);

        if (state.LastItemId is not { } last)
        {
            return null;
        }

        var head = new FeedHead(node, state.Epoch.ToByteArray(), (long)state.Position, last);
        // Items that came meanwhile have moved the head further than was read here; theirs stands.
        await database.Write(t => Save(t, head), cancellationToken).ConfigureAwait(false);
        return head;
    }

    internal static async Task<FeedHead?> Read(Transaction transaction, NodeId node) =>
        (await transaction.Find<HeadRow>(HeadSql, new { node = node.Value }).ConfigureAwait(false))?.ToHead();

    internal static Task Save(Transaction transaction, FeedHead head) => transaction.Execute(
        """
        insert into feed_head (node_id, epoch, position, item_id) values (@node, @epoch, @position, @item)
        on conflict (node_id) do update set epoch = excluded.epoch, position = excluded.position, item_id = excluded.item_id
         where feed_head.position <= excluded.position
        """,
        new { node = head.Node.Value, epoch = head.Epoch, position = head.Position, item = head.LastItem.ToBytes() });

    private const string HeadSql = "select node_id, epoch, position, item_id from feed_head where node_id = @node";

    private static FeedState Replay(FeedState state, byte[] stored)
    {
        var verdict = FeedVerifier.Verify(state, new ItemWithContent { Item = SignedItem.Parser.ParseFrom(stored) }, ContentRule.MayBeAbsent);
        return verdict.IsLink
            ? verdict.Next
            : throw new InvalidDataException($"Stored item {verdict.ItemId} does not continue its feed: {verdict.ReasonCode}");
    }

    private sealed record HeadRow
    {
        public required string NodeId { get; init; }
        public required byte[] Epoch { get; init; }
        public required long Position { get; init; }
        public required byte[] ItemId { get; init; }

        public FeedHead ToHead() => new(new NodeId(NodeId), Epoch, Position, Trust.ItemId.FromBytes(ItemId));
    }
}
