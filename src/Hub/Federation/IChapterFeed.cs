using Grpc.Core;
using Orleans.Concurrency;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>A feed at this hub, by its node's id: what chapters push of it is judged and stored here, one page after the other.</summary>
[Alias("chapter-feed")]
internal interface IChapterFeed : IGrainWithStringKey
{
    /// <summary>How the chapter and its feed stand; null for a node that never enrolled here. Never waits behind a page.</summary>
    [Alias("known")]
    Task<KnownChapter?> Known();

    /// <summary>Stores a page that the chapter says itself, or as much of it as the day still allows.</summary>
    [Alias("push")]
    Task<PushAnswer> Push([Immutable] CheckedPage page, CancellationToken cancellationToken);

    /// <summary>Stores what the owner of the printed words says to take the node back: in every state, and before it was ever admitted.</summary>
    [Alias("take-back")]
    Task<PushAnswer> TakeBack([Immutable] CheckedPage page, CancellationToken cancellationToken);

    /// <summary>Stores entries of this feed that somebody else still holds.</summary>
    [Alias("mend")]
    Task<PushAnswer> Mend([Immutable] FeedPage page, CancellationToken cancellationToken);

    /// <summary>Counts a page of other feeds that the chapter gives back; what it may say itself does not become less by it.</summary>
    /// <returns>Why it may not; null when it may.</returns>
    [Alias("count-mending")]
    Task<CallRefused?> CountMending(long bytes);

    /// <summary>The recovery key said hello: what the signing key pushes is held back for a while.</summary>
    [Alias("hold-back")]
    Task HoldBack();

    /// <summary>Something that is kept in memory here was decided elsewhere.</summary>
    [Alias("forget")]
    Task Forget();
}

/// <summary>A chapter that enrolled here.</summary>
/// <param name="Chapter">What it is, and how it stands.</param>
/// <param name="Feed">Its feed as it stands here; until it is admitted, what waits in its enrolment.</param>
/// <param name="HasFeed">True once it was admitted.</param>
[GenerateSerializer, Immutable, Alias("known-chapter")]
internal sealed record KnownChapter([property: Id(0)] EnrolledChapter Chapter, [property: Id(1)] FeedState Feed, [property: Id(2)] bool HasFeed)
{
    /// <summary>True when it exchanges.</summary>
    public bool IsAdmitted => Chapter.Enrolment.Standing == EnrolmentState.Admitted;
}

/// <summary>What becomes of a pushed page.</summary>
/// <param name="Response">The answer; null when the call is refused.</param>
/// <param name="Refused">Why it is refused.</param>
[GenerateSerializer, Immutable, Alias("push-answer")]
internal sealed record PushAnswer([property: Id(0)] PushResponse? Response, [property: Id(1)] CallRefused? Refused)
{
    public static implicit operator PushAnswer(PushResponse response) => new(response, null);

    public static implicit operator PushAnswer(CallRefused refused) => new(null, refused);
}

/// <summary>Why a call is refused, said where no call is at hand.</summary>
/// <param name="Status">The gRPC status.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Wait">After what time it is worth trying again; null says nothing of it.</param>
[GenerateSerializer, Immutable, Alias("call-refused")]
internal sealed record CallRefused([property: Id(0)] StatusCode Status, [property: Id(1)] Reason Reason, [property: Id(2)] TimeSpan? Wait = null)
{
    public RpcException ToException() => Wait is { } wait ? RpcRefusal.RetryAfter(Status, Reason, wait) : RpcRefusal.Of(Status, Reason);
}
