using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>What becomes of an item.</summary>
public enum VerdictKind
{
    /// <summary>A link of the chain, understood and within limits.</summary>
    Accepted,

    /// <summary>The feed's last item once more: nothing to do, and a success.</summary>
    Duplicate,

    /// <summary>A link of the chain that is not understood or over a limit: keep its bytes, show nothing, go on, try again after an upgrade.</summary>
    Quarantined,

    /// <summary>No link of the chain: the feed stays where it was.</summary>
    Rejected,
}

/// <summary>Whether an item that names a content must come with it.</summary>
public enum ContentRule
{
    /// <summary>A node shares an item anew: its content must be there.</summary>
    Required,

    /// <summary>An item that has been on its way: its content may have been erased since. What comes must match all the same.</summary>
    MayBeAbsent,
}

/// <summary>The judgement on one item.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Reason">Why, unless accepted.</param>
/// <param name="Field">The field at fault, as in the proto; empty when it is none in particular.</param>
/// <param name="ItemId">The item's id.</param>
/// <param name="Position">Where it says it stands; 0 if that was not read.</param>
/// <param name="Payload">The payload when it was understood and signed; null otherwise.</param>
/// <param name="Content">The content when it came, matched and was understood; null otherwise.</param>
/// <param name="Next">The feed after this item: further by one when it is a link, else as before.</param>
public sealed record Verdict(
    VerdictKind Kind, Reason Reason, string Field, ItemId ItemId, ulong Position, IMessage? Payload, IMessage? Content, FeedState Next)
{
    /// <summary>True when the item is now part of the feed.</summary>
    public bool IsLink => Kind is VerdictKind.Accepted or VerdictKind.Quarantined;

    /// <summary>The reason as it is sent: its name without the prefix, e.g. <c>SIGNATURE_INVALID</c>; empty when accepted.</summary>
    public string ReasonCode => Reasons.CodeOf(Reason);
}
