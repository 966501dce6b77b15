namespace RecoveryCoP.Chapter.Comments;

/// <summary>A member comments on something. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="About">The kind of thing.</param>
/// <param name="Comment">The id that the form was given.</param>
/// <param name="Content">What they say.</param>
[GenerateSerializer, Immutable, Alias("comments.write")]
public sealed record WriteComment([property: Id(0)] Actor Actor, [property: Id(1)] string About, [property: Id(2)] Guid Comment, [property: Id(3)] CommentContent Content) : IOperation<CommentThread>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<CommentThread> On(CommentThread thread, OperationContext at) =>
        !thread.IsAbout(About) ? Refusal.Of("comment.unknown")
        : thread.Find(Comment) is { } there ? (there.IsBy(Actor) && there.Content == Content ? thread : Refusal.Of("comment.exists"))
        : thread.Closed is not null ? Refusal.Of("comment.closed")
        : thread.Comments.Count >= CommentThread.MostComments ? Refusal.Of("comment.too-many", "", CommentThread.MostComments)
        : thread with { Id = at.Id, About = About, Comments = [.. thread.Comments, new() { Id = Comment, Author = Actor.Id, At = at.Now, Content = Content }] };
}
