using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using RecoveryCoP.Chapter.Calendars;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Calendars;

/// <summary>What calendar programs get, over HTTP. The clock says Monday 2 March 2026, 9 in the morning in Montréal.</summary>
public abstract class Calendars_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private const string Page = "/fr/ma-page/calendrier";
    private static readonly DateTime _start = new(2026, 3, 24, 18, 30, 0);
    private readonly HttpClient _program = new(new HttpClientHandler { AllowAutoRedirect = false });
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task have_an_address_only_once_it_is_asked_for_and_show_it_again()
    {
        var (who, _) = await _chapter.AddMember();
        using var browser = await SignIn(who);
        var first = await browser.Open(Page, Cancel);
        Assert.DoesNotContain(".ics", first.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null((await Member(who)).Calendar);

        Assert.True((await browser.Send(Page, first, "make-calendar", Cancel)).IsDone);

        var address = await AddressOn(browser);
        Assert.Equal(address, await AddressOn(browser));
        Assert.Matches("/calendrier/[A-Za-z0-9_-]{43}[.]ics$", address);
        Assert.Contains("webcal://" + address["http://".Length..], (await browser.Open(Page, Cancel)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret(address), JsonSerializer.Serialize(await Member(who)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task answer_the_same_at_an_address_that_was_renewed_or_ended_as_at_one_that_never_was()
    {
        var (who, _) = await _chapter.AddMember();
        using var browser = await SignIn(who);
        var leaked = await Make(browser);
        Assert.True((await browser.Fill(Page, "renew-calendar", Cancel)).IsDone);
        var renewed = await AddressOn(browser);
        Assert.NotEqual(leaked, renewed);
        Assert.Equal(HttpStatusCode.OK, (await Get(renewed)).Status);

        Assert.True((await browser.Fill(Page, "end-calendar", Cancel)).IsDone);

        var never = await Get(leaked.Replace(Secret(leaked), new string('a', CalendarSecrets.Length), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, never.Status);
        Assert.Equal(never, await Get(leaked));
        Assert.Equal(never, await Get(renewed));
        Assert.True((await browser.Open(Page, Cancel)).Has("make-calendar"));
    }

    [Fact]
    public async Task show_drafts_as_tentative_then_the_meeting_then_that_it_is_cancelled_for_thirty_days_under_one_uid()
    {
        var (who, _) = await _chapter.AddMember(language: "en");
        var address = await Make(who);
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(id, new PlanMeeting(_chapter.Facilitator, MeetingSamples.Plan with { Start = _start }));

        var draft = await Get(address);
        await _chapter.Do(id, new AnnounceMeeting(_chapter.Facilitator, 1));
        var announced = await Get(address);
        await _chapter.Do(id, new RevisePlan(_chapter.Facilitator, 1, MeetingSamples.Plan with { Start = _start.AddDays(1) }));
        var moved = await Get(address);
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "Tempête."));
        var cancelled = await Get(address);

        Assert.Equal(("TENTATIVE", "Meeting (to be confirmed)", "0"), (draft["STATUS"], draft["SUMMARY"], draft["SEQUENCE"]));
        Assert.DoesNotContain("URL:", draft.Text, StringComparison.Ordinal);
        Assert.Equal(("CONFIRMED", "Meeting", "1"), (announced["STATUS"], announced["SUMMARY"], announced["SEQUENCE"]));
        Assert.Equal(("2", "20260325T223000Z"), (moved["SEQUENCE"], moved["DTSTART"]));
        Assert.Equal(("CANCELLED", "Cancelled: meeting", "3"), (cancelled["STATUS"], cancelled["SUMMARY"], cancelled["SEQUENCE"]));
        Assert.Single(new[] { draft, announced, moved, cancelled }.Select(a => a["UID"]).Distinct());
        _chapter.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Contains("UID:", (await Get(address)).Text, StringComparison.Ordinal);
        _chapter.Clock.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain("UID:", (await Get(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task forget_a_draft_that_came_to_nothing_and_name_nothing_that_was_written()
    {
        var (who, _) = await _chapter.AddMember();
        var address = await Make(who);
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(id, new PlanMeeting(_chapter.Facilitator, MeetingSamples.Plan with { Start = _start }));
        await _chapter.Do(id, new CancelMeeting(_chapter.Facilitator, "Non."));
        await _chapter.Announce(_start, plan => plan with { Place = "Maison des Érables, 45, rue King Ouest, Sherbrooke" });

        var feed = await Get(address);

        Assert.Equal(1, feed.Events);
        Assert.Equal(@"45\, rue King Ouest", feed["LOCATION"]);
        Assert.All(["Érables", "mars\r", "Rétablissement", "ATTENDEE", "VALARM", "RRULE"], word => Assert.DoesNotContain(word, feed.Text, StringComparison.Ordinal));
        Assert.Equal(("PUBLISH", "Rencontres"), (feed["METHOD"], feed["X-WR-CALNAME"]));
    }

    [Fact]
    public async Task have_the_link_of_a_call_only_where_every_member_may_see_it()
    {
        var (who, _) = await _chapter.AddMember();
        var address = await Make(who);
        await _chapter.Announce(_start);
        Assert.Contains("video.example.org", (await Get(address)).Text, StringComparison.Ordinal);
        var id = await _chapter.Announce(_start.AddDays(1), plan => plan with { LinkFor = LinkAudience.Answered, VideoLink = "https://video.example.org/reservé" });
        await _chapter.Do(id, new AnswerInvitation(who, RsvpAnswer.Remote));

        Assert.DoesNotContain("reservé", (await Get(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_sent_again_only_when_they_changed_and_kept_by_nobody_on_the_way()
    {
        var (who, _) = await _chapter.AddMember();
        var address = await Make(who);
        await _chapter.Announce(_start);
        using var first = await _program.GetAsync(new Uri(address), Cancel);
        Assert.Equal(("text/calendar", "utf-8"), (first.Content.Headers.ContentType!.MediaType, first.Content.Headers.ContentType.CharSet));
        Assert.True(first.Headers.CacheControl!.Private);
        _chapter.Clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(HttpStatusCode.NotModified, await Again(address, first.Headers.ETag!));
        await _chapter.Announce(_start.AddDays(7));
        Assert.Equal(HttpStatusCode.OK, await Again(address, first.Headers.ETag!));
    }

    [Fact]
    public async Task are_empty_for_sixty_days_after_somebody_left_and_none_of_theirs_when_they_come_back()
    {
        var (who, mail) = await _chapter.AddMember();
        var address = await Make(who);
        await _chapter.Announce(_start);
        Assert.Equal(1, (await Get(address)).Events);
        Assert.True((await _chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);
        await _chapter.Pass();

        var left = await Get(address);
        Assert.Equal((HttpStatusCode.OK, 0), (left.Status, left.Events));
        var (back, _) = await _chapter.AddMember(mail);
        Assert.Equal(who.Id, back.Id);
        Assert.Equal(0, (await Get(address)).Events);
        using var browser = await SignIn(back);
        Assert.True((await browser.Open(Page, Cancel)).Has("make-calendar"));
        _chapter.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Equal(HttpStatusCode.NotFound, (await Get(address)).Status);
    }

    [Fact]
    public async Task of_open_meetings_are_public_and_say_neither_who_nor_how_to_join()
    {
        using var visitor = _chapter.NewBrowser();
        Assert.Contains("/calendar/open-meetings.ics", (await visitor.Open("/en", Cancel)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await _chapter.Announce(_start);
        await _chapter.Do(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), new PlanMeeting(_chapter.Facilitator, MeetingSamples.Plan with { Start = _start, OpenToGuests = true }));
        await _chapter.Announce(_start.AddDays(2), plan => plan with { OpenToGuests = true });

        var french = await Get(_chapter.Address + "calendrier/rencontres-ouvertes.ics");
        var english = await Get(_chapter.Address + "calendar/open-meetings.ics");

        Assert.Equal((1, 1), (french.Events, english.Events));
        Assert.Equal(("Rencontre", "Meeting", "20260326T223000Z"), (french["SUMMARY"], english["SUMMARY"], english["DTSTART"]));
        Assert.All(["video.example.org", "555-0100", "Camille", "rencontres/"], word => Assert.DoesNotContain(word, french.Text, StringComparison.Ordinal));
    }

    private async Task<Member> Member(Actor who) => await _chapter.Get<MemberQueries>().Find(who.Id, Cancel);

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    private static async Task<string> Make(FormClient browser)
    {
        Assert.True((await browser.Fill(Page, "make-calendar", Cancel)).IsDone);
        return await AddressOn(browser);
    }

    private async Task<string> Make(Actor who)
    {
        var (hash, @sealed) = _chapter.Get<CalendarSecrets>().Make();
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id).Do(new MakeCalendarAddress(who, hash, @sealed))).Succeeded);
        return _chapter.Get<CalendarSecrets>().AddressOf((await Member(who)).Calendar!)!.ToString();
    }

    private static async Task<string> AddressOn(FormClient browser) => (await browser.Open(Page, Cancel)).Page.QuerySelector("input[readonly]")!.GetAttribute("value")!;

    private static string Secret(string address) => new Uri(address).Segments[^1].Replace(".ics", "", StringComparison.Ordinal);

    private async Task<Read> Get(string address)
    {
        using var response = await _program.GetAsync(new Uri(address), Cancel);
        return new(response.StatusCode, (await response.Content.ReadAsStringAsync(Cancel)).Replace("\r\n ", "", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> Again(string address, EntityTagHeaderValue had)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(had);
        using var response = await _program.SendAsync(request, Cancel);
        return response.StatusCode;
    }

    private sealed record Read(HttpStatusCode Status, string Text)
    {
        public int Events => Text.Split("BEGIN:VEVENT").Length - 1;

        public string this[string property] => Text.Split("\r\n").Single(line => line.StartsWith(property + ":", StringComparison.Ordinal))[(property.Length + 1)..];
    }
}

public sealed class Calendars_of_a_chapter_on_sqlite() : Calendars_of_a_chapter(null);

public sealed class Calendars_of_a_chapter_on_postgresql(PostgresServer server) : Calendars_of_a_chapter(server);
