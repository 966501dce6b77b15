using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>That somebody answered; of what they answered only sums are kept, and nobody's can be told from them.</summary>
internal sealed class PulseData(Database database) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["pulse_answered *"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Guid>(
            "pulse", new("Les rencontres après lesquelles vous avez répondu aux trois questions, pendant sept jours; jamais ce que vous avez répondu", "The meetings after which you answered the three questions, for seven days; never what you answered"),
            cancel => database.Query<Guid>($"select meeting from pulse_answered where member = @person order by meeting limit {PersonalPart.MostRows}", new { person }, cancel),
            new PersonalValue<Guid>("page", PersonalLabels.Page, id => new Link(PagePath.Of<MeetingPage>(id)))),
    ];
}
