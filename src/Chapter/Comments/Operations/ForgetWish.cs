namespace RecoveryCoP.Chapter.Comments;

/// <summary>Forgets what somebody wanted, because the stay in which they said so is over and it is done. What they say since they came back stays.</summary>
/// <param name="Actor">The node.</param>
/// <param name="SaidAt">When they said so.</param>
[GenerateSerializer, Immutable, Alias("comments.forget-wish")]
public sealed record ForgetWish([property: Id(0)] Actor Actor, [property: Id(1)] DateTimeOffset SaidAt) : IOperation<LeavingWish>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<LeavingWish> On(LeavingWish wish, OperationContext at) => wish.EraseSince is { } since && since <= SaidAt ? wish with { EraseSince = null } : wish;
}
