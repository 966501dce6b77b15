using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>The hub that this chapter gave its code to, pinned by its id, and what is known of the exchange.</summary>
public sealed record HubLink : HubEndpoint
{
    /// <summary>How the chapter stands.</summary>
    public required EnrolmentState State { get; init; }

    /// <summary>Since when, as the hub says.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What the hub's operator wrote to the chapter; plain text, may be empty.</summary>
    public required string Message { get; init; }

    /// <summary>The hub's epoch, 16 bytes; null before the first hello.</summary>
    public required byte[]? HubEpoch { get; init; }

    /// <summary>Up to where everything pulled is stored; opaque, empty before the first pull.</summary>
    public required byte[] Cursor { get; init; }

    /// <summary>When a hello was last answered.</summary>
    public required DateTimeOffset? HelloAt { get; init; }

    /// <summary>By how much the chapter's clock is ahead of the hub's, in seconds; negative when it is behind, null while unknown.</summary>
    public required long? ClockAheadSeconds { get; init; }
}

/// <summary>One of the two directions of the exchange; each succeeds and fails by itself.</summary>
public enum Lane
{
    /// <summary>From the chapter to the hub.</summary>
    Push,

    /// <summary>From the hub to the chapter.</summary>
    Pull,
}

/// <summary>How a direction of the exchange goes.</summary>
public sealed record LaneStatus
{
    /// <summary>Which.</summary>
    public required Lane Lane { get; init; }

    /// <summary>When it last succeeded.</summary>
    public required DateTimeOffset? SucceededAt { get; init; }

    /// <summary>Why it last failed, as in <see cref="CallFailure.Code"/>; empty when it did not fail since.</summary>
    public required string Failure { get; init; }

    /// <summary>How often it failed in a row.</summary>
    public required long Failures { get; init; }

    /// <summary>When it is tried again; null when it is not waiting.</summary>
    public required DateTimeOffset? NextTryAt { get; init; }
}
