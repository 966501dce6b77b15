using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>
/// Committees that a template brings, with their seats. The one with the id <c>executive</c> is the executive committee, whose seats are taken over by their titles, and what is
/// left in its order: each as long as nobody holds it under another name.
/// </summary>
internal sealed class CommitteesFromTemplate(CommitteeQueries committees, IGrainFactory grains) : ITemplatePart
{
    private const string Executive = "executive";

    public TemplateKind Kind => TemplateKinds.Committee;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        List<TemplateItem> ours = [];
        foreach (var id in ids)
        {
            if (await committees.Find(RecordOf(id, work), cancellationToken) is { ClosedAt: null } committee && (!committee.IsExecutive || committee.Seats.Any(s => s.Template is not null)))
            {
                ours.Add(ItemOf(id, CommitteeDesign.Of(committee), work));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var record = RecordOf(change.Id, work);
        var there = await committees.Find(record, cancellationToken) ?? new Committee();
        return change is { Before: null } && (!there.Exists || there.ClosedAt is not null) && await committees.CountOpen(cancellationToken) >= Committee.MostOpen
            ? Refusal.Of("committee.too-many", "", Committee.MostOpen)
            : await grains.Committee(record).Do(new SetTemplateCommittee(work.Actor, DesignOf(change.Before, there, false, work), DesignOf(change.After, there, change.Before is null, work)));
    }

    private static Guid RecordOf(string id, TemplateWork work) => id == Executive ? Committee.TheExecutive : work.RecordOf(TemplateKinds.Committee.Name, id);

    private TemplateItem ItemOf(string id, CommitteeDesign design, TemplateWork work) => new TemplateItem(Kind.Name, id)
    {
        Rows =
        [
            .. design.Seats.Select(s => new TemplateItem(Kind.Rows!.Name, s.Template ?? work.RowOf(Kind.Name, id, s.Id, []))
                .With("title", s.Content.Title.Fr, s.Content.Title.En).With("keptFor", s.Content.KeptFor).With("termMonths", s.Content.TermMonths is { } months ? Digits.Of(months) : null)),
        ],
    }.With("name", design.Content.Name.Fr, design.Content.Name.En).With("purpose", design.Content.Purpose.Fr, design.Content.Purpose.En);

    private CommitteeDesign? DesignOf(TemplateItem? item, Committee there, bool comes, TemplateWork work)
    {
        if (item is null)
        {
            return null;
        }

        var taken = there is { IsExecutive: true, IsAsBuiltIn: true } ? TakenOver(item, there) : [];
        SeatDesign[] seats = [.. item.Rows.Select(row => new SeatDesign(SeatOf(row), ContentOf(row), TemplateWork.IsOwn(row) ? null : row.Id))];
        return new()
        {
            Content = new() { Name = Field(item, "name"), Purpose = Field(item, "purpose") },
            // The executive committee was there before: seats that people added stay.
            Seats = comes && there.IsExecutive ? [.. seats, .. CommitteeDesign.Of(there).Seats.Where(CommitteeDesign.IsAdded)] : seats,
        };

        Guid SeatOf(TemplateItem row) =>
            taken.TryGetValue(row.Id, out var seat) ? seat : there.Seats.FirstOrDefault(s => s.Template == row.Id)?.Id ?? work.RecordOfRow(Kind.Name, item.Id, row.Id);
    }

    /// <summary>Which rows take over which of the seats that the program brings.</summary>
    private static Dictionary<string, Guid> TakenOver(TemplateItem item, Committee there)
    {
        var open = there.OpenSeats.Where(s => Committee.BuiltIn.Seats.Any(b => b.Id == s.Id)).ToList();
        var taken = new Dictionary<string, Guid>();
        foreach (var row in item.Rows)
        {
            Take(row, open.FirstOrDefault(s => Same(s.Content.Title.Fr, Field(row, "title").Fr) || Same(s.Content.Title.En, Field(row, "title").En)));
        }

        foreach (var row in item.Rows.Where(r => !taken.ContainsKey(r.Id)))
        {
            Take(row, open.FirstOrDefault(s => s is { Held: null, Offer: null, Past.Count: 0 }));
        }

        return taken;

        void Take(TemplateItem row, Seat? seat)
        {
            if (seat is not null)
            {
                taken.Add(row.Id, seat.Id);
                open.Remove(seat);
            }
        }
    }

    private static bool Same(string? one, string? other) => !string.IsNullOrEmpty(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static SeatContent ContentOf(TemplateItem row) => new() { Title = Field(row, "title"), KeptFor = row.Code("keptFor"), TermMonths = Digits.Read(row.Code("termMonths")) };

    private static Bilingual Field(TemplateItem item, string name) => item.Fields.GetValueOrDefault(name) ?? new(null, null);
}
