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

    private sealed record HeadRow
    {
        public required string NodeId { get; init; }
        public required byte[] Epoch { get; init; }
        public required long Position { get; init; }
        public required byte[] ItemId { get; init; }

        public FeedHead ToHead() => new(new NodeId(NodeId), Epoch, Position, Trust.ItemId.FromBytes(ItemId));
    }
}
