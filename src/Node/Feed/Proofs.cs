using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Makes proofs of items that this node holds, its own and others'.</summary>
public sealed class Proofs(Database database, FeedHeads heads)
{
    private readonly EntryPages pages = new(database);

    /// <summary>The proof of an item; null when it is not here, or is a key statement, which signs for itself.</summary>
    public async Task<ItemProof?> Of(ItemId id, CancellationToken cancellationToken)
    {
        var at = await database.Find<Place>("select node_id, feed_position from item where item_id = @id and superseded = 0", new { id = id.ToBytes() }, cancellationToken).ConfigureAwait(false);
        if (at is null)
        {
            return null;
        }

        var node = new NodeId(at.NodeId);
        return (await pages.OfFeed(node, at.FeedPosition - 1, at.FeedPosition, cancellationToken).ConfigureAwait(false)).Entries is [{ Entry.Run: { } run } entry, ..]
            ? ItemProofs.Of(run, (int)(at.FeedPosition - entry.First), await heads.KeyStatements(node, entry.First, cancellationToken).ConfigureAwait(false))
            : null;
    }

    private sealed record Place
    {
        public required string NodeId { get; init; }
        public required long FeedPosition { get; init; }
    }
}
