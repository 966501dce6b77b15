namespace RecoveryCoP.Chapter.Comments;

/// <summary>The executive committee closes a thread, also one in which nobody has written: what is there stays readable, and its authors can still erase it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="About">The kind of thing.</param>
[GenerateSerializer, Immutable, Alias("comments.close")]
public sealed record CloseThread([property: Id(0)] Actor Actor, [property: Id(1)] string About) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Executive);

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        !thread.IsAbout(About) ? Refusal.Of("comment.unknown")
        : thread.Closed is null ? thread with { Id = at.Id, About = About, Closed = new(at.Now, Actor.Id) } : thread;
}
