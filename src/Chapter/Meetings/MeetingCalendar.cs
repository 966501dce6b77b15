using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Meetings as calendar programs read them (RFC 5545): one event each, under the same UID for ever, with a SEQUENCE that grows with every change, in UTC. Published
/// and without attendees: a program must not make people believe that they answered. Discreet: a neutral summary, no alarm, no video link.
/// </summary>
internal sealed class MeetingCalendar(PublicAddress site, Mailer mailer, WebOptions web, TimeProvider clock)
{
    private const string FileName = "rencontre.ics";

    /// <summary>Where a member gets a meeting's file.</summary>
    public static string PathOf(Guid meeting, Language language) => $"/calendrier/{meeting}.ics?lang={language.Code}";

    /// <summary>Gives it to whoever may see the meeting.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/calendrier/{id:guid}.ics",
        async (Guid id, string? lang, HttpContext context, MeetingQueries meetings, MeetingCalendar calendar) =>
            context.Actor() is { } reader && await meetings.Find(id, reader, context.RequestAborted) is { AnnouncedAt: not null } meeting
                ? Results.File(Encoding.UTF8.GetBytes(calendar.Write(meeting, Language.Of(lang))), "text/calendar; charset=utf-8", FileName)
                : Results.NotFound());

    /// <summary>The file that goes with a letter.</summary>
    public LetterFile FileOf(Meeting meeting, Language language) =>
        new(FileName, $"text/calendar; method={MethodOf(meeting)}", Write(meeting, language));

    /// <summary>One meeting as a file.</summary>
    public string Write(Meeting meeting, Language language)
    {
        var calendar = new Calendar { Method = MethodOf(meeting), ProductId = "-//RecoveryCoP//Chapter//FR" };
        calendar.Events.Add(EventOf(meeting, language));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static string MethodOf(Meeting meeting) => meeting.State == MeetingState.Cancelled ? "CANCEL" : "PUBLISH";

    private CalendarEvent EventOf(Meeting meeting, Language language)
    {
        var isCancelled = meeting.State == MeetingState.Cancelled;
        return new CalendarEvent
        {
            Uid = $"{meeting.Id}@{site.Root.IdnHost}",
            // A cancellation is a change too, and may follow a plan of the same number.
            Sequence = meeting.Version + (isCancelled ? 1 : 0),
            DtStamp = new CalDateTime(clock.GetUtcNow().UtcDateTime),
            Start = new CalDateTime(meeting.Plan.StartsAt.UtcDateTime),
            End = new CalDateTime(meeting.Plan.EndsAt.UtcDateTime),
            Summary = (isCancelled ? SummaryCancelled : Summary).In(language),
            Location = meeting.Plan.Place,
            Url = new Uri(site.Root, PagePath.Of<MeetingPage>(meeting.Id).In(language)),
            Status = isCancelled ? "CANCELLED" : "CONFIRMED",
            Organizer = new Organizer($"mailto:{mailer.SenderAddress}") { CommonName = web.NeutralName.In(language) },
        };
    }

    private static Text Summary { get; } = new("Rencontre", "Meeting");

    private static Text SummaryCancelled { get; } = new("Annulée\u00a0: rencontre", "Cancelled: meeting");
}
