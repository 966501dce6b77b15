using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Well signed items that do not continue their feed, kept to be shown: a fork proves that two programs speak as one node.</summary>
public sealed class FeedEvidence(Database database)
{
    // A node that forks without end proves no more with the thousandth item than with the first hundred, and must not fill the disk.
    private const int MostOfOneNode = 100;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<Evidence>> Newest(int limit, CancellationToken cancellationToken = default) => database.Query<Evidence>(
        "select node_id, item_id, feed_position, reason, item, seen_at from feed_evidence order by seen_at desc, node_id, feed_position, item_id limit @limit",
        new { limit },
        cancellationToken);

    internal static async Task Keep(Transaction transaction, NodeId node, Verdict verdict, SignedItem item, DateTimeOffset now) => await transaction.Execute(
        """
        insert into feed_evidence (node_id, item_id, feed_position, reason, item, seen_at)
        select @node, @id, @position, @reason, @item, @now
         where (select count(*) from feed_evidence where node_id = @node) < @most
        on conflict (node_id, item_id) do nothing
        """,
        new
        {
            node = node.Value,
            id = verdict.ItemId.ToBytes(),
            position = (long)Math.Min(verdict.Position, long.MaxValue),
            reason = verdict.ReasonCode,
            item = item.ToByteArray(),
            now,
            most = MostOfOneNode,
        }).ConfigureAwait(false);

    /// <summary>A gap that the feed has grown past is closed.</summary>
    internal static Task Close(Transaction transaction, NodeId node, long position) => transaction.Execute(
        "delete from feed_evidence where node_id = @node and reason = 'GAP' and feed_position <= @position", new { node = node.Value, position });
}

/// <summary>One piece of evidence.</summary>
public sealed record Evidence
{
    /// <summary>Whose feed.</summary>
    public required string NodeId { get; init; }

    /// <summary>The 32 bytes of the item's id.</summary>
    public required byte[] ItemId { get; init; }

    /// <summary>The place it claims.</summary>
    public required long FeedPosition { get; init; }

    /// <summary><c>FORK</c>: another item is there; <c>GAP</c>: items before it never came.</summary>
    public required string Reason { get; init; }

    /// <summary>The serialised signed item.</summary>
    public required byte[] Item { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}
