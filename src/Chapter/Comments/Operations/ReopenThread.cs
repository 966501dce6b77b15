namespace RecoveryCoP.Chapter.Comments;

/// <summary>The executive committee opens a thread again.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("comments.reopen")]
public sealed record ReopenThread([property: Id(0)] Actor Actor) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => CloseThread.Access;

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) => thread.Closed is null ? thread : thread with { Closed = null };
}
