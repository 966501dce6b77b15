namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee says otherwise what a seat is. For whom it is kept changes only as long as nobody holds it, did or is asked: they said yes to that too.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Seat">Which seat.</param>
/// <param name="BasedOn">The version of the committee that they saw.</param>
/// <param name="Content">What it is called and for whom it is kept.</param>
[GenerateSerializer, Immutable, Alias("committee.revise-seat")]
public sealed record ReviseSeat([property: Id(0)] Actor Actor, [property: Id(1)] Guid Seat, [property: Id(2)] int BasedOn, [property: Id(3)] SeatContent Content) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        var version = committee.Standing(at.Id).Version;
        var became = committee.Keep(Actor, at, Seat, (_, seat) =>
            seat.Content == Content ? seat
            : BasedOn != version ? Refusal.Of("committee.stale")
            : seat.Content.KeptFor != Content.KeptFor && (seat.Held is not null || seat.Offer is not null || seat.Past.Count > 0) ? Refusal.Of("committee.kept-for-agreed", nameof(Content.KeptFor))
            : seat with { Content = Content });
        return became.Value is { } next && !ReferenceEquals(next, committee) ? next with { Version = version + 1 } : became;
    }
}
