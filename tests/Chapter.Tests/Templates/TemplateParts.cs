using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

/// <summary>What features make of templates, in a chapter that runs.</summary>
internal static class TemplateParts
{
    /// <summary>Who installs there: of every role that any part asks for.</summary>
    public static TemplateWork Work(this WritingChapter chapter) => new(
        new Actor(chapter.Facilitator.Id, [ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator]), Language.French, chapter.Get<ThisNode>().Identity.Id, new Dictionary<string, string>());

    /// <summary>The part that takes a kind.</summary>
    public static ITemplatePart PartOf(this WritingChapter chapter, TemplateKind kind) => chapter.Get<IEnumerable<ITemplatePart>>().Single(p => p.Kind == kind);

    /// <summary>
    /// An item comes, changes and goes, each undone and done again and each done twice, and every time stands here as the template says it; what was changed here meanwhile is neither changed nor taken away.
    /// </summary>
    /// <param name="chapter">Where.</param>
    /// <param name="first">As a template brings it.</param>
    /// <param name="second">As a newer one does.</param>
    /// <param name="byHand">Changes it here, to something else.</param>
    public static async Task TakesAndGivesBack(this WritingChapter chapter, TemplateItem first, TemplateItem second, Func<Task> byHand)
    {
        var part = chapter.PartOf(TemplateKinds.Of(first.Kind)!);
        var work = chapter.Work();
        ItemChange comes = new(null, first), changes = new(first, second), goes = new(second, null);
        foreach (var change in new[] { comes, comes.Undone, comes, comes, changes, changes.Undone, changes, goes, goes.Undone })
        {
            for (var again = 0; again < 2; again++)
            {
                Assert.Empty((await part.Apply(change, work, TestContext.Current.CancellationToken)).Refusals);
                Assert.Equal(change.After is { } after ? [after] : [], await part.Ours([first.Id, "nobody-s"], work, TestContext.Current.CancellationToken));
            }
        }

        await byHand();
        var ours = await part.Ours([first.Id], work, TestContext.Current.CancellationToken);
        Assert.NotEqual([second], ours);
        foreach (var change in new[] { changes.Undone, goes })
        {
            Assert.Equal([TemplateRefusals.Changed], (await part.Apply(change, work, TestContext.Current.CancellationToken)).Refusals);
            Assert.Equal(ours, await part.Ours([first.Id], work, TestContext.Current.CancellationToken));
        }
    }
}
