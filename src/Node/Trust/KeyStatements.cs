using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Makes key statements, from the genesis of a new node on, signed as <see cref="KeyRules"/> demands.</summary>
public static class KeyStatements
{
    private const int RandomBytes = 16;

    /// <summary>Sixteen random bytes: a feed's epoch, new at every install and every restore.</summary>
    public static ByteString NewEpoch() => ByteString.CopyFrom(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Item 1 of a new node's feed; <see cref="NodeId.OfGenesis"/> over its signing input is the node's id.</summary>
    public static SignedItem Genesis(SigningKey signing, SigningKey recovery, ByteString epoch, DateTimeOffset now) =>
        Signing.Sign(
            new KeyStatement
            {
                At = new FeedPosition { Epoch = epoch, Position = 1 },
                SigningSpki = Spki(signing.Public),
                RecoverySpki = Spki(recovery.Public),
                NotBefore = now.ToTimestamp(),
                Reason = KeyStatementReason.Genesis,
                Nonce = NewEpoch(),
            },
            signing, recovery);

    /// <summary>The next item of a feed: a new signing key that the old one vouches for.</summary>
    public static SignedItem Rotate(FeedState state, SigningKey old, SigningKey replacement, DateTimeOffset now) =>
        Signing.Sign(Next(state, KeyStatementReason.Rotate, replacement.Public, state.Keys.Head!.Recovery, now), old, replacement);

    /// <summary>The next item of a feed: a new signing key, and perhaps a new recovery key, that the recovery key vouches for.</summary>
    /// <param name="state">The feed as it stands, the thief's rotation included if there was one.</param>
    /// <param name="recovery">The key of the printed words.</param>
    /// <param name="replacement">The new signing key.</param>
    /// <param name="nextRecovery">Typed words have been on a machine: print new ones.</param>
    /// <param name="now">The time of the statement.</param>
    public static SignedItem Recover(FeedState state, SigningKey recovery, SigningKey replacement, VerifyingKey nextRecovery, DateTimeOffset now) =>
        Signing.Sign(Next(state, KeyStatementReason.Recover, replacement.Public, nextRecovery, now), recovery, replacement);

    /// <summary>As <see cref="Recover"/>, and what the old key signed from a position on is not to be believed.</summary>
    public static SignedItem Compromise(
        FeedState state, SigningKey recovery, SigningKey replacement, VerifyingKey nextRecovery, ulong fromPosition, DateTimeOffset now)
    {
        var statement = Next(state, KeyStatementReason.Compromise, replacement.Public, nextRecovery, now);
        statement.CompromisedFromPosition = fromPosition;
        return Signing.Sign(statement, recovery, replacement);
    }

    /// <summary>The last item of a feed: this node says no more.</summary>
    public static SignedItem Retire(FeedState state, SigningKey signing, DateTimeOffset now) =>
        Signing.Sign(Next(state, KeyStatementReason.Retire, signing.Public, state.Keys.Head!.Recovery, now), signing);

    private static KeyStatement Next(FeedState state, KeyStatementReason reason, VerifyingKey signing, VerifyingKey recovery, DateTimeOffset now) => new()
    {
        At = state.NextPosition(),
        Sequence = state.Keys.Head!.Sequence + 1,
        PreviousHash = ByteString.CopyFrom(state.Keys.Head.Id.ToBytes()),
        SigningSpki = Spki(signing),
        RecoverySpki = Spki(recovery),
        NotBefore = now.ToTimestamp(),
        Reason = reason,
        Nonce = NewEpoch(),
    };

    private static ByteString Spki(VerifyingKey key) => ByteString.CopyFrom(key.Spki.Span);
}
