using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Calendars;

/// <summary>
/// The calendars that programs ask for again and again: each member's at a secret address, and one of the meetings that are open to everybody. They are written from how
/// things stand whenever they are asked for, and nothing of them is kept.
/// </summary>
internal sealed class CalendarFeeds(Database database, MeetingQueries meetings, MeetingCalendar calendar, PublicAddress site, TimeProvider clock)
{
    /// <summary>Where calendars are.</summary>
    public const string Folder = "/calendrier";

    /// <summary>The address of the meetings that are open to everybody.</summary>
    public static readonly Text OpenPath = new("/calendrier/rencontres-ouvertes.ics", "/calendar/open-meetings.ics");

    private const int Most = 1000;

    private static readonly TimeSpan cancelledStay = TimeSpan.FromDays(30), emptyAfterLeaving = TimeSpan.FromDays(60);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"{Folder}/{{secret:length({CalendarSecrets.Length})}}.ics", ["GET", "HEAD"], async (string secret, HttpContext context, CalendarFeeds feeds) =>
            Answer(context, await feeds.Of(secret, context.RequestAborted))).AllowAnonymous();
        foreach (var language in new[] { Language.French, Language.English })
        {
            routes.MapMethods(OpenPath.In(language), ["GET", "HEAD"], async (HttpContext context, CalendarFeeds feeds) =>
                Answer(context, await feeds.Open(language, context.RequestAborted))).AllowAnonymous();
        }
    }

    /// <summary>The calendar at a secret address; empty for a while after its owner left; null for an address that is none, or none any more.</summary>
    public async Task<Feed?> Of(string secret, CancellationToken cancellationToken)
    {
        var owner = await database.Find<Owner>(
            """
            select a.id, a.language, p.left_at
              from member_calendar c join account a on a.id = c.member_id join account_period p on p.id = c.stay
             where c.hash = @hash
            """,
            new { hash = CalendarSecrets.HashOf(secret) },
            cancellationToken);
        return owner switch
        {
            null => null,
            { LeftAt: null } => await ForMember(new Actor(owner.Id, []), Language.Of(owner.Language), cancellationToken),
            { LeftAt: { } left } => clock.GetUtcNow() < left + emptyAfterLeaving ? Written([], Language.Of(owner.Language)) : null,
        };
    }

    /// <summary>The calendar of meetings that are open to everybody: when and in which street; neither who nor how to join from elsewhere.</summary>
    public async Task<Feed> Open(Language language, CancellationToken cancellationToken)
    {
        var home = new Uri(site.Root, $"/{language.Code}");
        return Written(
            (await Shown(cancellationToken)).Where(m => m is { State: not MeetingState.Draft, WasNeverAnnounced: false, Plan.OpenToGuests: true }).Select(m => calendar.EventOf(m, language, home)), language);
    }

    private async Task<Feed> ForMember(Actor reader, Language language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Written(
            (await Shown(cancellationToken)).Select(m => calendar.EventOf(m, language, m.State == MeetingState.Draft ? null : calendar.PageOf(m, language), How(m, reader, now))), language);
    }

    // From a year ago to whatever is planned, without drafts that came to nothing; what is cancelled stays for a while, since programs ask when they like.
    private async Task<IEnumerable<Meeting>> Shown(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (await meetings.From(Dates.DayOf(now).AddYears(-1), Most, cancellationToken)).Where(m => m.MovedIn is null && m.State switch
        {
            MeetingState.Draft => m.Plan.StartsAt > now,
            MeetingState.Cancelled => m is { AnnouncedAt: not null, WasNeverAnnounced: false } && m.Cancellation!.At + cancelledStay > now,
            _ => true,
        });
    }

    // A calendar is kept by others and shown on screens: what only those who answered may see is not in it, whoever asks.
    private static string How(Meeting meeting, Actor reader, DateTimeOffset now) => meeting.State is not (MeetingState.Announced or MeetingState.InProgress) || meeting.Plan.LinkFor != LinkAudience.Members
        ? ""
        : string.Join('\n', new[] { meeting.VideoLinkFor(reader, now), meeting.PhoneFor(reader, now) }.OfType<string>());

    private static Feed Written(IEnumerable<CalendarEvent> events, Language language)
    {
        return new(Encoding.UTF8.GetBytes(MeetingCalendar.WriteFeed([.. events], language)));
    }

    private static IResult Answer(HttpContext context, Feed? feed)
    {
        // The address is a key: nobody on the way keeps what it opens.
        context.Response.Headers.CacheControl = "private, no-cache";
        return feed is null
            ? Results.Text("404", statusCode: StatusCodes.Status404NotFound)
            : Results.File(
                feed.Bytes, "text/calendar; charset=utf-8", "rencontres.ics",
                entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed.Bytes))[..32]}\""));
    }

    private sealed record Owner
    {
        public required Guid Id { get; init; }

        public required string Language { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }
    }
}

/// <summary>A calendar as it is sent.</summary>
/// <param name="Bytes">It.</param>
internal sealed record Feed(byte[] Bytes);
