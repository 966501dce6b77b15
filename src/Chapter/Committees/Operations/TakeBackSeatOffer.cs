namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee no longer asks the person whom they had asked.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
[GenerateSerializer, Immutable, Alias("committee.take-back-offer")]
public sealed record TakeBackSeatOffer([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) =>
        committee.Keep(Actor, at, Seat, (_, seat) => seat.Offer is null ? seat : seat with { Offer = null });
}
