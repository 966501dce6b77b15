using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>The steps of the first ninety days that somebody ticked off.</summary>
internal sealed class FirstDaysData(RecordsNaming records) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["first-ninety-days steps"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<DayStep>(
            "first-days", new("Les étapes des 90 premiers jours que vous avez cochées", "The steps of the first ninety days that you ticked off"),
            cancel => records.Of<FirstNinetyDays>(FirstNinetyDays.Kind, person, cancel).SelectMany(d => d.Steps.Where(s => s.Done?.By == person)),
            new("at", PersonalLabels.When, s => s.Done!.At),
            new("step", FirstDaysText.Step, s => string.Join(" / ", new[] { s.Content.Title.Fr, s.Content.Title.En }.Where(t => !string.IsNullOrWhiteSpace(t))))),
    ];
}
