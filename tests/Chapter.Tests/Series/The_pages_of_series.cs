using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Series;

/// <summary>In a chapter whose clock stands on Monday 2 March 2026.</summary>
public sealed class The_pages_of_series : IAsyncLifetime
{
    private static readonly (string, string)[] _form =
    [
        ("Title", "Rencontre du mois"), ("Every", "1"), ("On", "third"), ("Weekday", "tuesday"), ("Date", "2026-03-02"), ("Time", "18:30"), ("Minutes", "120"), ("LeadDays", "45"),
        ("Mode", "hybrid"), ("Place", "Salle 2"), ("VideoLink", "https://video.example.org/secret"), ("LinkFor", "members"), ("Language", "fr"),
        ("Items[0].Title", "La table libre"), ("Items[0].Stream", "practice"), ("Items[0].Kind", "showcase"), ("Items[0].Minutes", "75"),
        ("Items[1].Title", "Embaucher des pairs"), ("Items[1].Stream", "system"), ("Items[1].Kind", "discussion"), ("Items[1].Minutes", "45"),
    ];

    private readonly ChapterPages _chapter = new(new FakeTimeProvider(SeriesSamples.Now));
    private HttpClient _facilitator = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _chapter.InitializeAsync();
        _facilitator = _chapter.Visitor(MeetingSamples.Facilitator);
    }

    public ValueTask DisposeAsync() => _chapter.DisposeAsync();

    [Theory]
    [InlineData("/fr/rencontres", "Séries", "/fr/rencontres/series", "Vos séries paraîtront ici")]
    [InlineData("/en/meetings", "Series", "/en/meetings/series", "Your series will be here")]
    public async Task are_found_from_the_meetings_by_those_who_plan_and_teach_while_there_are_none(string list, string link, string path, string title)
    {
        Assert.Contains((await ChapterPages.Open(_facilitator, list)).QuerySelectorAll("main a"), a => a.TextContent == link && a.GetAttribute("href") == path);
        Assert.DoesNotContain((await ChapterPages.Open(_chapter.Visitor(MeetingSamples.Member), list)).QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);

        Assert.Equal(title, (await ChapterPages.Open(_facilitator, path)).QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task are_for_those_who_plan_meetings()
    {
        var path = await Made();
        foreach (var page in new[] { "/fr/rencontres/series", "/fr/rencontres/series/preparer", path, path + "/revoir" })
        {
            using var refused = await _chapter.Visitor(MeetingSamples.Member).GetAsync(page, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            await ChapterPages.Open(_chapter.Visitor(Samples.Executive), page);
        }
    }

    [Theory]
    [InlineData("/fr/rencontres/series/preparer", "mardi 17 mars 2026", "Voici les dates")]
    [InlineData("/en/meetings/series/set-up", "Tuesday, March 17, 2026", "Here are the dates")]
    public async Task show_the_next_six_dates_before_a_series_is_saved(string path, string first, string says)
    {
        var opened = await ChapterPages.Open(_facilitator, path);

        using var shown = await ChapterPages.Send(_facilitator, path, opened, "series", [.. _form, ("Do", "dates")]);
        var page = await ChapterPages.Read(shown);
        Assert.Equal((HttpStatusCode.OK, 6), (shown.StatusCode, page.QuerySelectorAll("#dates li").Length));
        Assert.Equal(first, page.QuerySelector("#dates li")!.TextContent.Trim());

        // And whoever saves without having looked is shown them first.
        using var unseen = await ChapterPages.Send(_facilitator, path, opened, "series", [.. _form.Where(f => f.Item1 != "Weekday"), ("Weekday", "thursday"), ("Do", "save")]);
        var again = await ChapterPages.Read(unseen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        Assert.Contains(says, again.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rencontre du mois", ((IHtmlInputElement)again.QuerySelector("input[name=Title]")!).Value);
        using var saved = await ChapterPages.Send(_facilitator, path, again, "series", ("Do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
    }

    [Theory]
    [InlineData("On", "day-of-month", "Day")]
    [InlineData("Every", "9", "Every")]
    [InlineData("LeadDays", "3", "LeadDays")]
    [InlineData("Until", "bientôt", "Until")]
    [InlineData("Until", "2026-03-01", "Until")]
    [InlineData("Title", "", "Title")]
    [InlineData("Items[0].Minutes", "vingt", "Items[0].Minutes")]
    public async Task keep_what_was_typed_when_they_refuse(string field, string value, string faulty)
    {
        const string path = "/fr/rencontres/series/preparer";
        var page = await ChapterPages.Open(_facilitator, path);
        foreach (var _ in new[] { 1, 2 })
        {
            using var refused = await ChapterPages.Send(_facilitator, path, page, "series", [.. _form.Where(f => f.Item1 != field), (field, value), ("Do", "save")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            page = await ChapterPages.Read(refused);
        }

        Assert.NotNull(page.GetElementById($"series-{faulty}-problem"));
        Assert.Equal("La table libre", field == "Items[0].Title" ? "" : ((IHtmlInputElement)page.QuerySelector("input[name='Items[0].Title']")!).Value);
    }

    [Theory]
    [InlineData("/fr", "/fr/rencontres/series/preparer", "/fr/rencontres/", "Rencontre du mois", "planifier", "De la série\u00a0: Rencontre du mois")]
    [InlineData("/en", "/en/meetings/series/set-up", "/en/meetings/", "Rencontre du mois", "plan", "Of the series: Rencontre du mois")]
    public async Task lead_from_a_series_to_an_announced_meeting_with_one_typed_line(string home, string make, string meetings, string title, string plan, string belongs)
    {
        var series = await Made(make);
        var card = (await ChapterPages.Open(_facilitator, home)).QuerySelectorAll("main a").Single(a => a.TextContent == title);
        var draft = card.GetAttribute("href")!;
        Assert.StartsWith(meetings, draft, StringComparison.Ordinal);

        var retitled = await Sent(_facilitator, $"{draft}/{plan}", "revise", ("Title", "Rencontre de mars: une invitée"), ("Do", "save"));
        Assert.Equal(draft, retitled);
        await Sent(_facilitator, draft, "announce");

        var page = await ChapterPages.Open(_facilitator, draft);
        Assert.Equal(series, page.QuerySelectorAll("main a").Single(a => a.TextContent == title).GetAttribute("href"));
        var seen = await ChapterPages.Open(_chapter.Visitor(MeetingSamples.Member), draft);
        Assert.Contains(belongs, seen.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.QuerySelectorAll("main a"), a => a.TextContent == title);
        Assert.DoesNotContain((await ChapterPages.Open(_facilitator, home)).QuerySelectorAll("main a"), a => a.TextContent == title);
    }

    [Theory]
    [InlineData("/fr/rencontres/series/preparer", "Brouillon le 7 mars 2026", "Pas de rencontre ce mois-là", "Cette série est finie.")]
    [InlineData("/en/meetings/series/set-up", "Draft on March 7, 2026", "No meeting that month", "This series has ended.")]
    public async Task skip_a_date_take_it_back_and_end_the_series(string make, string willBe, string skipped, string ended)
    {
        var path = await Made(make);
        Assert.Contains(willBe, await Words(path), StringComparison.Ordinal);

        await Sent(_facilitator, path, "skip-2026-04");
        Assert.Contains(skipped, await Words(path), StringComparison.Ordinal);
        Assert.DoesNotContain(willBe, await Words(path), StringComparison.Ordinal);
        await Sent(_facilitator, path, "take-back-2026-04");
        Assert.Contains(willBe, await Words(path), StringComparison.Ordinal);

        await Sent(_facilitator, path, "end");
        await Follow();
        Assert.Contains(ended, await Words(path), StringComparison.Ordinal);
        Assert.Contains(ended, await Words(path[..path.LastIndexOf('/')]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task offer_to_skip_what_nobody_has_touched_and_lead_to_the_rest()
    {
        var path = await Made();
        Assert.NotNull(Form(await ChapterPages.Open(_facilitator, path), "skip-2026-03"));
        var draft = (await ChapterPages.Open(_facilitator, path)).QuerySelector(".rows a")!.GetAttribute("href")!;

        await Sent(_facilitator, draft, "cancel", ("Reason", "Semaine de relâche"));

        var page = await ChapterPages.Open(_facilitator, path);
        Assert.Null(Form(page, "skip-2026-03"));
        Assert.Contains("Annulée", page.QuerySelector(".rows li")!.TextContent, StringComparison.Ordinal);
        await Sent(_facilitator, draft, "restore");
        Assert.Contains("Brouillon", (await ChapterPages.Open(_facilitator, path)).QuerySelector(".rows li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task say_of_a_draft_that_its_series_gave_up_why()
    {
        var path = await Made();
        var draft = (await ChapterPages.Open(_facilitator, path)).QuerySelector(".rows a")!.GetAttribute("href")!;
        await Sent(_facilitator, path, "skip-2026-03");
        await Follow();

        Assert.Contains("sa série n’a pas de rencontre à cette date", await Words(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/rencontres/series/preparer", "/revoir")]
    [InlineData("/en/meetings/series/set-up", "/revise")]
    public async Task show_both_versions_when_two_revise_a_series_at_once(string make, string below)
    {
        var path = await Made(make);
        var early = await ChapterPages.Open(_facilitator, path + below);
        await Sent(_facilitator, path + below, "series", ("Place", "Salle 9"), ("Do", "save"));

        using var late = await ChapterPages.Send(_facilitator, path + below, early, "series", ("Place", "Salle 5"), ("Do", "save"));
        var page = await ChapterPages.Read(late);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Salle 9", page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Salle 5", ((IHtmlInputElement)page.QuerySelector("input[name=Place]")!).Value);
        using var decided = await ChapterPages.Send(_facilitator, path + below, page, "series", ("Do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        await Follow();
        var draft = (await ChapterPages.Open(_facilitator, path)).QuerySelector(".rows a")!.GetAttribute("href")!;
        Assert.Contains("Salle 5", await Words(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/rencontres/series/01890a5d-ac96-774b-bcce-999999999999")]
    [InlineData("/en/meetings/series/01890a5d-ac96-774b-bcce-999999999999/revise")]
    public async Task answer_404_to_what_is_not_there(string path)
    {
        using var response = await _facilitator.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    // Makes a series, with its first draft.
    private async Task<string> Made(string path = "/fr/rencontres/series/preparer")
    {
        using var shown = await ChapterPages.Send(_facilitator, path, await ChapterPages.Open(_facilitator, path), "series", [.. _form, ("Do", "dates")]);
        using var saved = await ChapterPages.Send(_facilitator, path, await ChapterPages.Read(shown), "series", ("Do", "save"));
        Assert.True(saved.StatusCode == HttpStatusCode.SeeOther, (await ChapterPages.Read(saved)).QuerySelector(".problems")?.TextContent);
        await Follow();
        return saved.Headers.Location!.ToString().Split('?')[0];
    }

    private Task Follow() => _chapter.Get<FollowerLoop>().CatchUp(Cancel);

    private async Task<string> Words(string path) => (await ChapterPages.Open(_facilitator, path)).QuerySelector("main")!.TextContent;

    private static IElement? Form(IHtmlDocument page, string name) => page.QuerySelector($"input[name=_handler][value='{name}']");

    private static async Task<string> Sent(HttpClient visitor, string path, string form, params (string, string)[] values)
    {
        using var response = await ChapterPages.Send(visitor, path, await ChapterPages.Open(visitor, path), form, values);
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{path} {form}: {(await ChapterPages.Read(response)).QuerySelector(".problems")?.TextContent}");
        return response.Headers.Location!.ToString().Split('?')[0];
    }
}
