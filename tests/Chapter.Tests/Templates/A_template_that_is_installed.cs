using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

public abstract class A_template_that_is_installed(PostgresServer? server) : IAsyncLifetime
{
    private static readonly Template _first = TemplateSamples.Of("1.0.0", TemplateSamples.Text("welcome", "Bienvenue"), TemplateSamples.Text("guide", "Guide"), TemplateSamples.Topic("silence", "Le silence"), TemplateSamples.Topic("work", "Le travail"));

    private static readonly Template _second = TemplateSamples.Of(
        "1.1.0", TemplateSamples.Text("welcome", "Bonjour"), TemplateSamples.Text("guide", "Guide"), TemplateSamples.Topic("silence", "Les silences"), TemplateSamples.Topic("home", "Le logement"));

    private readonly TextsOfTheTest _texts = new();
    private WritingChapter _chapter = null!;
    private TemplateComparison _comparison = null!;
    private TemplateRuns _runs = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Actor Steward => new(_chapter.Facilitator.Id, [ChapterRoles.Steward]);

    private TemplateUpgrade Upgrade => new([], _comparison, _runs);

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server);
        _comparison = new(_chapter.Get<InstalledTemplates>(), [_texts, .. _chapter.Get<IEnumerable<ITemplatePart>>().Where(p => p.Kind == TemplateKinds.Topic)], _chapter.Get<ThisNode>());
        _runs = new(_chapter.Get<InstalledTemplates>(), _comparison, _chapter.Get<Database>(), _chapter.Get<IGrainFactory>(), _chapter.Get<FaultPoints>(), _chapter.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        _runs.Dispose();
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task brings_all_that_it_has_and_says_what_this_program_does_not_take()
    {
        await Install(_first);

        Assert.Equal(["Bienvenue", "Guide", "Le silence", "Le travail"], await Here());
        Assert.Equal((_first.Head, TemplateRunState.Applied, 4, 4), (await Now()) is var now ? (now.Head, now.Run!.State, now.Run.Count, now.Run.Done) : default);
        Assert.Equal("template-applied", (await _chapter.Get<SecurityLog>().Latest(1, 1, Cancel))[0].Kind);
        Assert.Equal("template.installed", (await new TemplateInstaller(_chapter.Get<InstalledTemplates>(), _comparison, _runs).Install(Steward, _first, Language.French, Answers, Cancel)).Refusals.Single().Code);

        var withSteps = _first with { Items = [.. _first.Items, new TemplateItem("step", "one").With("title", "Un", "One").With("day", "1")] };
        Assert.Equal([TemplateKinds.Step], (await _comparison.Preview(withSteps, Language.French, Cancel)).Value!.Skipped);
    }

    [Fact]
    public async Task is_upgraded_with_what_was_changed_here_kept_and_undone_to_what_was()
    {
        await Install(_first);
        _texts.Write("guide", "Notre guide");

        await Apply(_second);
        Assert.Equal(["Bonjour", "Notre guide", "Les silences", "Le logement"], await Here());
        Assert.Equal(_second.Head, (await Now()).Head);
        Assert.Empty((await _comparison.Preview(_second, Language.French, Cancel)).Value!.Plan.Changes);

        Assert.Empty((await _runs.Undo(Steward, (await Now()).Version, Cancel)).Refusals);
        Assert.Equal(["Bienvenue", "Notre guide", "Le silence", "Le travail"], await Here());
        Assert.Equal((_first.Head, TemplateRunState.Undone), (await Now()) is var now ? (now.Head, now.Run!.State) : default);
        Assert.Equal("template.nothing-to-undo", (await _runs.Undo(Steward, now.Version, Cancel)).Refusals.Single().Code);

        // It can be taken after all.
        await Apply(_second);
        Assert.Equal(["Bonjour", "Notre guide", "Les silences", "Le logement"], await Here());
    }

    [Fact]
    public async Task is_undone_item_by_item_where_something_was_changed_since_and_says_what_stays()
    {
        await Install(_first);
        await Apply(_second);
        _texts.Write("welcome", "Allô");

        Assert.Empty((await _runs.Undo(Steward, (await Now()).Version, Cancel)).Refusals);

        Assert.Equal(["Allô", "Guide", "Le silence", "Le travail"], await Here());
        Assert.Equal(["template.item-stale"], (await Now()).Run!.NotUndone.Select(r => r.Why.Code));
        // What stays came with the later version: against that it is compared from now on.
        Assert.Equal(KeptBecause.Changed, (await _comparison.Preview(_second, Language.French, Cancel)).Value!.Plan.Kept.Single(k => k.Place.Id == "welcome").Because);
    }

    [Fact]
    public async Task leaves_and_says_what_was_changed_while_it_was_applied_and_offers_it_again()
    {
        await Install(_first);
        var preview = (await _comparison.Preview(_second, Language.French, Cancel)).Value!;
        _texts.BeforeApply = _ => _texts.Write("welcome", "Allô");

        Assert.Empty((await Upgrade.Apply(Steward, _second, preview.Seen, Undecided, Language.French, Cancel)).Refusals);

        Assert.Equal(["Allô", "Guide", "Les silences", "Le logement"], await Here());
        Assert.Equal(["template.item-stale"], (await Now()).Run!.Refused.Select(r => r.Why.Code));
        Assert.Equal("welcome", (await _comparison.Preview(_second, Language.French, Cancel)).Value!.Plan.Conflicts.Single().Place.Id);
    }

    [Fact]
    public async Task goes_on_where_it_was_broken_off()
    {
        _texts.BeforeApply = change => throw new InvalidOperationException("Broken off");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Install(_first));
        Assert.True((await Now()).IsBusy);
        Assert.Equal("template.busy", (await Upgrade.Apply(Steward, _second, (await _comparison.Preview(_second, Language.French, Cancel)).Value!.Seen, Undecided, Language.French, Cancel)).Refusals.Single().Code);

        _texts.BeforeApply = null;
        await _runs.Continue(Cancel);
        Assert.Equal(["Bienvenue", "Guide", "Le silence", "Le travail"], await Here());
        Assert.False((await Now()).IsBusy);

        _texts.BeforeApply = change => throw new InvalidOperationException("Broken off");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _runs.Undo(Steward, (await Now()).Version, Cancel));
        _texts.BeforeApply = null;
        await _runs.Continue(Cancel);
        Assert.Empty(await Here());
        Assert.Equal((null, TemplateRunState.Undone), (await Now()) is var now ? (now.Head, now.Run!.State) : default);
    }

    [Fact]
    public async Task is_not_upgraded_by_what_was_decided_on_something_else()
    {
        await Install(_first);
        var preview = (await _comparison.Preview(_second, Language.French, Cancel)).Value!;
        _texts.Write("guide", "Notre guide");

        Assert.Equal("template.stale", (await Upgrade.Apply(Steward, _second, preview.Seen, Undecided, Language.French, Cancel)).Refusals.Single().Code);
        Assert.Equal("access.role-missing", (await Upgrade.Apply(_chapter.Facilitator, _second, (await _comparison.Preview(_second, Language.French, Cancel)).Value!.Seen, Undecided, Language.French, Cancel)).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("0.9.0", "quebec", null, null, "template.older")]
    [InlineData("2.0.0", "other", null, null, "template.other")]
    [InlineData("2.0.0", "quebec", null, "99.0", "template.needs-newer-program")]
    [InlineData("0.1.0", "fork", "quebec", null, null)]
    public async Task is_followed_only_by_a_newer_version_or_a_fork_that_this_program_understands(string version, string id, string? forkOf, string? minimum, string? refused)
    {
        await Install(_first);

        var preview = await _comparison.Preview(new(new TemplateHead(id, Version.Parse(version)) { ForkOf = forkOf, MinimumSoftware = minimum is null ? null : Version.Parse(minimum) }, _first.Items), Language.French, Cancel);

        Assert.Equal(refused, preview.Refusals.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("", "", "a", "quebec", "", "", null)] // from the program, then a hub's of that name
    [InlineData("a", "", "a", "quebec", "", "", null)]
    [InlineData("a", "", "", "quebec", "", "", null)] // a file that somebody chose
    [InlineData("a", "", "b", "quebec", "", "", "template.other-hub")]
    [InlineData("", "", "a", "gaspe", "quebec", "", null)] // a hub's fork of the program's
    [InlineData("a", "", "b", "gaspe", "quebec", "a", null)] // a hub that started from another hub's release
    [InlineData("a", "", "b", "gaspe", "quebec", "c", "template.other-hub")]
    [InlineData("a", "", "b", "gaspe", "autre", "a", "template.other")]
    public void is_followed_by_its_own_hubs_version_and_by_what_was_made_from_it_and_not_by_another_hubs_of_its_name(
        string hub, string ofHub, string theirHub, string id, string forkOf, string forkOfHub, string? refused)
    {
        var installed = new InstalledTemplate { Head = _first.Head with { Hub = hub, ForkOfHub = ofHub } };

        var refusal = TemplateRefusals.RefusalFor(installed, new TemplateHead(id, new Version(2, 0, 0)) { Hub = theirHub, ForkOf = forkOf.Length > 0 ? forkOf : null, ForkOfHub = forkOfHub });

        Assert.Equal(refused, refusal?.Code);
    }

    private static Dictionary<string, string> Answers => [];

    private static Dictionary<UpgradePlace, UpgradeDecision> Undecided => [];

    private Task<InstalledTemplate> Now() => _chapter.Get<InstalledTemplates>().Find(Cancel);

    private async Task Install(Template template) =>
        Assert.Empty((await new TemplateInstaller(_chapter.Get<InstalledTemplates>(), _comparison, _runs).Install(Steward, template, Language.French, Answers, Cancel)).Refusals);

    private async Task Apply(Template template) =>
        Assert.Empty((await Upgrade.Apply(Steward, template, (await _comparison.Preview(template, Language.French, Cancel)).Value!.Seen, Undecided, Language.French, Cancel)).Refusals);

    private async Task<IEnumerable<string>> Here()
    {
        var topics = await _chapter.Get<TopicQueries>().LastProposed(20, Cancel);
        string[] order = ["Le silence", "Les silences", "Le travail", "Le logement"];
        return [.. _texts.Titles, .. topics.Select(t => t.Title).OrderBy(t => Array.IndexOf(order, t))];
    }
}

public sealed class A_template_that_is_installed_on_SQLite() : A_template_that_is_installed(null);

public sealed class A_template_that_is_installed_on_PostgreSQL(PostgresServer server) : A_template_that_is_installed(server);
