namespace RecoveryCoP.Chapter.Committees;

/// <summary>The executive closes a special committee: every term on it ends. Its history and its votes stay.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("committee.close")]
public sealed record CloseCommittee([property: Id(0)] Actor Actor) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Makers;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) =>
        at.Id == Committee.TheExecutive ? Refusal.Of("committee.executive-stays")
        : !committee.Exists ? Refusal.Of("committee.unknown")
        : committee.ClosedAt is not null ? committee
        : committee with { ClosedAt = at.Now, Seats = [.. committee.Seats.Select(s => s.Ended(Dates.DayOf(at.Now), EndOfTerm.Closed) with { Offer = null })] };
}
