using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Templates;

public abstract class The_parts_of_a_template(PostgresServer? server) : IAsyncLifetime
{
    private static readonly TemplateItem _topic = new TemplateItem("topic", "silence").With("title", "Le silence", "Silence").With("words", "Qui se tait\u00a0?", "Who is silent?").With("stream", "practice");

    private static readonly TemplateItem _balance = new TemplateItem("balance", "balance")
        .With("practiceFrom", "30").With("practiceTo", "50").With("systemFrom", "30").With("systemTo", "50").With("communityFrom", "0").With("communityTo", "40");

    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task bring_a_topic_in_the_language_of_the_community_and_find_it_word_for_word(string language)
    {
        var work = Work(Language.Of(language));
        var topic = _topic.Only(work.Language);

        await Done(new(null, topic), work);
        await Done(new(null, topic), work);
        Assert.Equal([topic], await Ours("topic", "silence", work));

        var changed = topic.With("stream", "system");
        await Done(new(topic, changed), work);
        Assert.Equal([changed], await Ours("topic", "silence", work));

        await Done(new ItemChange(topic, changed).Undone, work);
        await Done(new ItemChange(null, topic).Undone, work);
        Assert.Empty(await Ours("topic", "silence", work));

        // An upgrade that was undone can be taken after all.
        await Done(new(null, topic), work);
        Assert.Equal([topic], await Ours("topic", "silence", work));
    }

    [Fact]
    public async Task leave_a_topic_alone_that_somebody_changed_or_is_interested_in()
    {
        var work = Work(Language.French);
        var topic = _topic.Only(Language.French);
        await Done(new(null, topic), work);
        var grain = _chapter.Get<IGrainFactory>().GetGrain<ITopicGrain>(work.RecordOf("topic", "silence"));

        Assert.Equal(Result.Done.Succeeded, (await grain.Do(new EditTopic(_chapter.Facilitator, new TopicContent { Title = "Se taire", Language = "fr" }))).Succeeded);
        Assert.Equal("template.item-stale", await Refused(new(topic, topic.With("stream", "system")), work));
        Assert.Equal("template.item-stale", await Refused(new(topic, null), work));

        var ours = (await Ours("topic", "silence", work)).Single();
        Assert.Equal("Se taire", ours.In(Language.French, "title"));
        Assert.True((await grain.Do(new SayMeToo(_chapter.Facilitator))).Succeeded);
        Assert.Equal("template.item-in-use", await Refused(new(ours, null), work));
        await Done(new(ours, topic), work);
    }

    [Fact]
    public async Task set_the_target_of_agendas_and_give_it_back()
    {
        var work = Work(Language.French);
        Assert.Empty(await Ours("balance", "balance", work));

        await Done(new(null, _balance), work);
        await Done(new(null, _balance), work);
        Assert.Equal([_balance], await Ours("balance", "balance", work));
        Assert.Equal(new BalanceBands(new(30, 50), new(30, 50), new(0, 40)), (await _chapter.Get<MeetingQueries>().Target(Cancel)).Bands);

        Assert.Equal("template.item-stale", await Refused(new(_balance.With("practiceFrom", "20"), _balance.With("practiceFrom", "10")), work));
        await Done(new(_balance, null), work);
        Assert.Equal(BalanceBands.Default, (await _chapter.Get<MeetingQueries>().Target(Cancel)).Bands);
    }

    [Fact]
    public async Task find_a_target_that_is_the_one_of_the_program_once_a_template_brought_it()
    {
        var same = _balance.With("practiceFrom", "40").With("practiceTo", "60").With("systemFrom", "25").With("systemTo", "45").With("communityFrom", "5").With("communityTo", "25");

        await Done(new(null, same), Work(Language.English));

        Assert.Equal([same], await Ours("balance", "balance", Work(Language.English)));
    }

    private TemplateWork Work(Language language) =>
        new(new Actor(_chapter.Facilitator.Id, [ChapterRoles.Steward, ChapterRoles.Executive, ChapterRoles.Facilitator]), language, NodeId.FromBytes(new byte[NodeId.Bytes]), new Dictionary<string, string>());

    private ITemplatePart Part(string kind) => _chapter.Get<IEnumerable<ITemplatePart>>().Single(p => p.Kind.Name == kind);

    private Task<IReadOnlyList<TemplateItem>> Ours(string kind, string id, TemplateWork work) => Part(kind).Ours([id], work, Cancel);

    private async Task Done(ItemChange change, TemplateWork work) => Assert.Empty((await Part(change.Kind).Apply(change, work, Cancel)).Refusals);

    private async Task<string> Refused(ItemChange change, TemplateWork work) => (await Part(change.Kind).Apply(change, work, Cancel)).Refusals.Single().Code;
}

public sealed class The_parts_of_a_template_on_SQLite() : The_parts_of_a_template(null);

public sealed class The_parts_of_a_template_on_PostgreSQL(PostgresServer server) : The_parts_of_a_template(server);
