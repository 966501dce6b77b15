namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee ends a term, today.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
/// <param name="Member">Whose term, as they saw it.</param>
[GenerateSerializer, Immutable, Alias("committee.end-term")]
public sealed record EndTerm([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat, [property: Id(2)] Guid Member) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) => committee.Keep(Actor, at, Seat, (_, seat) =>
        seat.Held is not { } term ? seat
        : term.Member != Member ? Refusal.Of("committee.holder-stale")
        : seat.Ended(Dates.DayOf(at.Now), EndOfTerm.Ended));
}
