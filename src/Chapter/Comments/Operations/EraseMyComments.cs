namespace RecoveryCoP.Chapter.Comments;

/// <summary>An author erases all that they wrote in a thread.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("comments.erase-mine")]
public sealed record EraseMyComments([property: Id(0)] Actor Actor) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        thread.Comments.Any(c => c.IsBy(Actor)) ? thread with { Comments = [.. thread.Comments.Where(c => !c.IsBy(Actor))] } : thread;
}
