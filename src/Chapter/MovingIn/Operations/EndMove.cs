namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A move is made, or taken back, as far as it could be; or nobody said yes to what came.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Left">What could not be taken back.</param>
[GenerateSerializer, Immutable, Alias("move-in.end")]
public sealed record EndMove([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<RefusedPart> Left) : IOperation<MoveIn>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<MoveIn> On(MoveIn move, OperationContext at) => move.State switch
    {
        _ when !move.Exists => Refusal.Of("moving-in.stale"),
        MoveState.Making => move with { State = MoveState.Made, Work = "" },
        MoveState.Undoing => move with { State = MoveState.Undone, Left = [.. Left.Take(MoveIn.MostRefused)] },
        MoveState.Offered => move with { State = MoveState.Undone, Work = "" },
        _ => move,
    };
}
