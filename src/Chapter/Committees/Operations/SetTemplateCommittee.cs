using RecoveryCoP.Chapter.Templates;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>
/// A committee of the community's template comes, says something else or goes, its seats with it. A seat that somebody holds or is asked to take is never removed, and what they
/// said yes to stays. Of the executive committee, which is always there, the seats that the program brings are taken over. Done twice, it finds its work done.
/// </summary>
/// <param name="Actor">Who.</param>
/// <param name="Before">How it is designed until now; null for one that comes.</param>
/// <param name="After">How it is designed from now on; null for one that goes.</param>
[GenerateSerializer, Immutable, Alias("committee.set-template")]
public sealed record SetTemplateCommittee([property: Id(0)] Actor Actor, [property: Id(1)] CommitteeDesign? Before, [property: Id(2)] CommitteeDesign? After) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Makers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => After is null ? [] : [.. After.Content.Errors(), .. After.Seats.SelectMany(s => s.Content.Errors())];

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        var there = committee.Standing(at.Id);
        return Stands(there, After) ? committee
            : !Stands(there, Before) ? TemplateRefusals.Changed
            : After is not null ? Designed(there, After, at)
            : there.IsExecutive ? Designed(there, CommitteeDesign.WithoutTemplate(there), at)
            : RefusalToEmpty(there.OpenSeats) is { } refusal ? refusal
            : there with { ClosedAt = at.Now };
    }

    private static bool Stands(Committee there, CommitteeDesign? design) =>
        design is not null ? there.Exists && there.ClosedAt is null && CommitteeDesign.Of(there).Says(design)
        : there.IsExecutive ? there.IsAsBuiltIn
        : !there.Exists || there.ClosedAt is not null;

    private static Result<Committee> Designed(Committee there, CommitteeDesign design, OperationContext at)
    {
        var seats = design.Seats.Select(d => (Design: d, Seat: there.Seats.FirstOrDefault(s => s.Id == d.Id) ?? new Seat { Id = d.Id })).ToList();
        var gone = there.OpenSeats.Where(s => design.Seats.All(d => d.Id != s.Id)).ToList();
        return seats.Any(s => s.Seat.Content.KeptFor != s.Design.Content.KeptFor && (s.Seat.Held is not null || s.Seat.Offer is not null || s.Seat.Past.Count > 0)) ? Refusal.Of("committee.kept-for-agreed")
            : RefusalToEmpty(gone) is { } refusal ? refusal
            : seats.Count > Committee.MostSeats || there.Seats.Count + seats.Count(s => !there.Seats.Contains(s.Seat)) > Committee.MostSeatsEver ? Refusal.Of("committee.enough-seats", "", Committee.MostSeats)
            : there with
            {
                Id = at.Id, ClosedAt = null, Version = there.Version + 1, Content = design.Content with { Unknown = there.Content.Unknown },
                Seats =
                [
                    .. seats.Select(s => s.Seat with { Content = s.Design.Content, Template = s.Design.Template, RemovedOn = null }),
                    .. gone.Where(s => s.Past.Count > 0).Select(s => s with { RemovedOn = Dates.DayOf(at.Now) }),
                    .. there.Seats.Where(s => s.RemovedOn is not null && design.Seats.All(d => d.Id != s.Id)),
                ],
            };
    }

    private static Refusal? RefusalToEmpty(IEnumerable<Seat> seats) =>
        seats.Any(s => s.Held is not null) ? Refusal.Of("committee.seat-held") : seats.Any(s => s.Offer is not null) ? Refusal.Of("committee.offer-waits") : null;
}
