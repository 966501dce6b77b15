namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A steward has all taken back that a move made.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("move-in.undo")]
public sealed record UndoMove([property: Id(0)] Actor Actor) : IOperation<MoveIn>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public Result<MoveIn> On(MoveIn move, OperationContext at) =>
        move.State == MoveState.Undoing ? move
        : move.Exists && move.CanBeUndone ? move with { State = MoveState.Undoing, UndoneBy = Actor.Id }
        : Refusal.Of("moving-in.stale");
}
