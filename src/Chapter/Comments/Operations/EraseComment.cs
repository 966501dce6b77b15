namespace RecoveryCoP.Chapter.Comments;

/// <summary>An author erases a comment, from a closed thread too. Nothing of it stays.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Comment">Which.</param>
[GenerateSerializer, Immutable, Alias("comments.erase")]
public sealed record EraseComment([property: Id(0)] Actor Actor, [property: Id(1)] Guid Comment) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    /// <remarks>What is erased already is done.</remarks>
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        thread.Find(Comment) is not { } comment ? thread
        : comment.IsBy(Actor) ? thread with { Comments = [.. thread.Comments.Where(c => c.Id != Comment)] }
        : Refusal.Of("comment.not-yours");
}
