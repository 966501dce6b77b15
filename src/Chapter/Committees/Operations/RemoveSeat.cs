namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee removes a vacant seat. Who held it stays, if anybody did.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
[GenerateSerializer, Immutable, Alias("committee.remove-seat")]
public sealed record RemoveSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) => committee.Keep(Actor, at, Seat, (_, seat) =>
        seat.Held is not null ? Refusal.Of("committee.seat-held")
        : seat.Offer is not null ? Refusal.Of("committee.offer-waits")
        : seat with { RemovedOn = Dates.DayOf(at.Now) });
}
