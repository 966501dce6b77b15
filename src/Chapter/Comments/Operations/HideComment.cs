namespace RecoveryCoP.Chapter.Comments;

/// <summary>Hides a comment from other members, with a reason that its author sees. One reason does not take the place of another.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Comment">Which.</param>
/// <param name="Reason">Why, in words for its author.</param>
[GenerateSerializer, Immutable, Alias("comments.hide")]
public sealed record HideComment([property: Id(0)] Actor Actor, [property: Id(1)] Guid Comment, [property: Id(2)] string Reason) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => CommentThread.Hiders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => string.IsNullOrWhiteSpace(Reason) ? [Refusal.Of("comment.reason-missing", nameof(Reason))] : [];

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        thread.Find(Comment) is not { } comment ? Refusal.Of("comment.unknown")
        : comment.Hidden is { } earlier ? (earlier.Reason == Reason ? thread : Refusal.Of("comment.hidden"))
        : thread.With(comment with { Hidden = new(at.Now, Actor.Id, Reason) });
}
