using RecoveryCoP.Chapter.FirstDays;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Templates;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.FirstDays;

/// <summary>The steps that a template brings, in the whole program on one engine, from Monday 2 March 2026 on.</summary>
public abstract class The_first_ninety_days(PostgresServer? server) : IAsyncLifetime
{
    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task show_those_who_run_the_chapter_what_is_due_and_who_ticked_off_what()
    {
        Assert.Null(Card((await Home(ChapterRoles.Executive)).Page));
        await Bring(("inviter", 1), ("annoncer", 10), ("bilan", 80));
        var (browser, page) = await Home(ChapterRoles.Executive);
        Assert.Equal(["tick-inviter", "tick-annoncer", "tick-bilan"], page.Forms.Where(f => f.StartsWith("tick-", StringComparison.Ordinal)));
        Assert.Equal(["Plus tard : 2 étapes"], Summaries(page));

        Assert.True((await browser.Send("/fr", page, "tick-inviter", Cancel)).IsDone);
        var ticked = await browser.Open("/fr", Cancel);
        Assert.Contains("Rien à faire pour le moment", Card(ticked.Page)!.TextContent, StringComparison.Ordinal);
        Assert.Contains("coché par voisine2, le 2 mars 2026", Card(ticked.Page)!.TextContent, StringComparison.Ordinal);
        await _chapter.Pass(TimeSpan.FromDays(9));
        Assert.Equal(["Plus tard : 1 étape", "Fait : 1 étape"], Summaries((await Home(ChapterRoles.Steward)).Page));

        (browser, page) = await Home(ChapterRoles.Steward);
        Assert.True((await browser.Send("/fr", page, "untick-inviter", Cancel)).IsDone);
        Assert.Equal(["Plus tard : 1 étape"], Summaries(await browser.Open("/fr", Cancel)));

        // Facilitators see it without the buttons; members do not.
        Assert.DoesNotContain((await Home(ChapterRoles.Facilitator)).Page.Forms, f => f.Contains("tick", StringComparison.Ordinal));
        Assert.NotNull(Card((await Home(ChapterRoles.Facilitator)).Page));
        Assert.Null(Card((await Home()).Page));
    }

    [Fact]
    public async Task are_over_after_ninety_days()
    {
        await Bring(("inviter", 1));
        await _chapter.Pass(TimeSpan.FromDays(89));
        Assert.NotNull(Card((await Home(ChapterRoles.Steward)).Page));
        await _chapter.Pass(TimeSpan.FromDays(1));
        Assert.Null(Card((await Home(ChapterRoles.Steward)).Page));
    }

    [Fact]
    public async Task are_over_the_day_after_all_is_done()
    {
        await Bring(("inviter", 1));
        await Do(new TickStep(Steward, "inviter"));
        Assert.NotNull(Card((await Home(ChapterRoles.Steward)).Page));
        await _chapter.Pass(TimeSpan.FromDays(1));
        Assert.Null(Card((await Home(ChapterRoles.Steward)).Page));
    }

    [Fact]
    public async Task come_from_templates_and_go_with_them_and_what_was_ticked_off_stays_so()
    {
        var first = new TemplateItem("step", "inviter").With("title", "Inviter", "Invite").With("words", "Trois personnes.", "Three people.").With("day", "7");

        await _chapter.TakesAndGivesBack(first, first.With("day", "5"), async () =>
        {
            await Do(new TickStep(Steward, "inviter"));
            await Do(new DropStep(Steward, "inviter"));
            await Do(new KeepStep(Steward, "inviter", new() { Title = new("Inviter", "Invite"), Day = 20 }));
            Assert.Equal(Steward.Id, (await _chapter.Get<FirstDaysQueries>().NinetyDays(Cancel)).Find("inviter")!.Done!.By);
        });
    }

    private Actor Steward => new(_chapter.Facilitator.Id, [ChapterRoles.Steward]);

