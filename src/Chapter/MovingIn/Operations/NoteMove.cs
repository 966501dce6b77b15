namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Writes down how far a move is that is being made.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Done">How many are made, or were refused.</param>
/// <param name="Refused">What was refused since it was written down last.</param>
[GenerateSerializer, Immutable, Alias("move-in.note")]
public sealed record NoteMove([property: Id(0)] Actor Actor, [property: Id(1)] int Done, [property: Id(2)] IReadOnlyList<RefusedPart> Refused) : IOperation<MoveIn>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<MoveIn> On(MoveIn move, OperationContext at) => move.State != MoveState.Making || Done < move.Done || Done > move.Count
        ? Refusal.Of("moving-in.stale")
        : move with { Done = Done, RefusedCount = move.RefusedCount + Refused.Count, Refused = [.. move.Refused.Concat(Refused).Take(MoveIn.MostRefused)] };
}
