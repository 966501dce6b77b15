using RecoveryCoP.Federation.V1;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using RecoveryCoP.Hub.Directory;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Directory;

public abstract class The_directory(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task has_the_chapters_that_were_let_in_and_no_other_by_region_in_both_languages()
    {
        var (here, paused, gone, waiting) = await Chapters();

        var listed = await Hub.Get<DirectoryQueries>().All(Cancel);

        Assert.Equal([(here.Id.Value, EnrolmentState.Admitted), (paused.Id.Value, EnrolmentState.Suspended)], listed.Select(c => (c.NodeId, c.Standing)));
        Assert.Equal(("Montréal", 1, "fr", "bonjour@communaute.example", "communaute.example"), (
            listed[0].Region!.Fr, listed[0].Practices, listed[0].Languages, listed[0].PublicContact, listed[0].Site!.Host));
        foreach (var hidden in new[] { gone, waiting })
        {
            Assert.Null(await Hub.Get<DirectoryQueries>().Find(hidden.Id.Value, Cancel));
            Assert.Equal(HttpStatusCode.NotFound, (await Open($"/fr/communautes/{hidden.Id}")).Status);
        }

        foreach (var (list, home, pause) in new[] { ("/fr/communautes", "/fr", "En pause"), ("/en/communities", "/en", "Paused") })
        {
            var directory = await Open(list);
            Assert.Equal(HttpStatusCode.OK, directory.Status);
            Assert.True(directory.Indexed);
            Assert.NotNull(directory.Document.QuerySelector("meta[name=description]"));
            Assert.Equal(["Montréal", "Gaspésie–Îles-de-la-Madeleine"], directory.Document.QuerySelectorAll("main h2").Select(h => h.TextContent));
            Assert.Contains(pause, directory.Document.QuerySelector("#region-11")!.TextContent, StringComparison.Ordinal);

            var first = await Open(home);
            Assert.Equal(2, first.Document.QuerySelectorAll("a.tile-link").Length);
            Assert.Contains("Le café", first.Document.QuerySelector(".entries")!.TextContent, StringComparison.Ordinal);
            Assert.Equal($"{list}#region-06", first.Document.QuerySelectorAll("a.tile-link").Single(a => a.GetAttribute("href")!.EndsWith("06", StringComparison.Ordinal)).GetAttribute("href"));
        }

        var page = (await Open($"/fr/communautes/{here.Id}")).Document;
        Assert.Contains(SixWords.Of(here.Id), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("mailto:bonjour@communaute.example", page.QuerySelector("main a[href^=mailto]")!.GetAttribute("href"));
        Assert.Equal("Le café", page.QuerySelector(".entries h3")!.TextContent);
        Assert.NotNull((await Open($"/en/communities/{paused.Id}")).Document.QuerySelector(".notice"));
    }

    [Fact]
    public async Task shows_what_a_chapter_says_of_itself_once_it_says_something_else()
    {
        var chapter = await Hub.Admitted(new SampleChapter(Hub, "06", "Communauté des Rapides"));
        await chapter.Push(chapter.Call("Communauté des Rapides", "13", description: "Nous nous voyons le mardi <b>soir</b>.\nTout le monde est bienvenu."));
        await Until(async () => await Hub.Get<DirectoryQueries>().Find(chapter.Id.Value, Cancel) is { RegionCode: "13" });

        foreach (var path in new[] { "/fr/communautes", "/en/communities", $"/fr/communautes/{chapter.Id}" })
        {
            var page = (await Open(path)).Document;
            var said = page.QuerySelector("main .clamped, main .description")!;
            Assert.StartsWith("Nous nous voyons le mardi <b>soir</b>.", said.TextContent, StringComparison.Ordinal);
            Assert.Equal(path.StartsWith("/en", StringComparison.Ordinal) ? "fr" : null, said.GetAttribute("lang"));
            Assert.Equal("https://communaute.example/", page.QuerySelector("main a[rel~=nofollow]")!.GetAttribute("href"));
            Assert.Contains("Laval", page.Body!.TextContent, StringComparison.Ordinal);
        }

        await Hub.Decide(chapter, e => e.Revoke(Hub.Operator, "Les autres essais ne la connaissent pas.", TimeProvider.System.GetUtcNow()));
    }

    private async Task<(SampleChapter Here, SampleChapter Paused, SampleChapter Gone, SampleChapter Waiting)> Chapters()
    {
        var here = await Hub.Admitted(new SampleChapter(Hub, "06", "Communauté de Montréal"));
        var paused = await Hub.Admitted(new SampleChapter(Hub, "11", "Communauté des Îles"));
        var gone = await Hub.Admitted(new SampleChapter(Hub, "05", "Communauté de personne"));
        var waiting = new SampleChapter(Hub, "07", "Communauté qui attend");
        await waiting.Enrol(await Hub.NewCode());
        await here.Push(here.Revise("Le café"));
        await Hub.Decide(paused, e => e.Suspend(Hub.Operator, "Une pause.", TimeProvider.System.GetUtcNow()));
        await Hub.Decide(gone, e => e.Revoke(Hub.Operator, "Ce n’est pas vous.", TimeProvider.System.GetUtcNow()));
        await Until(async () => await Hub.Get<DirectoryQueries>().Find(here.Id.Value, Cancel) is { Practices: 1, Region: not null });
        return (here, paused, gone, waiting);
    }

    private async Task<(HttpStatusCode Status, bool Indexed, IHtmlDocument Document)> Open(string path)
    {
        using var browser = new HttpClient { BaseAddress = Hub.Web };
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var document = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel));
        return (response.StatusCode, !response.Headers.Contains("X-Robots-Tag"), document);
    }
}

public sealed class The_directory_on_SQLite(HubOnSqlite engine) : The_directory(engine), IClassFixture<HubOnSqlite>;

public sealed class The_directory_on_PostgreSQL(HubOnPostgres engine) : The_directory(engine), IClassFixture<HubOnPostgres>;

public sealed class The_news_of_a_chapter
{
    [Theory]
    [InlineData(null, "n’a pas encore donné de nouvelles", "has not been heard from yet")]
    [InlineData("2026-11-24T16:00:00Z", "aujourd’hui", "today")]
    [InlineData("2026-11-24T04:59:00Z", "hier", "yesterday")]
    [InlineData("2026-11-14T12:00:00Z", "il y a 10 jours", "10 days ago")]
    [InlineData("2026-09-01T12:00:00Z", "sans nouvelles depuis le 1er septembre 2026", "not heard from since September 1, 2026")]
    public void is_said_as_one_would_say_it(string? last, string french, string english)
    {
        var said = Freshness.Of(last is null ? null : DateTimeOffset.Parse(last, null), new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero));

        Assert.Equal((french, english), (said.Fr, said.En));
    }
}
