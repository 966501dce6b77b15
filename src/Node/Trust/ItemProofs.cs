using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>What a proof shows.</summary>
/// <param name="Node">Who said it.</param>
/// <param name="Position">Where in its feed.</param>
/// <param name="Item">The item's id, what it is, and its content if that came and is its own.</param>
/// <param name="Key">The key that signed.</param>
public sealed record ProvenItem(NodeId Node, ulong Position, ItemVerdict Item, KeyId Key);

/// <summary>
/// Proves one item alone: that its node signed the run it is in, with a key that the node's genesis leads to. It shows the feed as it was then: a later
/// withdrawal, or that the key was stolen, cannot be seen in it.
/// </summary>
public static class ItemProofs
{
    private const int LongestPath = 9;

    /// <summary>The proof of an item of a run.</summary>
    /// <param name="run">The run as it was signed.</param>
    /// <param name="items">All its items, in order.</param>
    /// <param name="place">Which of them, from 0.</param>
    /// <param name="item">That one.</param>
    /// <param name="keyStatements">The feed's, up to the run, the genesis first.</param>
    public static ItemProof Of(SignedItem run, IReadOnlyList<ItemId> items, int place, ItemWithContent item, IEnumerable<SignedItem> keyStatements) => new()
    {
        Item = item,
        Run = run,
        Path = { MerkleTree.PathOf([.. items], place).Select(hash => ByteString.CopyFrom(hash)) },
        KeyStatements = { keyStatements },
    };

    /// <summary>What it shows; null when it does not hold.</summary>
    public static ProvenItem? Verify(ItemProof proof)
    {
        if (proof is not { Item.Item: { } item, Run: { } signed, KeyStatements.Count: > 0, Path.Count: <= LongestPath } || KeysOf(proof) is not { NodeId: { } node } state
            || PayloadTypes.Parse(Run.Descriptor, signed.Payload) is not Run run || run.NodeId != node.Value
            || state.Keys.SigningKeyAt(run.From) is not { } key || !ItemSignatures.Hold(signed, SigningInput.Of(signed), [key]) || signed.PayloadType != Run.Descriptor.FullName)
        {
            return null;
        }

        var judged = FeedVerifier.Judge(SigningInput.IdOf(item), item, proof.Item.Content);
        var at = judged.Envelope.At;
        var isInRun = at.NodeId == run.NodeId && at.Epoch.Equals(run.Epoch) && at.Position >= run.From && at.Position <= run.To && run.To - run.From < FeedPages.Items;
        return isInRun && MerkleTree.RootOf(judged.Id, (int)(at.Position - run.From), (int)(run.To - run.From) + 1, [.. proof.Path.Select(hash => hash.ToByteArray())]) is { } root
            && run.Root.Span.SequenceEqual(root) ? new(node, at.Position, judged, key.Id) : null;
    }

    private static FeedState? KeysOf(ItemProof proof)
    {
        try
        {
            return FeedState.Restore(proof.KeyStatements, 1, default, ByteString.Empty);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
