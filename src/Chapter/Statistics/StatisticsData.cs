using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>The returns that somebody approved; their figures are the community's.</summary>
internal sealed class StatisticsData(RecordsNaming records) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["statistics-return approved"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<(string Period, ApprovedReturn Approved)>(
            "statistics-approved", new("Les rapports statistiques que vous avez approuvés", "The statistics returns that you approved"),
            cancel => records.Of<QuarterReturn>(QuarterReturn.Kind, person, cancel).SelectMany(r => r.Approved.Where(a => a.By == person).Select(a => (r.Period, a))),
            new("period", new("Période", "Period"), a => a.Period),
            new("number", new("Version", "Version"), a => a.Approved.Number),
            new("at", PersonalLabels.When, a => a.Approved.At)),
    ];
}
