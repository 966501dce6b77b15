using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Chapter.Agendas;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Templates;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Agendas;

/// <summary>The whole program on one engine, from Monday 2 March 2026 on.</summary>
public abstract class Model_agendas_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;
    private FormClient _browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AgendaQueries Queries => _chapter.Get<AgendaQueries>();

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server);
        _browser = _chapter.NewBrowser();
        await _browser.SignIn((await _chapter.Get<SignInLinks>().Create(_chapter.Facilitator.Id, Cancel))!.ToString(), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task are_made_row_by_row_and_listed_by_title_with_their_balance()
    {
        Assert.Contains((await _browser.Open("/fr/rencontres", Cancel)).Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/fr/rencontres/ordres-du-jour-types");
        var path = (await _browser.Open("/fr/rencontres/ordres-du-jour-types", Cancel)).Page.QuerySelector(".empty a")!.GetAttribute("href")!;
        var one = await _browser.Fill(path, "model-agenda", Cancel, ("TitleFr", "Un mois ordinaire"), ("Items[0].TitleFr", "Accueil"), ("Items[0].Stream", "community"), ("Items[0].Minutes", "10"), ("Do", "add-item"));
        Assert.Equal((HttpStatusCode.OK, 4), (one.Status, one.Page.QuerySelectorAll(".agenda-row").Length));
        Assert.Empty(await Queries.All(Language.French, Cancel));

        var refused = await _browser.Send(path, one, "model-agenda", Cancel, ("Items[3].TitleEn", "A practice"), ("Items[3].Minutes", "60"), ("Do", "save"));
        Assert.Contains("Point 4", refused.Page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        var saved = await _browser.Send(path, refused, "model-agenda", Cancel, ("Items[3].Stream", "practice"), ("Do", "save"));
        Assert.True(saved.IsDone, saved.Words);
        await Make("Assemblée annuelle");

        var list = await _browser.Open("/fr/rencontres/ordres-du-jour-types", Cancel);
        Assert.Equal(["Assemblée annuelle", "Un mois ordinaire"], list.Page.QuerySelectorAll("main h2 a").Select(a => a.TextContent));
        Assert.Equal(2, list.Page.QuerySelectorAll(".ribbon").Length);
        var page = await _browser.Open(saved.Location, Cancel);
        Assert.Equal(["Accueil", "A practice"], page.Page.QuerySelectorAll(".agenda h3").Select(h => h.TextContent));

        Assert.True((await _browser.Send(saved.Location, page, "remove-agenda", Cancel)).IsDone);
        Assert.Equal(["Assemblée annuelle"], (await Queries.All(Language.French, Cancel)).Select(a => a.Content!.Title.Fr));
    }

    [Theory]
    [InlineData("/fr/rencontres/planifier", "plan")]
    [InlineData("/fr/rencontres/series/preparer", "series")]
    public async Task begin_a_plan_in_its_own_language_and_nothing_is_saved(string path, string form)
    {
        Assert.DoesNotContain("Commencer par", (await _browser.Open(path, Cancel)).Words, StringComparison.Ordinal);
        var id = await Make("Un mois ordinaire");
        var opened = await _browser.Open(path, Cancel);
        Assert.Equal("Commencer par « Un mois ordinaire »", opened.Page.QuerySelector($"button[value='begin-{id:N}']")!.GetAttribute("aria-label"));

        var begun = await _browser.Send(path, opened, form, Cancel, ("Language", "en"), ("Do", $"begin-{id:N}"));

        Assert.Equal(["A practice", "Le système"], begun.Page.QuerySelectorAll("[name$='].Title']").OfType<IHtmlInputElement>().Where(i => i.Name!.StartsWith("Items", StringComparison.Ordinal)).Select(i => i.Value));
        Assert.Equal(["60", "45"], begun.Page.QuerySelectorAll("[name^='Items'][name$='Minutes']").OfType<IHtmlInputElement>().Select(i => i.Value));
        // Once something is written a whole agenda would only be in the way.
        Assert.Null(begun.Page.QuerySelector("button[value^='begin-']"));
        Assert.Null(await _chapter.Get<MeetingQueries>().LastPlanned(Cancel));
    }

    [Fact]
    public async Task lead_to_a_plan_that_has_their_items()
    {
        var id = await Make("Un mois ordinaire");
        var link = (await _browser.Open($"/fr/rencontres/ordres-du-jour-types/{id}", Cancel)).Page.QuerySelector("a.primary")!.GetAttribute("href")!;

        var saved = await _browser.Fill(link, "plan", Cancel, ("Title", "Mars"), ("Date", "2026-03-24"), ("Time", "18:30"), ("Mode", "remote"), ("VideoLink", "https://video.example.org/x"), ("Do", "save"));
        Assert.True(saved.IsDone, saved.Words);
        var planned = (await _chapter.Get<MeetingQueries>().LastPlanned(Cancel))!;
        Assert.Equal([("Une pratique", ItemKind.Showcase), ("Le système", ItemKind.Discussion)], planned.Plan.Items.Select(i => (i.Title, i.Kind)));

        // What was planned is a copy.
        await Do(id, new RemoveAgenda(_chapter.Facilitator, 1));
        Assert.Equal(2, (await _chapter.Get<MeetingQueries>().Find(planned.Id, _chapter.Facilitator, Cancel))!.Plan.Items.Count);
    }

    [Fact]
    public async Task come_from_templates_and_go_with_them_but_not_once_they_were_changed_here()
    {
        var (practice, system) = (Row("pratique", "Une pratique", "practice", "60"), Row("systeme", "Le système", "system", "45"));
        var first = new TemplateItem("agenda", "ordinary") { Rows = [practice, system] }.With("title", "Un mois ordinaire", "An ordinary month").With("words", "Une pratique, puis le système.", "A practice, then the system.");

        await _chapter.TakesAndGivesBack(first, first with { Rows = [system, practice.With("minutes", "50")] }, async () =>
        {
            var agenda = Assert.Single(await Queries.All(Language.French, Cancel));
            await Do(agenda.Id, new WriteAgenda(_chapter.Facilitator, agenda.Version, agenda.Content! with { Words = new(null, null) }));
        });
    }

    private static TemplateItem Row(string id, string title, string stream, string minutes) =>
        new TemplateItem("item", id).With("title", title, title).With("stream", stream).With("kind", "discussion").With("minutes", minutes);

    private async Task<Guid> Make(string title)
    {
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Do(id, new WriteAgenda(_chapter.Facilitator, 0, A_model_agenda.Content with { Title = new(title, title) }));
        return id;
    }

    private async Task Do<TOperation>(Guid id, TOperation operation) where TOperation : IOperation<ModelAgenda> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().Agenda(id).Do(operation)).Refusals);
}

public sealed class Model_agendas_of_a_chapter_on_sqlite() : Model_agendas_of_a_chapter(null);

public sealed class Model_agendas_of_a_chapter_on_postgresql(PostgresServer server) : Model_agendas_of_a_chapter(server);
