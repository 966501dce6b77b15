namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever holds a seat leaves it, today and without a reason.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
[GenerateSerializer, Immutable, Alias("committee.leave-seat")]
public sealed record LeaveSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) =>
        committee.Change(at, Seat, (_, seat) => seat.IsHeldBy(Actor) ? seat.Ended(Dates.DayOf(at.Now), EndOfTerm.Left) : Refusal.Of("committee.seat-not-yours"));
}
