using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.FirstDays;

/// <summary>What a new chapter does first, on the first page of those who run it.</summary>
public sealed class The_first_days_of_a_chapter : IAsyncLifetime
{
    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(null, ("Mail:Host", ""));

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
    }

    [Fact]
    public async Task are_listed_with_what_is_done_and_a_way_to_what_one_can_do_oneself()
    {
        var alone = await Home(ChapterRoles.Steward);
        Assert.Equal(["/fr/fonder/suite", "/fr/notre-groupe-existait-deja", "/fr/envoi-des-courriels", "/fr/acces", "/fr/qui-nous-sommes", "/fr/reseau"], Links(alone));

        // The facilitator of the harness, the steward and the executive committee are here now.
        var executive = await Home(ChapterRoles.Executive);
        Assert.Equal(["/fr/rencontres/planifier", "/fr/qui-nous-sommes", "/fr/charte"], Links(executive));
        Assert.Equal(2, executive.QuerySelectorAll(".card .entries .status.good").Length);
    }

    [Fact]
    public async Task lead_to_the_meeting_that_waits_to_be_announced()
    {
        var planned = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await _chapter.Do(planned, new PlanMeeting(_chapter.Facilitator, Meetings.MeetingSamples.Plan with { Start = new(2026, 3, 24, 18, 30, 0) }));

        Assert.Equal([$"/fr/rencontres/{planned}", "/fr/qui-nous-sommes", "/fr/charte"], Links(await Home(ChapterRoles.Executive)));
    }

    [Fact]
    public async Task are_over_once_all_that_has_to_be_is_done()
    {
        await Home(ChapterRoles.Executive);
        await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        var steward = await Home(ChapterRoles.Steward);
        Assert.Equal(["/fr/fonder/suite", "/fr/notre-groupe-existait-deja", "/fr/envoi-des-courriels", "/fr/qui-nous-sommes", "/fr/reseau"], Links(steward));

        var browser = _browsers[^1];
        var chosen = await browser.Fill("/fr/envoi-des-courriels", "choose", Cancel, ("Host", "localhost"), ("Port", "25"), ("Security", "none"));
        Assert.True(chosen.IsDone, chosen.Words);
        Assert.DoesNotContain("premiers jours", (await browser.Open("/fr", Cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_nobodys_concern_who_does_not_run_it()
    {
        var member = await Home();

        Assert.Null(member.QuerySelector("a[href='/fr/envoi-des-courriels']"));
        Assert.DoesNotContain("premiers jours", member.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Links(AngleSharp.Html.Dom.IHtmlDocument home) => home.QuerySelectorAll(".card .entries strong a").Select(a => a.GetAttribute("href"));

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Home(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return (await browser.Open("/fr", Cancel)).Page;
    }
}
