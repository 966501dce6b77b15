using System.Collections.Concurrent;
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
/// <param name="KeysAt">Where its last key statement stands.</param>
public sealed record FeedHead(NodeId Node, byte[] Epoch, long Position, ItemId LastItem, long KeysAt);

/// <summary>Where every feed stands, and with which keys: enough to judge the next entry without reading the feed again.</summary>
public sealed class FeedHeads(Database database)
{
    private const int MostKeyStatements = 10_000;

    // Verifying a feed's key statements costs milliseconds, and every call asks. A key statement never changes, and where the last one stands tells whether there is another.
    private readonly ConcurrentDictionary<NodeId, KeyChain> chains = new();

    /// <summary>Where a feed stands; null when none of it is here.</summary>
    public async Task<FeedHead?> Of(NodeId node, CancellationToken cancellationToken = default) =>
        (await database.Find<HeadRow>(HeadSql, new { node = node.Value }, cancellationToken).ConfigureAwait(false))?.ToHead();

    /// <summary>
    /// What a verifier must know to judge the feed's next entry: its head and its key statements, which are items of the feed itself.
    /// <see cref="FeedState.Empty"/> when none of it is here.
    /// </summary>
    public async Task<FeedState> State(NodeId node, CancellationToken cancellationToken = default)
    {
        if (await Of(node, cancellationToken).ConfigureAwait(false) is not { } head)
        {
            return FeedState.Empty;
        }

        if (!chains.TryGetValue(node, out var chain) || chain.Head?.Position != (ulong)head.KeysAt)
        {
            var keys = await KeyStatements(node, head.Position, cancellationToken).ConfigureAwait(false);
            chain = FeedState.Restore(keys, (ulong)head.Position, head.LastItem, ByteString.CopyFrom(head.Epoch)).Keys;
            chains[node] = chain;
        }

        return new(node, chain, (ulong)head.Position, head.LastItem, ByteString.CopyFrom(head.Epoch));
    }

    /// <summary>A feed's key statements up to a position, the genesis first.</summary>
    public async Task<IReadOnlyList<SignedItem>> KeyStatements(NodeId node, long upTo, CancellationToken cancellationToken = default) =>
    [
        .. (await database.Query<byte[]>(
            "select signed from feed_entry where node_id = @node and is_keys = 1 and first <= @upTo order by first limit @limit",
            new { node = node.Value, upTo, limit = MostKeyStatements },
            cancellationToken).ConfigureAwait(false)).Select(SignedItem.Parser.ParseFrom),
    ];

    /// <summary>The item at a position of a feed; null when it is not here.</summary>
    public async Task<ItemId?> ItemAt(NodeId node, long position, CancellationToken cancellationToken = default) =>
        await database.Find<byte[]>("select item_id from item where node_id = @node and feed_position = @position", new { node = node.Value, position }, cancellationToken)
            .ConfigureAwait(false) is { } id ? ItemId.FromBytes(id) : null;

    /// <summary>Positions of a feed whose items name a content that is neither here nor withdrawn, the first ones.</summary>
    public async Task<IReadOnlyList<ulong>> ContentsMissing(NodeId node, int limit, CancellationToken cancellationToken = default) =>
        [.. (await database.Query<long>(
            "select feed_position from item where node_id = @node and content_missing = 1 order by feed_position limit @limit", new { node = node.Value, limit }, cancellationToken)
            .ConfigureAwait(false)).Select(position => (ulong)position)];

    internal static async Task<FeedHead?> Read(Transaction transaction, NodeId node) =>
        (await transaction.Find<HeadRow>(HeadSql, new { node = node.Value }).ConfigureAwait(false))?.ToHead();

    internal static Task Save(Transaction transaction, NewEntry last, long? keysAt) => transaction.Execute(
        """
        insert into feed_head (node_id, epoch, position, item_id, keys_at) values (@node, @Epoch, @Last, @item, coalesce(@keysAt, 0))
        on conflict (node_id) do update set epoch = excluded.epoch, position = excluded.position, item_id = excluded.item_id,
               keys_at = coalesce(@keysAt, feed_head.keys_at)
         where feed_head.position <= excluded.position
        """,
        new { node = last.Node.Value, last.Epoch, last.Last, item = last.Items[^1].Id.ToBytes(), keysAt });

    private const string HeadSql = "select node_id, epoch, position, item_id, keys_at from feed_head where node_id = @node";

    private sealed record HeadRow
    {
        public required string NodeId { get; init; }
        public required byte[] Epoch { get; init; }
        public required long Position { get; init; }
        public required byte[] ItemId { get; init; }
        public required long KeysAt { get; init; }

        public FeedHead ToHead() => new(new NodeId(NodeId), Epoch, Position, Trust.ItemId.FromBytes(ItemId), KeysAt);
    }
}
