using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Where somebody's name stands in the agenda of a series: it is typed there, so only the name tells.</summary>
internal sealed class SeriesData(RecordsNaming records, AccountStore accounts) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["series setup"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<AgendaItem>(
            "series-presented", new("Les points que vous présentez dans des séries de rencontres", "The items that you present in series of meetings"), cancel => PresentedItems.Of(
                accounts, person, name => records.Holding<MeetingSeries>(MeetingSeries.Kind, name, cancel).Select(s => (s, s.Setup.Plan)), cancel).Select(found => found.Item),
            new("presenter", new("Qui présente", "Who presents"), i => i.Presenter),
            new("title", new("Point", "Item"), i => i.Title)),
    ];
}
