using RecoveryCoP.Chapter.Founding;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Templates;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Founding;

public abstract class The_answers_of_a_founding(PostgresServer? server) : TemplatedChapter(server)
{
    private static readonly FirstMeetingAnswers _meeting = new() { Date = "2026-03-17", Time = "19:00", Place = "Salle 2" };

    private IFoundingAnswersGrain Answers => Grains.GetGrain<IFoundingAnswersGrain>(FoundingAnswers.TheId);

    [Fact]
    public async Task are_kept_one_by_one_and_lead_to_what_comes_next()
    {
        Assert.Equal(FoundingStep.Template, await Step());
        Assert.True((await Answers.Do(new ChooseTemplate(Steward, BuiltInTemplates.Key))).Succeeded);
        Assert.Equal(FoundingStep.Meeting, await Step());
        Assert.True((await Answers.Do(new SetFirstMeeting(Steward, _meeting))).Succeeded);
        Assert.Equal(FoundingStep.Hub, await Step());
        Assert.True((await Answers.Do(new DecideOnHub(Steward))).Succeeded);
        Assert.Equal(FoundingStep.Preview, await Step());
        // What was a date once leads back to the question.
        Chapter.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(FoundingStep.Meeting, await Step());
        // A template that is no longer there does so too.
        Assert.True((await Answers.Do(new ChooseTemplate(Steward, "gone"))).Succeeded);
        Assert.Equal(FoundingStep.Template, await Step());
        Assert.True((await Answers.Do(new ChooseTemplate(Steward, FoundingAnswers.NoTemplate))).Succeeded);
        Assert.Equal(FoundingStep.Made, await Step());
    }

    [Theory]
    [InlineData(ChapterRoles.Executive)]
    [InlineData(ChapterRoles.Facilitator)]
    [InlineData(ChapterRoles.Secretary)]
    [InlineData(ChapterRoles.PrivacyOfficer)]
    public async Task are_a_stewards_to_give(string role)
    {
        var other = new Actor(Chapter.Facilitator.Id, [role]);

        Assert.Equal("access.role-missing", (await Answers.Do(new ChooseTemplate(other, BuiltInTemplates.Key))).Refusals.Single().Code);
        Assert.Equal("access.role-missing", (await Answers.Do(new SetFirstMeeting(other, _meeting))).Refusals.Single().Code);
        Assert.Equal("access.role-missing", (await Answers.Do(new DecideOnHub(other))).Refusals.Single().Code);
    }

    [Fact]
    public async Task have_a_size()
    {
        Assert.Equal("founding.template-missing", (await Answers.Do(new ChooseTemplate(Steward, ""))).Refusals.Single().Code);
        Assert.Equal("founding.template-missing", (await Answers.Do(new ChooseTemplate(Steward, new string('a', 101)))).Refusals.Single().Code);
        Assert.Equal("founding.answer-too-long", (await Answers.Do(new SetFirstMeeting(Steward, _meeting with { Place = new string('a', 1001) }))).Refusals.Single().Code);
        Assert.Equal("template.unknown", (await Chapter.Get<FoundingPath>().Choose(Steward, "gone", Cancel)).Refusals.Single().Code);
    }

    private async Task<FoundingStep> Step() => (await Chapter.Get<FoundingPath>().Now(Language.French, Cancel)).Step;
}

public sealed class The_answers_of_a_founding_on_SQLite() : The_answers_of_a_founding(null);

public sealed class The_answers_of_a_founding_on_PostgreSQL(PostgresServer server) : The_answers_of_a_founding(server);
