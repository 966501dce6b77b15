using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

public abstract class The_built_in_template(PostgresServer? server) : TemplatedChapter(server)
{
    private static readonly Template _template = BuiltInTemplate.Template;

    private Task<InstalledTemplate> Now => Chapter.Get<InstalledTemplates>().Find(Cancel);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task is_taken_whole_by_a_new_chapter_in_its_language_and_undone_as_a_whole(string language)
    {
        var reader = Language.Of(language);
        var actor = new Actor(Chapter.Facilitator.Id, [ChapterRoles.Steward]);
        Assert.Equal(BuiltInTemplates.Key, Assert.Single(await Chapter.Get<TemplateUpgrade>().Available(await Now, Cancel)).Key);
        var preview = (await Chapter.Get<TemplateUpgrade>().Preview(await Now, BuiltInTemplates.Key, reader, Cancel)).Value!;
        Assert.Empty(preview.Plan.Conflicts);
        Assert.Empty(preview.Skipped);

        var done = await Chapter.Get<TemplateUpgrade>().Apply(actor, _template, preview.Seen, new Dictionary<UpgradePlace, UpgradeDecision>(), reader, Cancel);

        Assert.Empty(done.Refusals);
        Assert.Empty((await Now).Run!.Refused);
        var after = (await Chapter.Get<TemplateComparison>().Preview(_template, reader, Cancel)).Value!.Plan;
        Assert.Empty(after.Changes);
        Assert.Empty(after.Conflicts);
        Assert.Empty(after.Kept);
        // What a steward does next is to announce the first meeting.
        var first = _template.Of(TemplateKinds.FirstMeeting).First().In(Language.Of((await Now).Language), "title");
        var drafts = await Chapter.Get<MeetingQueries>().Drafts(Steward, 20, Cancel);
        Assert.Contains(drafts, d => d.Title == first);

        Assert.Empty((await Chapter.Get<TemplateRuns>().Undo(actor, (await Now).Version, Cancel)).Refusals);

        Assert.Empty((await Now).Run!.NotUndone);
        Assert.Null((await Now).Head);
        // The drafts of a series that has ended go a moment later.
        await Chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Empty(await Chapter.Get<MeetingQueries>().Drafts(Steward, 20, Cancel));
    }
}

public sealed class The_built_in_template_on_SQLite() : The_built_in_template(null);

public sealed class The_built_in_template_on_PostgreSQL(PostgresServer server) : The_built_in_template(server);
