namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever was asked says no, without a reason. Only those who look after the committee see that somebody did.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
[GenerateSerializer, Immutable, Alias("committee.decline-seat")]
public sealed record DeclineSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) =>
        committee.Change(at, Seat, (_, seat) => seat.Asks(Actor) ? seat with { Offer = null, DeclinedAt = at.Now } : Refusal.Of("committee.not-asked"));
}
