namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A steward has something brought along: all of it is written down before the first of it is made. Sent twice it is one move.</summary>
/// <param name="Actor">Who.</param>
/// <param name="What">What.</param>
/// <param name="Language">Its language.</param>
/// <param name="Work">What is to be made; empty for what is kept nowhere.</param>
/// <param name="Count">How many things.</param>
/// <param name="IsOffer">True where somebody looks at it first.</param>
[GenerateSerializer, Immutable, Alias("move-in.begin")]
public sealed record BeginMove(
    [property: Id(0)] Actor Actor, [property: Id(1)] MoveKind What, [property: Id(2)] string Language, [property: Id(3)] byte[] Work, [property: Id(4)] int Count, [property: Id(5)] bool IsOffer = false)
    : IOperation<MoveIn>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Count <= 0 ? [Refusal.Of("moving-in.nothing")] : [];

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => Work.Length == 0 ? [] : [Work];

    /// <inheritdoc />
    public Result<MoveIn> On(MoveIn move, OperationContext at) =>
        move.Exists ? (move.By == Actor.Id && move.What == What ? move : Refusal.Of("moving-in.stale"))
        : new MoveIn
        {
            Id = at.Id, What = What, State = IsOffer ? MoveState.Offered : MoveState.Making, By = Actor.Id, At = at.Now, Language = Language, Work = at.TextHash, Count = Count,
        };
}
