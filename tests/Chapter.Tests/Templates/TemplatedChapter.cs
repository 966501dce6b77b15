using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Templates;

/// <summary>The whole program on one engine, from Monday 2 March 2026 on, and the parts that take what templates bring.</summary>
public abstract class TemplatedChapter(PostgresServer? server) : IAsyncLifetime
{
    internal WritingChapter Chapter { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IGrainFactory Grains => Chapter.Get<IGrainFactory>();

    /// <summary>Who has it made.</summary>
    internal Actor Steward => new(Chapter.Facilitator.Id, [ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator]);

    public async ValueTask InitializeAsync() => Chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await Chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal TemplateWork Work(string language, IEnumerable<TemplateItem>? all = null, params (string Name, string Answer)[] answers) =>
        new(Steward, Language.Of(language), NodeId.FromBytes(new byte[NodeId.Bytes]), answers.ToDictionary(a => a.Name, a => a.Answer))
        {
            Name = new("Rétablissement", "Recovery"),
            All = [.. all ?? []],
        };

    internal async Task<TemplateItem?> Ours(TemplateItem item, TemplateWork work) => (await Part(item.Kind).Ours([item.Id], work, Cancel)).SingleOrDefault();

    internal async Task Done(TemplateItem? before, TemplateItem? after, TemplateWork work)
    {
        var change = new ItemChange(before, after);
        Assert.Empty((await Part(change.Kind).Apply(change, work, Cancel)).Refusals);
    }

    internal async Task<string> Refused(TemplateItem? before, TemplateItem? after, TemplateWork work)
    {
        var change = new ItemChange(before, after);
        return (await Part(change.Kind).Apply(change, work, Cancel)).Refusals.Single().Code;
    }

    /// <summary>An item comes, changes, is as it was and changes again: each time twice, and each time it is found as it was made.</summary>
    internal async Task ComesAndChanges(TemplateItem item, TemplateItem changed, TemplateWork work)
    {
        foreach (var (before, after) in new (TemplateItem?, TemplateItem)[] { (null, item), (item, changed), (changed, item), (item, changed) })
        {
            await Done(before, after, work);
            Assert.Equal(after, await Ours(item, work));
            await Done(before, after, work);
            Assert.Equal(after, await Ours(item, work));
        }

        Assert.Equal("template.item-stale", await Refused(item, null, work));
        Assert.Equal(changed, await Ours(item, work));
        await Done(changed, item, work);
    }

    /// <summary>An item goes, twice, and can come again.</summary>
    internal async Task GoesAndComesAgain(TemplateItem item, TemplateWork work)
    {
        await Done(item, null, work);
        Assert.Null(await Ours(item, work));
        await Done(item, null, work);
        await Done(null, item, work);
        Assert.Equal(item, await Ours(item, work));
    }

    private ITemplatePart Part(string kind) => Chapter.Get<IEnumerable<ITemplatePart>>().Single(p => p.Kind.Name == kind);
}
