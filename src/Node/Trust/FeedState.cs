using System.Collections.Immutable;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>What a verifier knows of a feed: enough to judge the next item.</summary>
/// <param name="NodeId">Whose feed it is; null before the genesis.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Position">The last position; 0 before the genesis.</param>
/// <param name="LastItemId">Id of the item there; null before the genesis.</param>
/// <param name="Epoch">The last item's epoch: the one the node speaks in.</param>
public sealed record FeedState(NodeId? NodeId, KeyChain Keys, ulong Position, ItemId? LastItemId, ByteString Epoch)
{
    /// <summary>The epochs before it. None of them ever comes back: whoever still speaks in one is another copy of the node.</summary>
    public ImmutableHashSet<ByteString> PastEpochs { get; init; } = [];


    /// <summary>A feed of which nothing is known.</summary>
    public static FeedState Empty { get; } = new(null, KeyChain.Empty, 0, null, ByteString.Empty);

    /// <summary>
    /// The state of a feed whose items were verified and stored before: from its key statements in order (the genesis first) and its last item.
    /// Throws when they are not a key chain: the store is damaged.
    /// </summary>
    public static FeedState Restore(IEnumerable<SignedItem> keyStatements, ulong position, ItemId lastItemId, ByteString epoch)
    {
        var state = Empty;
        foreach (var item in keyStatements)
        {
            var at = Envelopes.Read(item.Payload, out _)?.At;
            var before = state with
            {
                Position = at is null || at.Position == 0 ? state.Position : at.Position - 1,
                LastItemId = at is { PreviousItemId.Length: ItemId.Bytes } ? ItemId.FromBytes(at.PreviousItemId.Span) : null,
            };
            var verdict = FeedVerifier.Verify(before, new FeedEntry { KeyStatement = item });
            state = verdict.IsLink ? verdict.Next : throw new InvalidDataException($"A stored key statement does not verify: {verdict.Reason} {verdict.Field}");
        }

        return state with { Position = position, LastItemId = lastItemId, Epoch = epoch };
    }

    /// <summary>Where the next item of this feed stands, to sign it.</summary>
    public FeedPosition NextPosition() => new()
    {
        NodeId = NodeId?.Value ?? "",
        Epoch = Epoch,
        Position = Position + 1,
        PreviousItemId = LastItemId is { } last ? ByteString.CopyFrom(last.ToBytes()) : ByteString.Empty,
    };
}
