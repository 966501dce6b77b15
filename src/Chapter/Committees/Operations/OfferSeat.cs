namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee asks a member to take a vacant seat. Nothing of it is shown to others until they say yes.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Seat">Which seat.</param>
/// <param name="Member">Who is asked.</param>
/// <param name="From">The first day of the term: today, or an earlier one for somebody who holds the seat already.</param>
/// <param name="Until">Its last day.</param>
[GenerateSerializer, Immutable, Alias("committee.offer-seat")]
public sealed record OfferSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat, [property: Id(2)] Guid Member, [property: Id(3)] DateOnly From, [property: Id(4)] DateOnly Until) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Member == Guid.Empty ? [Refusal.Of("committee.member-missing", nameof(Member))] : [];

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        var today = Dates.DayOf(at.Now);
        return committee.Keep(Actor, at, Seat, (there, seat) =>
            seat.Held is not null ? Refusal.Of("committee.seat-held")
            : seat.Offer is { } offer ? (offer.Member == Member && offer.From == From && offer.Until == Until ? seat : Refusal.Of("committee.offer-waits"))
            : there.OpenSeats.Any(s => s.Held?.Member == Member) ? Refusal.Of("committee.member-has-seat", nameof(Member))
            : From > today || From < today.AddYears(-Committee.Earliest) ? Refusal.Of("committee.from-unclear", nameof(From), Committee.Earliest)
            : Until <= today || Until > today.AddYears(Committee.LongestTerm) ? Refusal.Of("committee.until-unclear", nameof(Until), Committee.LongestTerm)
            : seat with { Offer = new(Member, at.Now, From, Until), DeclinedAt = null });
    }
}
