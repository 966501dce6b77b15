namespace RecoveryCoP.Chapter.Comments;

/// <summary>A member says whether their comments are erased when they leave.</summary>
/// <param name="Actor">Who, for themselves.</param>
/// <param name="Erase">True to have them erased.</param>
[GenerateSerializer, Immutable, Alias("comments.choose-erasure")]
public sealed record ChooseErasure([property: Id(0)] Actor Actor, [property: Id(1)] bool Erase) : IOperation<LeavingWish>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<LeavingWish> On(LeavingWish wish, OperationContext at) =>
        Actor.Id != at.Id ? Refusal.Of("comment.not-yours")
        : Erase == wish.EraseSince is not null ? wish
        : wish with { Id = at.Id, EraseSince = Erase ? at.Now : null };
}
