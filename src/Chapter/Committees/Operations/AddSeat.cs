namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee adds a seat. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">The seat's id.</param>
/// <param name="Content">What it is called and for whom it is kept.</param>
[GenerateSerializer, Immutable, Alias("committee.add-seat")]
public sealed record AddSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat, [property: Id(2)] SeatContent Content) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        var there = committee.Standing(at.Id);
        return there.RefusalToChange() is { } refusal ? refusal
            : !there.MayKeep(Actor) ? Refusal.Of(Access.RoleMissing)
            : there.Seats.FirstOrDefault(s => s.Id == Seat) is { } already ? (already.Content == Content ? committee : Refusal.Of("committee.seat-exists"))
            : there.OpenSeats.Count() >= Committee.MostSeats || there.Seats.Count >= Committee.MostSeatsEver ? Refusal.Of("committee.enough-seats", "", Committee.MostSeats)
            : there with { Seats = [.. there.Seats, new() { Id = Seat, Content = Content }] };
    }
}
