using System.Collections.Immutable;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>One accepted key statement of a feed.</summary>
/// <param name="Id">Id of the item that carries it.</param>
/// <param name="Position">Where it stands in the feed. Its signing key speaks from the next position on.</param>
/// <param name="Sequence">0 for the genesis.</param>
/// <param name="Reason">Why it was made.</param>
/// <param name="Signing">The signing key from here on.</param>
/// <param name="Recovery">The recovery key from here on.</param>
/// <param name="NotBefore">What its signer's clock said.</param>
public sealed record KeyStep(
    ItemId Id, ulong Position, uint Sequence, KeyStatementReason Reason, VerifyingKey Signing, VerifyingKey Recovery, DateTimeOffset NotBefore);

/// <summary>Positions whose items are links of the chain but not to be believed: somebody else held the key.</summary>
/// <param name="From">The first one.</param>
/// <param name="Until">The one after the last.</param>
public sealed record Disbelieved(ulong From, ulong Until);

/// <summary>Which keys speak for a node at which position of its feed: the feed's key statements, in order.</summary>
/// <param name="Steps">Empty before the genesis.</param>
/// <param name="Disbelieved">What a COMPROMISE, or a RECOVER that set rotations aside, took back.</param>
public sealed record KeyChain(ImmutableList<KeyStep> Steps, ImmutableList<Disbelieved> Disbelieved)
{
    /// <summary>A chain without a genesis.</summary>
    public static KeyChain Empty { get; } = new([], []);

    /// <summary>The last statement; null before the genesis.</summary>
    public KeyStep? Head => Steps.IsEmpty ? null : Steps[^1];

    /// <summary>The key that signs the item after the last key statement: the one calls are made with. Null before the genesis and after RETIRE.</summary>
    public VerifyingKey? Current => Head is { Reason: not KeyStatementReason.Retire } head ? head.Signing : null;

    /// <summary>The key that may sign an ordinary item at that position; null when none may.</summary>
    public VerifyingKey? SigningKeyAt(ulong position) =>
        Steps.FindLast(step => step.Position < position) is { Reason: not KeyStatementReason.Retire } step ? step.Signing : null;

    /// <summary>False for an item that was signed while somebody else held the key: keep it, show it no more.</summary>
    public bool IsBelieved(ulong position) => !Disbelieved.Exists(range => range.From <= position && position < range.Until);

    /// <summary>The key of that id, if it ever was a signing or recovery key of this node.</summary>
    internal VerifyingKey? Find(KeyId id) => Steps.SelectMany(s => new[] { s.Signing, s.Recovery }).FirstOrDefault(k => k.Id == id);
}
