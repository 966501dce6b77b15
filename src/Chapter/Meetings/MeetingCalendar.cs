using System.Text;
using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Meetings as calendar programs read them (RFC 5545): one event each, under the same UID for ever, with a SEQUENCE that grows with every change, in UTC. Where nobody
/// reads replies they are published without attendees: a program must not make people believe that they answered. Discreet: a neutral summary, the street without the
/// name of the house, no alarm.
/// </summary>
internal sealed partial class MeetingCalendar(PublicAddress site, Mailer mailer, WebOptions web, CurrentInbox inbox, LetterOutbox outbox)
{
    /// <summary>The fact whose letter invites: its id is in the UID of its reader's event, and is what tells a reply from one that somebody made up.</summary>
    public const string InvitingFact = "announced";

    private const string FileName = "rencontre.ics";

    // RFC 5545, 3.1: a line has 75 octets at most, without its end.
    private const int LongestLine = 75;

    /// <summary>Where a member gets a meeting's file.</summary>
    public static string PathOf(Guid meeting, Language language) => $"/calendrier/{meeting}.ics?lang={language.Code}";

    /// <summary>Gives it to whoever may see the meeting.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/calendrier/{id:guid}.ics",
        async (Guid id, string? lang, HttpContext context, MeetingQueries meetings, MeetingCalendar calendar) =>
            context.Actor() is { } reader && await meetings.Find(id, reader, context.RequestAborted) is { AnnouncedAt: not null } meeting
                ? Results.File(
                    Encoding.UTF8.GetBytes(calendar.Write(meeting, Language.Of(lang), await calendar.LetterTo(reader.Id, id, context.RequestAborted), asked: null)), "text/calendar; charset=utf-8", FileName)
                : Results.NotFound());

    /// <summary>The letter that invited somebody; null when none did.</summary>
    public Task<Guid?> LetterTo(Guid member, Guid meeting, CancellationToken cancellationToken) => outbox.IdOf(member, meeting, InvitingFact, cancellationToken);

    /// <summary>The file that goes with a letter to somebody who is no member.</summary>
    /// <param name="meeting">Which.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="page">Where its reader finds more.</param>
    public LetterFile FileOf(Meeting meeting, Language language, Uri page) =>
        new(FileName, $"text/calendar; method={MethodOf(meeting, asked: null)}", Write(NewCalendar(MethodOf(meeting, asked: null)), [EventOf(meeting, language, page)]));

    /// <summary>The file that goes with a letter.</summary>
    /// <param name="meeting">What it is about.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="letter">The letter that invited them; null when none did.</param>
    /// <param name="reader">Who gets it; asked to answer when replies are read, and nobody else is named.</param>
    public LetterFile FileOf(Meeting meeting, Language language, Guid? letter, Account reader)
    {
        var asked = letter is not null && inbox.IsSetUp ? reader : null;
        return new(FileName, $"text/calendar; method={MethodOf(meeting, asked)}", Write(meeting, language, letter, asked));
    }

    /// <summary>Which meeting and which letter a UID of ours is for.</summary>
    public static (Guid Meeting, Guid Letter)? ReadUid(string uid) =>
        uid.Split('@')[0].Split('.') is [var meeting, var letter] && Guid.TryParseExact(meeting, "D", out var id) && Guid.TryParseExact(letter, "N", out var invitation) ? (id, invitation) : null;

    private string Write(Meeting meeting, Language language, Guid? letter, Account? asked)
    {
        var one = EventOf(meeting, language, PageOf(meeting, language));
        if (letter is { } invitation)
        {
            // One's own, for ever and whether or not replies are read just now: a file from the page and a letter's are one event.
            one.Uid = $"{meeting.Id}.{invitation:N}@{site.Root.IdnHost}";
        }

        if (asked is not null)
        {
            one.Attendees.Add(new Ical.Net.DataTypes.Attendee($"mailto:{asked.Address}") { Role = "REQ-PARTICIPANT", Rsvp = true, ParticipationStatus = StatusOf(meeting, new Actor(asked.Id, [])) });
        }

        return Write(NewCalendar(MethodOf(meeting, asked)), [one]);
    }

    /// <summary>Many meetings, at an address that programs ask again and again.</summary>
    /// <param name="events">Of <see cref="EventOf"/>.</param>
    /// <param name="language">The language of the calendar's name.</param>
    public static string WriteFeed(IEnumerable<CalendarEvent> events, Language language)
    {
        var calendar = NewCalendar("PUBLISH");
        calendar.AddProperty("NAME", FeedName.In(language));
        calendar.AddProperty("X-WR-CALNAME", FeedName.In(language));
        var interval = new CalendarProperty("REFRESH-INTERVAL", RefreshInterval);
        interval.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(interval);
        calendar.AddProperty("X-PUBLISHED-TTL", RefreshInterval);
        return Write(calendar, events);
    }

    /// <summary>One meeting as an event.</summary>
    /// <param name="meeting">A draft is tentative, and says nothing but when.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="page">Where its reader finds more; null: nowhere yet.</param>
    /// <param name="how">How this reader joins from elsewhere; empty when that is not for a calendar.</param>
    public CalendarEvent EventOf(Meeting meeting, Language language, Uri? page, string how = "")
    {
        var (summary, status, change) = meeting switch
        {
            // Every step is a change too, and may follow a plan of the same number.
            { State: MeetingState.Cancelled } => (SummaryCancelled, "CANCELLED", 1),
            { State: MeetingState.Draft } => (SummaryDraft, "TENTATIVE", -1),
            _ => (Summary, "CONFIRMED", 0),
        };
        var changedAt = new CalDateTime(ChangedAt(meeting).UtcDateTime);
        return new CalendarEvent
        {
            Uid = $"{meeting.Id}@{site.Root.IdnHost}",
            Sequence = meeting.Version + change,
            // When the event was last changed, and not when it was asked for: what has not changed is byte for byte the same.
            DtStamp = changedAt,
            LastModified = changedAt,
            Start = new CalDateTime(meeting.Plan.StartsAt.UtcDateTime),
            End = new CalDateTime(meeting.Plan.EndsAt.UtcDateTime),
            Summary = summary.In(language),
            Location = meeting.State == MeetingState.Draft || StreetOf(meeting.Plan.Place) is not { Length: > 0 } street ? null : street,
            Description = how.Length == 0 ? null : how,
            Url = page,
            Status = status,
            Organizer = new Organizer($"mailto:{mailer.SenderAddress}") { CommonName = web.NeutralName.In(language) },
        };
    }

    /// <summary>The page of a meeting, for members.</summary>
    public Uri PageOf(Meeting meeting, Language language) => new(site.Root, PagePath.Of<MeetingPage>(meeting.Id).In(language));

    /// <summary>When what an event says was last changed.</summary>
    public static DateTimeOffset ChangedAt(Meeting meeting) =>
        new[] { meeting.PlannedAt, meeting.RevisedAt, meeting.AnnouncedAt, meeting.Cancellation?.At }.Max() ?? meeting.PlannedAt;

    /// <summary>
    /// The street in what somebody wrote as a place, from its number on: the name of a house tells what people go there for. Empty where there is no number, since then
    /// all of it may be a name; the meeting's page says it whole.
    /// </summary>
    public static string StreetOf(string place) => Street().Match(place) is { Success: true } found ? found.Groups["street"].Value.Trim() : "";

    private static string MethodOf(Meeting meeting, Account? asked) => meeting.State == MeetingState.Cancelled ? "CANCEL" : asked is null ? "PUBLISH" : "REQUEST";

    // Whoever has answered already is not asked again by their calendar, unless they are on the page.
    private static string StatusOf(Meeting meeting, Actor member) => meeting.RsvpOf(member) switch
    {
        { } rsvp when rsvp.Round != meeting.Round => EventParticipationStatus.NeedsAction,
        { Answer: RsvpAnswer.Regrets } => EventParticipationStatus.Declined,
        { } => EventParticipationStatus.Accepted,
        _ => EventParticipationStatus.NeedsAction,
    };

    private static Calendar NewCalendar(string method) => new() { Method = method, ProductId = "-//RecoveryCoP//Chapter//FR" };

    private static string Write(Calendar calendar, IEnumerable<CalendarEvent> events)
    {
        calendar.Events.AddRange(events);
        return Folded(new CalendarSerializer().SerializeToString(calendar)!);
    }

    // The library folds by characters, and an accent has two octets.
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > LongestLine)
                {
                    folded.Append("\r\n ");
                    octets = 1;
                }

                folded.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }

    // After the beginning or a separator: a number, not a floor ("3e"), then words, up to the next separator: what follows may be a name again.
    [GeneratedRegex(@"(?:^|[,;:(]\s*|\s[–—-]\s+)(?<street>(?!\d+\s*(?:er|re|ère|e|è|ème|st|nd|rd|th)\b)\d{1,6}[A-Za-z]?(?:-\d+)?,?\s+[\p{L}\d](?:(?!\s[–—-]\s)[^(),;])*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Street();

    private const string RefreshInterval = "PT6H";

    private static Text Summary { get; } = new("Rencontre", "Meeting");

    private static Text SummaryDraft { get; } = new("Rencontre (à confirmer)", "Meeting (to be confirmed)");

    private static Text SummaryCancelled { get; } = new("Annulée\u00a0: rencontre", "Cancelled: meeting");

    private static Text FeedName { get; } = new("Rencontres", "Meetings");
}
