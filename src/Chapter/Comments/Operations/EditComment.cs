namespace RecoveryCoP.Chapter.Comments;

/// <summary>An author changes a comment; it says so. One that was hidden stays hidden, until somebody shows it again.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Comment">Which.</param>
/// <param name="Content">What they say now.</param>
[GenerateSerializer, Immutable, Alias("comments.edit")]
public sealed record EditComment([property: Id(0)] Actor Actor, [property: Id(1)] Guid Comment, [property: Id(2)] CommentContent Content) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        thread.Find(Comment) is not { } comment ? Refusal.Of("comment.unknown")
        : !comment.IsBy(Actor) ? Refusal.Of("comment.not-yours")
        : thread.Closed is not null ? Refusal.Of("comment.closed")
        : comment.Content == Content ? thread
        : thread.With(comment with { Content = Content, EditedAt = at.Now });
}
