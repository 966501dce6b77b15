namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee asks its holder to keep a seat until a later day. Like the first time it takes their yes.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Seat">Which seat.</param>
/// <param name="Until">The last day of the longer term.</param>
[GenerateSerializer, Immutable, Alias("committee.renew-term")]
public sealed record RenewTerm([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat, [property: Id(2)] DateOnly Until) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        var today = Dates.DayOf(at.Now);
        return committee.Keep(Actor, at, Seat, (_, seat) =>
            seat.Held is not { } term ? Refusal.Of("committee.seat-vacant")
            : seat.Offer is { } offer ? (offer.Until == Until ? seat : Refusal.Of("committee.offer-waits"))
            : Until <= term.Until || Until <= today || Until > today.AddYears(Committee.LongestTerm) ? Refusal.Of("committee.until-unclear", nameof(Until), Committee.LongestTerm)
            : seat with { Offer = new(term.Member, at.Now, term.From, Until), DeclinedAt = null });
    }
}
