using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>What became of an offered item.</summary>
public enum Acceptance
{
    /// <summary>Now a link of its feed.</summary>
    Accepted,

    /// <summary>Was here already: success.</summary>
    Duplicate,

    /// <summary>Now a link of its feed, kept raw and shown to nobody.</summary>
    Quarantined,

    /// <summary>No link; the feed stays where it was.</summary>
    Rejected,

    /// <summary>An item of the same feed before it in the page was rejected.</summary>
    NotLookedAt,
}

/// <summary>What became of one offered item, and why.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Acceptance">What became of it.</param>
/// <param name="Reason">By its name in errors.proto, e.g. <c>FORK</c>; of a duplicate, why it is in quarantine. Empty when accepted, a duplicate of what was, or not looked at.</param>
/// <param name="Field">The field at fault as in the proto; empty when it is none in particular.</param>
public sealed record ItemResult(ItemId Id, Acceptance Acceptance, string Reason = "", string Field = "");
