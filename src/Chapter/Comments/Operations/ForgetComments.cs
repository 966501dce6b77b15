namespace RecoveryCoP.Chapter.Comments;

/// <summary>Erases what somebody wrote in a stay that is over, because they wanted it so.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Until">When, at the latest: what they wrote since they came back stays.</param>
[GenerateSerializer, Immutable, Alias("comments.forget")]
public sealed record ForgetComments([property: Id(0)] Actor Actor, [property: Id(1)] Guid Author, [property: Id(2)] DateTimeOffset Until) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        thread.Comments.Any(IsOver) ? thread with { Comments = [.. thread.Comments.Where(c => !IsOver(c))] } : thread;

    private bool IsOver(Comment comment) => comment.Author == Author && comment.At <= Until;
}
