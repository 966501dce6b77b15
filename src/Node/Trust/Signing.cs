using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Makes items and signs runs. The only place where a payload is serialised: from here on its bytes are what is stored, sent and verified.</summary>
public static class Signing
{
    /// <summary>An item of a payload.</summary>
    public static Item ItemOf(IMessage payload) => new() { PayloadType = payload.Descriptor.FullName, Payload = payload.ToByteString() };

    /// <summary>A statement with the signatures of these keys.</summary>
    public static SignedItem Sign(IMessage payload, params ReadOnlySpan<SigningKey> keys)
    {
        var signed = new SignedItem { PayloadType = payload.Descriptor.FullName, Payload = payload.ToByteString() };
        var input = SigningInput.Of(signed);
        foreach (var key in keys)
        {
            signed.Signatures.Add(new Signature
            {
                KeyId = ByteString.CopyFrom(key.Public.Id.ToBytes()),
                Value = ByteString.CopyFrom(key.Sign(input)),
            });
        }

        return signed;
    }

    /// <summary>The run over items that follow each other in a feed, signed.</summary>
    /// <param name="node">Whose feed.</param>
    /// <param name="epoch">The epoch of all of them.</param>
    /// <param name="from">Where the first stands.</param>
    /// <param name="items">Their ids: 1 to <see cref="FeedPages.Items"/>.</param>
    /// <param name="key">The key that is valid there.</param>
    public static SignedItem Run(NodeId node, ByteString epoch, ulong from, IReadOnlyList<ItemId> items, SigningKey key) => Sign(
        new Run
        {
            NodeId = node.Value,
            Epoch = epoch,
            From = from,
            To = from + (ulong)items.Count - 1,
            Head = ByteString.CopyFrom(items[^1].ToBytes()),
            Root = ByteString.CopyFrom(MerkleTree.RootOf([.. items])),
        },
        key);
}