    private static AngleSharp.Dom.IElement? Card(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("section.card").FirstOrDefault(c => c.QuerySelector("h2")?.TextContent == "Les 90 premiers jours");

    private static AngleSharp.Dom.IElement? Card(Answer answer) => Card(answer.Page);

    private static IEnumerable<string> Summaries(Answer page) => Card(page.Page)!.QuerySelectorAll("summary").Select(s => s.TextContent);

    private async Task Bring(params (string Id, int Day)[] steps)
    {
        foreach (var (id, day) in steps)
        {
            await Do(new KeepStep(Steward, id, new() { Title = new(id, id), Words = new("Voici pourquoi.", "This is why."), Day = day }));
        }
    }

    private async Task Do<TOperation>(TOperation operation) where TOperation : IOperation<FirstNinetyDays> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().GetGrain<IFirstNinetyDaysGrain>(FirstNinetyDays.TheId).Do(operation)).Refusals);

    private async Task<(FormClient Browser, Answer Page)> Home(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return (browser, await browser.Open("/fr", Cancel));
    }
}

public sealed class The_first_ninety_days_on_sqlite() : The_first_ninety_days(null);

public sealed class The_first_ninety_days_on_postgresql(PostgresServer server) : The_first_ninety_days(server);

public sealed class A_step_of_the_first_days
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private static readonly StepContent _content = new() { Title = new("Inviter", "Invite"), Day = 7 };

    [Theory]
    [InlineData("", Access.RoleMissing)]
    [InlineData("facilitator", Access.RoleMissing)]
    [InlineData("secretary", Access.RoleMissing)]
    [InlineData("privacy-officer", Access.RoleMissing)]
    [InlineData("steward", null)]
    [InlineData("executive", null)]
    public void is_for_stewards_and_the_executive_committee(string role, string? refusal)
    {
        var who = new Actor(FirstNinetyDays.TheId, role.Length == 0 ? [] : [role]);
        string?[] codes = [Code(new KeepStep(who, "b", _content)), Code(new DropStep(who, "a")), Code(new TickStep(who, "a")), Code(new UntickStep(who, "a"))];
        Assert.All(codes, code => Assert.Equal(refusal, code));
    }

    [Fact]
    public void has_a_title_and_a_day_and_is_ticked_off_where_it_is()
    {
        Assert.Equal("first-days.step-unclear", Code(new KeepStep(Steward, "b", _content with { Day = 91 })));
        Assert.Equal("first-days.step-unclear", Code(new KeepStep(Steward, "b", _content with { Title = new(null, " ") })));
        Assert.Equal("first-days.step-unknown", Code(new TickStep(Steward, "b")));
        Assert.Equal("first-days.step-unknown", Code(new UntickStep(Steward, "b")));
    }

    [Fact]
    public void is_ticked_off_by_whoever_did_so_first()
    {
        var ticked = Days().Try(new TickStep(Steward, "a"), FirstNinetyDays.TheId, _now).Value!;
        Assert.Same(ticked, ticked.Try(new TickStep(new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099b9301"), [ChapterRoles.Executive]), "a"), FirstNinetyDays.TheId, _now).Value);
        Assert.Null(ticked.Try(new UntickStep(Steward, "a"), FirstNinetyDays.TheId, _now).Value!.Find("a")!.Done);
    }

    [Fact]
    public void counts_its_days_anew_where_a_template_is_taken_again_after_all_of_it_went()
    {
        var gone = Days().Try(new DropStep(Steward, "a"), FirstNinetyDays.TheId, _now).Value!;
        var again = gone.Try(new KeepStep(Steward, "a", _content), FirstNinetyDays.TheId, _now.AddDays(100)).Value!;
        Assert.Equal((101, 1, false), (gone.DayAt(_now.AddDays(100)), again.DayAt(_now.AddDays(100)), again.IsOver(_now.AddDays(100))));
    }

    private static Actor Steward => new(FirstNinetyDays.TheId, [ChapterRoles.Steward]);

    private static FirstNinetyDays Days() => new FirstNinetyDays().Try(new KeepStep(Steward, "a", _content), FirstNinetyDays.TheId, _now).Value!;

    private static string? Code<TOperation>(TOperation operation) where TOperation : IOperation<FirstNinetyDays> => Days().Try(operation, FirstNinetyDays.TheId, _now).Refusals.SingleOrDefault()?.Code;
}
