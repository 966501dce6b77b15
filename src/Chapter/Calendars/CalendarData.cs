using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Calendars;

/// <summary>That a member has a secret address for their calendar. Not the address: whoever finds the file would read their calendar.</summary>
internal sealed class CalendarData(MemberQueries members) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["member calendar"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Member>(
            "calendar", CalendarText.Title, async cancel => [await members.Find(person, cancel)],
            new PersonalValue<Member>("hasAddress", new("Vous avez une adresse secrète, que votre page du calendrier montre", "You have a secret address, which the page of your calendar shows"), m => m.Calendar is { Sealed.Length: > 0 })),
    ];
}
