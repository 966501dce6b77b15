using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>What becomes of an entry of a feed.</summary>
public enum VerdictKind
{
    /// <summary>Links of the chain.</summary>
    Accepted,

    /// <summary>Held already: nothing to do, and a success.</summary>
    Duplicate,

    /// <summary>No links of the chain: the feed stays where it was.</summary>
    Rejected,
}

/// <summary>The judgement on an entry.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Reason">Why it is rejected.</param>
/// <param name="Field">The field at fault, as in the proto; empty when it is none in particular.</param>
/// <param name="From">Where its first item stands; 0 if that was not read.</param>
/// <param name="Items">Its items in order, unless it is rejected.</param>
/// <param name="Next">The feed after it: further when it was accepted, else as before.</param>
public sealed record Verdict(VerdictKind Kind, Reason Reason, string Field, ulong From, IReadOnlyList<ItemVerdict> Items, FeedState Next)
{
    /// <summary>True when it branches off: what stood at its place and after it, said in an epoch before, is superseded.</summary>
    public bool Supersedes { get; init; }

    /// <summary>True when it is the first that is said in its epoch.</summary>
    public bool BeginsEpoch { get; init; }

    /// <summary>True when its items are now part of the feed.</summary>
    public bool IsLink => Kind == VerdictKind.Accepted;

    /// <summary>The reason as it is sent: its name without the prefix, e.g. <c>SIGNATURE_INVALID</c>; empty when accepted.</summary>
    public string ReasonCode => Reasons.CodeOf(Reason);
}

/// <summary>The judgement on one item of an entry that holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Item">The item.</param>
/// <param name="Envelope">What it begins with.</param>
public sealed record ItemVerdict(ItemId Id, ulong Position, Item Item, Envelope Envelope)
{
    /// <summary>Why it is put aside: kept raw and shown to nobody, tried again after an upgrade. Unspecified when it is understood and within limits.</summary>
    public Reason Quarantined { get; init; }

    /// <summary>The field at fault when it is put aside; empty when it is none in particular.</summary>
    public string Field { get; init; } = "";

    /// <summary>The payload when it was understood.</summary>
    public IMessage? Payload { get; init; }

    /// <summary>The content, when it came and is the one that the item names.</summary>
    public Content? Content { get; init; }

    /// <summary>Why a content that the item names is not here: CONTENT_MISSING or CONTENT_MISMATCH. Unspecified when it is, or none is named.</summary>
    public Reason ContentWanted { get; init; }
}

/// <summary>What was found in a run before its place in the feed was looked at.</summary>
/// <param name="Keys">The keys against which it was checked; against others it says nothing.</param>
/// <param name="Fault">Why it is no link, wherever it stands; unspecified when it may be one.</param>
/// <param name="Field">The field at fault; empty when it is none in particular.</param>
/// <param name="Said">What was signed; null when it was not read.</param>
/// <param name="Items">Its items in order, each judged alone; none when there is a fault.</param>
public sealed record CheckedRun(KeyChain Keys, Reason Fault, string Field, Run? Said, IReadOnlyList<ItemVerdict> Items);

/// <summary>A page whose runs were checked ahead of their turn.</summary>
/// <param name="Page">The page.</param>
/// <param name="Runs">One for each of its entries; null for a key statement.</param>
/// <param name="State">Its only feed as it is believed to stand; null looks each of them up.</param>
public sealed record CheckedPage(FeedPage Page, IReadOnlyList<CheckedRun?> Runs, FeedState? State)
{
    /// <summary>Checks every run of a page against the keys of the feed it belongs to.</summary>
    public static CheckedPage Of(FeedPage page, FeedState state) =>
        new(page, [.. page.Entries.Select(entry => entry.Run is { } run ? FeedVerifier.Check(state.NodeId, state.Keys, run) : null)], state);

    /// <summary>A page whose feeds are looked up, and whose runs are checked in their turn.</summary>
    public static CheckedPage Unchecked(FeedPage page) => new(page, [], null);
}
