using System.Net;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

/// <summary>A chapter that has version 1.0.0 of a template, and a file with version 1.1.0.</summary>
public sealed class The_pages_of_templates(OpenChapter chapter) : IClassFixture<OpenChapter>, IAsyncLifetime
{
    private static int _next;

    private readonly string _topic = $"silence-{Interlocked.Increment(ref _next)}", _other = $"work-{_next}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Template First => TemplateSamples.Of("1.0.0", TemplateSamples.Topic(_topic, "Le silence"), TemplateSamples.Topic(_other, "Le travail"));

    private Template Second => TemplateSamples.Of("1.1.0", TemplateSamples.Topic(_topic, "Les silences"), TemplateSamples.Topic(_other, "Le travail et l’argent"));

    public async ValueTask InitializeAsync()
    {
        var now = await Now();
        if (now.CanBeUndone)
        {
            Assert.Empty((await chapter.Get<TemplateRuns>().Undo(chapter.Claude, now.Version, Cancel)).Refusals);
            now = await Now();
            // What was applied before that is undone no more: the next template takes its place.
        }

        Assert.Empty((now.Head is null
            ? await chapter.Get<TemplateInstaller>().Install(chapter.Claude, First, Language.French, new Dictionary<string, string>(), Cancel)
            : await Apply(First)).Refusals);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task compare_a_file_ask_what_to_keep_apply_and_undo()
    {
        await Edit(_topic, "Se taire");
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var sent = await steward.FillFile("/fr/notre-modele", "send", "File", TemplateSamples.Zip(Second), "modele.zip", Cancel);
        Assert.True(sent.IsDone, sent.Words);
        var compared = await steward.Open(sent.Location, Cancel);
        Assert.Contains("Le travail et l’argent", compared.Page.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);
        var conflicts = compared.Page.QuerySelector("#conflicts")!.TextContent;
        Assert.Contains("Se taire", conflicts, StringComparison.Ordinal);
        Assert.Contains("Les silences", conflicts, StringComparison.Ordinal);

        // Looking again changes nothing.
        var again = await steward.Send("/fr/notre-modele/comparer/file", compared, "apply", Cancel, ("Conflicts[0].Choice", "theirs"), ("Step", "look"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Les silences", again.Page.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Se taire", await TitleOf(_topic));

        var refused = await steward.Send("/fr/notre-modele/comparer/file", again, "apply", Cancel, ("Conflicts[0].Choice", "own"), ("Conflicts[0].Fr", " "), ("Step", "apply"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var applied = await steward.Send("/fr/notre-modele/comparer/file", refused, "apply", Cancel, ("Conflicts[0].Choice", "own"), ("Conflicts[0].Fr", "Se taire, les silences"), ("Step", "apply"));
        Assert.True(applied.IsDone, applied.Words);

        Assert.Equal("Se taire, les silences", await TitleOf(_topic));
        Assert.Equal("Le travail et l’argent", await TitleOf(_other));
        var page = await steward.Open("/fr/notre-modele", Cancel);
        Assert.Contains("1.1.0", page.Page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("écrit notre texte", page.Page.QuerySelector("#run")!.TextContent, StringComparison.Ordinal);

        var undone = await steward.Send("/fr/notre-modele", page, "undo", Cancel);
        Assert.True(undone.IsDone, undone.Words);
        Assert.Equal("Se taire", await TitleOf(_topic));
        Assert.Equal("Le travail", await TitleOf(_other));
    }

    [Fact]
    public async Task refuse_what_was_decided_before_somebody_changed_something_and_keep_it()
    {
        await Edit(_topic, "Se taire");
        await Offer(Second);
        var steward = await chapter.SignIn(chapter.Claude.Id);
        var compared = await steward.Open("/fr/notre-modele/comparer/file", Cancel);
        await Edit(_topic, "Se taire ensemble");

        var stale = await steward.Send("/fr/notre-modele/comparer/file", compared, "apply", Cancel, ("Conflicts[0].Choice", "own"), ("Conflicts[0].Fr", "Le mien"), ("Step", "apply"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("ensemble", stale.Page.QuerySelector("#conflicts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Le mien", stale.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.True((await steward.Send("/fr/notre-modele/comparer/file", stale, "apply", Cancel, ("Step", "apply"))).IsDone);
        Assert.Equal("Le mien", await TitleOf(_topic));
    }

    [Theory]
    [InlineData("/en/our-template", "What you can take", "See what it would change")]
    [InlineData("/fr/notre-modele", "Ce que vous pouvez prendre", "Voir ce que cela changerait")]
    public async Task let_the_executive_committee_read_and_a_steward_apply(string path, string title, string compare)
    {
        await Offer(Second);
        var (_, executive) = await chapter.AddMember("Ève", ChapterRoles.Executive);

        var page = await executive.Open(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(title, page.Words, StringComparison.Ordinal);
        Assert.False(page.Has("send"));
        Assert.False(page.Has("undo"));
        var compared = await executive.Open(page.Page.QuerySelectorAll("a").Single(a => a.TextContent == compare).GetAttribute("href")!, Cancel);
        Assert.Equal(HttpStatusCode.OK, compared.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await executive.Send("/fr/notre-modele/comparer/file", compared, "apply", Cancel, ("Step", "apply"))).Status);

        var (_, member) = await chapter.AddMember("Max");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Open(path, Cancel)).Status);
    }

    [Fact]
    public async Task say_why_a_file_is_refused()
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var older = await steward.FillFile("/fr/notre-modele", "send", "File", TemplateSamples.Zip(TemplateSamples.Of("0.9.0")), "modele.zip", Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, older.Status);
        Assert.Contains("plus ancienne", older.Words, StringComparison.Ordinal);
        Assert.Contains("n’est pas un modèle que l’on peut prendre", (await steward.FillFile("/fr/notre-modele", "send", "File", "bonjour"u8.ToArray(), "modele.zip", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("2 Mo", (await steward.FillFile("/fr/notre-modele", "send", "File", new byte[2_200_000], "modele.zip", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await steward.Open("/fr/notre-modele/comparer/rien", Cancel)).Status);
    }

    [Fact]
    public async Task have_verbs_that_do_the_same()
    {
        await Offer(Second);

        Assert.Contains("1.1.0", (await Run("template-status")).Output, StringComparison.Ordinal);
        Assert.Contains($"~ topic/{_topic}", (await Run("template-preview")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("template-apply")).ExitCode);
        Assert.Equal("Les silences", await TitleOf(_topic));
        Assert.Equal(0, (await Run("template-undo")).ExitCode);
        Assert.Equal("Le silence", await TitleOf(_topic));
        Assert.Equal(1, (await Run("template-undo")).ExitCode);
        Assert.Equal(1, (await Run("template-preview", ("file", "/nowhere.zip"))).ExitCode);
    }

    private Task<InstalledTemplate> Now() => chapter.Get<InstalledTemplates>().Find(Cancel);

    private async Task Offer(Template template) => Assert.Empty((await chapter.Get<TemplateFile>().Take(chapter.Claude, template, await Now())).Refusals);

    private async Task<Result> Apply(Template template) => await chapter.Get<TemplateUpgrade>().Apply(
        chapter.Claude, template, (await chapter.Get<TemplateComparison>().Preview(template, Language.French, Cancel)).Value!.Seen, new Dictionary<UpgradePlace, UpgradeDecision>(), Language.French, Cancel);

    private Task<VerbResult> Run(string verb, params (string Name, string Value)[] values) =>
        chapter.Get<IEnumerable<Verb>>().Single(v => v.Name == verb).Run(chapter.Get<IServiceProvider>(), values.ToDictionary(v => v.Name, v => v.Value), Cancel);

    private Guid RecordOf(string topic) => new TemplateWork(chapter.Claude, Language.French, chapter.Get<ThisNode>().Identity.Id, new Dictionary<string, string>()).RecordOf("topic", topic);

    private async Task<string> TitleOf(string topic) => (await chapter.Get<TopicQueries>().Find(RecordOf(topic), chapter.Claude, Cancel))!.Topic.Content.Title;

    private async Task Edit(string topic, string title) => Assert.True((await chapter.Get<IGrainFactory>().GetGrain<ITopicGrain>(RecordOf(topic)).Do(
        new EditTopic(chapter.Claude, new TopicContent { Title = title, Language = "fr" }))).Succeeded);
}
