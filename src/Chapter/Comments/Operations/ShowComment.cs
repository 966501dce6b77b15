namespace RecoveryCoP.Chapter.Comments;

/// <summary>Shows a comment again that was hidden.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Comment">Which.</param>
[GenerateSerializer, Immutable, Alias("comments.show")]
public sealed record ShowComment([property: Id(0)] Actor Actor, [property: Id(1)] Guid Comment) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => CommentThread.Hiders;

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        thread.Find(Comment) is not { } comment ? Refusal.Of("comment.unknown")
        : comment.Hidden is null ? thread
        : thread.With(comment with { Hidden = null });
}
