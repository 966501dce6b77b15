namespace RecoveryCoP.Chapter.Committees;

/// <summary>Forgets who held seats or was asked to, because the stay in which they said so is over: what they held is vacant. What they said since they came back stays.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Member">Who.</param>
/// <param name="SaidAt">When they said so or were asked, at the latest.</param>
[GenerateSerializer, Immutable, Alias("committee.forget-holder")]
public sealed record ForgetHolder([property: Id(0)] Actor Actor, [property: Id(1)] Guid Member, [property: Id(2)] DateTimeOffset SaidAt) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        IReadOnlyList<Seat> seats = [.. committee.Seats.Select(s => s.Without(Member, SaidAt, Dates.DayOf(at.Now)))];
        return seats.SequenceEqual(committee.Seats, ReferenceEqualityComparer.Instance) ? committee : committee with { Seats = seats };
    }
}
