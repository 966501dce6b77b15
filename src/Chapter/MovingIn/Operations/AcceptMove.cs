namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A steward has looked at what came, and has it made.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("move-in.accept")]
public sealed record AcceptMove([property: Id(0)] Actor Actor) : IOperation<MoveIn>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public Result<MoveIn> On(MoveIn move, OperationContext at) => move.State switch
    {
        _ when !move.Exists => Refusal.Of("moving-in.stale"),
        MoveState.Offered => at.Now - move.At > MovingLimits.OfferKept ? Refusal.Of("moving-in.too-late") : move with { State = MoveState.Making },
        MoveState.Making or MoveState.Made => move,
        _ => Refusal.Of("moving-in.stale"),
    };
}
