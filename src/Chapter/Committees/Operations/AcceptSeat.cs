namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever was asked says yes: to a seat, or to a longer term on theirs. From then on other members see it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
/// <param name="From">The first day that they saw.</param>
/// <param name="Until">The last day that they saw.</param>
/// <param name="KeptFor">For whom it was kept when they saw it: taking it says that they are one of these.</param>
[GenerateSerializer, Immutable, Alias("committee.accept-seat")]
public sealed record AcceptSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly Until, [property: Id(4)] string KeptFor) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) => committee.Change(at, Seat, (there, seat) =>
        !seat.Asks(Actor) ? (seat.IsHeldBy(Actor) && seat.Held!.Until == Until ? seat : Refusal.Of("committee.not-asked"))
        : (seat.Offer!.From, seat.Offer.Until, seat.Content.KeptFor) != (From, Until, KeptFor) ? Refusal.Of("committee.offer-stale")
        : seat.Held is { } term ? seat with { Offer = null, Held = term with { AgreedAt = at.Now, Until = Until, Renewed = [.. term.Renewed, term.Until] } }
        : there.OpenSeats.Any(s => s.IsHeldBy(Actor)) ? Refusal.Of("committee.member-has-seat")
        : seat with { Offer = null, Held = new(Actor.Id, at.Now, From, Until) });
}
