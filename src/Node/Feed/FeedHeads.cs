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
    internal const int MostKeyStatements = 10_000;

    // Verifying a feed's key statements costs milliseconds, and every call asks. A key statement never changes, and where the last one stands tells
    // whether there is another; epochs only ever follow each other.
    private readonly ConcurrentDictionary<NodeId, Known> known = new();

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

        var epoch = ByteString.CopyFrom(head.Epoch);
        if (!known.TryGetValue(node, out var what) || what.Keys.Head?.Position != (ulong)head.KeysAt || !what.Epoch.Equals(epoch))
        {
            var keys = await KeyStatements(node, head.Position, cancellationToken).ConfigureAwait(false);
            var epochs = await database.Query<byte[]>(
                "select epoch from feed_epoch where node_id = @node order by epoch limit @limit", new { node = node.Value, limit = MostKeyStatements }, cancellationToken).ConfigureAwait(false);
            what = new(FeedState.Restore(keys, (ulong)head.Position, head.LastItem, epoch).Keys, epoch, [.. epochs.Select(ByteString.CopyFrom).Where(e => !e.Equals(epoch))]);
            known[node] = what;
        }

        return new(node, what.Keys, (ulong)head.Position, head.LastItem, epoch) { PastEpochs = what.Past };
    }

    /// <summary>Where feeds end, in the order of their node ids.</summary>
    /// <param name="after">A node id; empty begins.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<FeedHead>> After(string after, int limit, CancellationToken cancellationToken = default) =>
    [
        .. (await database.Query<HeadRow>(
            "select node_id, epoch, position, item_id, keys_at from feed_head where node_id > @after order by node_id limit @limit", new { after, limit }, cancellationToken)
            .ConfigureAwait(false)).Select(row => row.ToHead()),
    ];

    /// <summary>A feed's key statements up to a position, the genesis first.</summary>
    public async Task<IReadOnlyList<SignedItem>> KeyStatements(NodeId node, long upTo, CancellationToken cancellationToken = default) =>
    [
        .. (await database.Query<byte[]>(
            "select signed from feed_entry where node_id = @node and is_keys = 1 and first <= @upTo and superseded = 0 order by first limit @limit",
            new { node = node.Value, upTo, limit = MostKeyStatements },
            cancellationToken).ConfigureAwait(false)).Select(SignedItem.Parser.ParseFrom),
    ];

    /// <summary>The item at a position of a feed; null when it is not here.</summary>
    public async Task<ItemId?> ItemAt(NodeId node, long position, CancellationToken cancellationToken = default) =>
        await database.Find<byte[]>("select item_id from item where node_id = @node and feed_position = @position and superseded = 0", new { node = node.Value, position }, cancellationToken)
            .ConfigureAwait(false) is { } id ? ItemId.FromBytes(id) : null;

    internal static async Task<FeedHead?> Read(Transaction transaction, NodeId node) =>
        (await transaction.Find<HeadRow>(HeadSql, new { node = node.Value }).ConfigureAwait(false))?.ToHead();

    internal static async Task Save(Transaction transaction, NewEntry last, long? keysAt, IEnumerable<NewEntry> begins)
    {
        foreach (var entry in begins)
        {
            await transaction.Execute(
                "insert into feed_epoch (node_id, epoch, first) values (@node, @Epoch, @First) on conflict (node_id, epoch) do nothing",
                new { node = last.Node.Value, entry.Epoch, entry.First }).ConfigureAwait(false);
        }

        await transaction.Execute(
            """
            insert into feed_head (node_id, epoch, position, item_id, keys_at) values (@node, @Epoch, @Last, @item, coalesce(@keysAt, 0))
            on conflict (node_id) do update set epoch = excluded.epoch, position = excluded.position, item_id = excluded.item_id,
                   keys_at = coalesce(@keysAt, feed_head.keys_at)
            """,
            new { node = last.Node.Value, last.Epoch, last.Last, item = last.Items[^1].Id.ToBytes(), keysAt }).ConfigureAwait(false);
    }

    /// <summary>The feed ends earlier than it did, as if what stood behind had never been said: the epochs that began there too.</summary>
    internal static async Task Shorten(Transaction transaction, NodeId node, long position)
    {
        var last = await transaction.Find<byte[]>(
            "select payload from item where node_id = @node and feed_position = @position and superseded = 0", new { node = node.Value, position }).ConfigureAwait(false);
        var epoch = Envelope.Parser.ParseFrom(last).At.Epoch.ToByteArray();
        await transaction.Execute("delete from feed_epoch where node_id = @node and first > @position", new { node = node.Value, position }).ConfigureAwait(false);
        await transaction.Execute(
            """
            update feed_head set position = @position, epoch = @epoch,
                   item_id = (select item_id from item where node_id = @node and feed_position = @position and superseded = 0),
                   keys_at = (select max(first) from feed_entry where node_id = @node and is_keys = 1 and superseded = 0)
             where node_id = @node
            """,
            new { node = node.Value, position, epoch }).ConfigureAwait(false);
    }

    private const string HeadSql = "select node_id, epoch, position, item_id, keys_at from feed_head where node_id = @node";

    private sealed record Known(KeyChain Keys, ByteString Epoch, System.Collections.Immutable.ImmutableHashSet<ByteString> Past);

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
