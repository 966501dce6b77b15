using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>
/// What somebody wants to become of their comments when they leave. A record of its own, because it is acted on after everything else that they said of themselves is
/// forgotten. It has the member's id.
/// </summary>
public sealed record LeavingWish : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "comments-on-leaving";

    /// <summary>When they asked that their comments be erased when they leave; null while they have not: they stay then, as those of somebody who has left.</summary>
    public DateTimeOffset? EraseSince { get; init; }
}

/// <summary>One member's wish.</summary>
[Alias("comments-on-leaving")]
public interface ILeavingWishGrain : IRecordGrain<LeavingWish>;

[GrainType("comments-on-leaving")]
internal sealed class LeavingWishGrain([PersistentState(LeavingWish.Kind)] IPersistentState<LeavingWish> state, RecordParts parts) : RecordGrain<LeavingWish>(state, parts), ILeavingWishGrain;
