using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Committees;

public sealed class A_recorded_vote
{
    private static readonly Guid _id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a9010");
    private static readonly Actor _secretary = CommitteeSamples.Secretary;
    private static readonly RecordVote _record = new(_secretary, Committee.TheExecutive, null, CommitteeSamples.Vote);
    private static readonly RecordedVote _vote = Try(new RecordedVote(), _record).Value!;

    [Fact]
    public void is_recorded_once_however_often_the_form_is_sent()
    {
        Assert.Equal((_id, _secretary.Id, Samples.Noon, Committee.TheExecutive), (_vote.Id, _vote.By, _vote.RecordedAt, _vote.Committee));
        Assert.Same(_vote, Try(_vote, _record).Value);
        Assert.Equal("vote.exists", Code(_vote, _record with { Content = CommitteeSamples.Vote with { InFavour = 8 } }));
    }

    [Fact]
    public void can_be_changed_for_a_day_by_whoever_recorded_it_and_then_stands()
    {
        var other = CommitteeSamples.Vote with { InFavour = 10 };

        Assert.Equal(10, Try(_vote, new MendVote(_secretary, other), Samples.Noon.AddHours(23)).Value!.Content.InFavour);
        Assert.Equal("vote.stands", Code(_vote, new MendVote(_secretary, other), Samples.Noon.AddHours(24)));
        Assert.Equal("vote.stands", Code(_vote, new MendVote(Samples.Executive, other)));
        Assert.Equal("vote.unknown", Code(new RecordedVote(), new MendVote(_secretary, other)));
    }

    [Fact]
    public void needs_a_question_an_outcome_a_vote_and_a_day_that_has_come()
    {
        Assert.Equal("vote.question-missing", Code(new(), _record with { Content = CommitteeSamples.Vote with { Question = " " } }));
        Assert.Equal("vote.outcome-missing", Code(new(), _record with { Content = CommitteeSamples.Vote with { Outcome = "" } }));
        Assert.Equal("vote.counts-missing", Code(new(), _record with { Content = CommitteeSamples.Vote with { InFavour = 0, Against = 0, Abstained = 0 } }));
        Assert.Equal("vote.counts-missing", Code(new(), _record with { Content = CommitteeSamples.Vote with { Against = VoteContent.Most + 1 } }));
        Assert.Equal("vote.day-unclear", Code(new(), _record with { Content = CommitteeSamples.Vote with { On = CommitteeSamples.Today.AddDays(1) } }));
    }

    [Fact]
    public void loses_its_words_when_they_named_somebody_and_keeps_its_counts()
    {
        var erased = Try(_vote, new EraseVoteWords(Samples.Executive)).Value!;

        Assert.Equal(("", "", 9, Samples.Noon), (erased.Content.Question, erased.Content.Outcome, erased.Content.InFavour, erased.WordsErasedAt));
        Assert.Same(erased, Try(erased, new EraseVoteWords(Samples.Someone(96, "privacy-officer"))).Value);
        Assert.Equal("vote.stands", Code(erased, new MendVote(_secretary, CommitteeSamples.Vote)));
        Assert.Equal(["access.role-missing", "access.role-missing"], new[] { _secretary, Samples.Someone(97, "steward") }.Select(who => Code(_vote, new EraseVoteWords(who))));
    }

    [Theory]
    [InlineData("executive", true)]
    [InlineData("facilitator", true)]
    [InlineData("secretary", true)]
    [InlineData("steward", false)]
    [InlineData("privacy-officer", false)]
    [InlineData("", false)]
    public void is_for_those_who_write_minutes(string role, bool may)
    {
        var who = Samples.Someone(95, role);
        var recorded = Try(new RecordedVote(), _record with { Actor = who });

        Assert.Equal(may, recorded.Succeeded);
        Assert.Equal(may, Try(recorded.Value ?? _vote, new MendVote(who, CommitteeSamples.Vote with { Outcome = "Rejeté." })).Succeeded);
        Assert.Equal([nameof(EraseVoteWords), nameof(MendVote), nameof(RecordVote)], Operations.On<RecordedVote>().Select(o => o.Name));
    }

    private static Result<RecordedVote> Try<TOperation>(RecordedVote vote, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<RecordedVote> => vote.Try(operation, _id, at ?? Samples.Noon);

    private static string Code<TOperation>(RecordedVote vote, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<RecordedVote> => Try(vote, operation, at).Refusals.Single().Code;
}
