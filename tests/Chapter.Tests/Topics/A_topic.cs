using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Topics;

public sealed class A_topic
{
    private static readonly Topic _wanted = TopicSamples.Proposed.Try(new SayMeToo(TopicSamples.Neighbour)).Value!;

    [Fact]
    public void is_proposed_once_however_often_the_form_is_sent()
    {
        Assert.Same(TopicSamples.Proposed, TopicSamples.Proposed.Try(new ProposeTopic(TopicSamples.Proposer, TopicSamples.Content)).Value);
        Assert.Equal("topic.exists", Code(TopicSamples.Proposed, new ProposeTopic(TopicSamples.Neighbour, TopicSamples.Content)));
        Assert.Equal("topic.exists", Code(TopicSamples.Withdrawn, new ProposeTopic(TopicSamples.Proposer, TopicSamples.Content)));
    }

    [Fact]
    public void counts_whoever_is_interested_once_until_they_take_it_back()
    {
        Assert.Same(_wanted, _wanted.Try(new SayMeToo(TopicSamples.Neighbour)).Value);
        Assert.True(_wanted.IsWantedBy(TopicSamples.Neighbour));
        var none = _wanted.Try(new TakeBackMeToo(TopicSamples.Neighbour)).Value!;
        Assert.Empty(none.Interested);
        Assert.Same(none, none.Try(new TakeBackMeToo(TopicSamples.Neighbour)).Value);
    }

    [Fact]
    public void does_not_count_its_proposer() => Assert.Equal("topic.own", Code(TopicSamples.Proposed, new SayMeToo(TopicSamples.Proposer)));

    [Fact]
    public void needs_no_more_interest_than_five_hundred_members()
    {
        var full = TopicSamples.Proposed with { Interested = [.. Enumerable.Range(1000, Topic.MostInterested).Select(n => new Interest(Samples.Someone(n).Id, Samples.Noon))] };

        Assert.Equal("topic.enough-interest", Code(full, new SayMeToo(TopicSamples.Neighbour)));
    }

    [Fact]
    public void can_be_said_otherwise_and_keeps_its_interest()
    {
        var edited = _wanted.Try(new EditTopic(TopicSamples.Proposer, TopicSamples.Content with { Title = "L’argent" })).Value!;

        Assert.Equal(("L’argent", 1), (edited.Content.Title, edited.Interested.Count));
        Assert.Same(_wanted, _wanted.Try(new EditTopic(TopicSamples.Proposer, TopicSamples.Content)).Value);
    }

    [Fact]
    public void that_is_declined_has_one_answer_for_its_proposer_and_is_gone_for_other_members()
    {
        var declined = TopicSamples.Declined;

        Assert.True(declined.MayRead(TopicSamples.Proposer) && declined.MayRead(TopicSamples.Facilitator) && !declined.MayRead(TopicSamples.Neighbour));
        Assert.Same(declined, declined.Try(new DeclineTopic(TopicSamples.Facilitator, declined.Declined!.Words)).Value);
        Assert.Equal("topic.declined", Code(declined, new DeclineTopic(Samples.Executive, "Non.")));
        Assert.Equal("topic.declined", Code(declined, new EditTopic(TopicSamples.Proposer, TopicSamples.Content)));
        Assert.Equal("topic.unknown", Code(declined, new SayMeToo(TopicSamples.Neighbour)));
        Assert.Equal("topic.answer-missing", Code(TopicSamples.Proposed, new DeclineTopic(TopicSamples.Facilitator, "  ")));
    }

    [Fact]
    public void that_is_declined_can_be_kept_after_all()
    {
        var kept = TopicSamples.Declined.Try(new KeepTopic(TopicSamples.Facilitator)).Value!;

        Assert.Null(kept.Declined);
        Assert.Equal(Samples.Noon, kept.KeptAt);
        Assert.Same(kept, kept.Try(new KeepTopic(TopicSamples.Facilitator)).Value);
    }

    [Fact]
    public void that_was_treated_changes_no_more_but_is_withdrawn_by_its_proposer_or_kept_if_the_meeting_did_not_come_to_it()
    {
        var treated = _wanted.Try(new SettleTopic(Actor.Node, Samples.PracticeId)).Value!;

        Assert.Equal(new Treating(Samples.PracticeId, Samples.Noon), treated.Treated);
        Assert.Same(treated, treated.Try(new SettleTopic(Actor.Node, TopicSamples.TopicId)).Value);
        Assert.Equal("topic.not-waiting", Code(treated, new EditTopic(TopicSamples.Proposer, TopicSamples.Content)));
        Assert.Equal("topic.not-waiting", Code(treated, new SayMeToo(Samples.Someone(75))));
        Assert.Equal("topic.not-waiting", Code(treated, new DeclineTopic(TopicSamples.Facilitator, "Non.")));
        var kept = treated.Try(new KeepTopic(TopicSamples.Facilitator)).Value!;
        Assert.Equal((null, Samples.PracticeId), (kept.Treated, Assert.Single(kept.NotReachedBy)));
        Assert.Same(kept, kept.Try(new SettleTopic(Actor.Node, Samples.PracticeId)).Value);
        Assert.True(treated.Try(new WithdrawTopic(TopicSamples.Proposer)).Succeeded);
    }

    [Fact]
    public void that_is_withdrawn_holds_nothing_of_anybody()
    {
        var withdrawn = _wanted.Try(new WithdrawTopic(TopicSamples.Proposer)).Value!;

        Assert.Equal((Guid.Empty, new TopicContent(), 0), (withdrawn.Proposer, withdrawn.Content, withdrawn.Interested.Count));
        Assert.False(withdrawn.MayRead(TopicSamples.Proposer));
    }

    [Fact]
    public void forgets_who_left_and_not_what_they_said_since()
    {
        Assert.Empty(_wanted.Try(new ForgetInterest(Actor.Node, TopicSamples.Neighbour.Id, Samples.Noon)).Value!.Interested);
        Assert.Same(_wanted, _wanted.Try(new ForgetInterest(Actor.Node, TopicSamples.Neighbour.Id, Samples.Noon.AddHours(-1))).Value);
    }

    private static string Code<TOperation>(Topic topic, TOperation operation) where TOperation : IOperation<Topic> => topic.Try(operation).Refusals.Single().Code;
}

/// <summary>Every operation with every role, on a topic as it is proposed, declined and withdrawn: the table is the whole of what is allowed.</summary>
public sealed class Who_may_do_what_with_a_topic
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["proposer"] = TopicSamples.Proposer,
        ["member"] = TopicSamples.Neighbour,
        ["executive"] = Samples.Someone(11, "executive"),
        ["facilitator"] = Samples.Someone(12, "facilitator"),
        ["steward"] = Samples.Someone(13, "steward"),
        ["secretary"] = Samples.Someone(14, "secretary"),
        ["privacy-officer"] = Samples.Someone(15, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
        ["node"] = Actor.Node,
    };

    private static readonly Dictionary<string, Func<Topic, Actor, Result<Topic>>> _commands = new()
    {
        [nameof(DeclineTopic)] = (t, who) => t.Try(new DeclineTopic(who, TopicSamples.Declined.Declined!.Words)),
        [nameof(EditTopic)] = (t, who) => t.Try(new EditTopic(who, TopicSamples.Content with { Title = "L’argent" })),
        [nameof(EraseTopicOf)] = (t, who) => t.Try(new EraseTopicOf(who, TopicSamples.Proposer.Id)),
        [nameof(ForgetInterest)] = (t, who) => t.Try(new ForgetInterest(who, TopicSamples.Neighbour.Id, Samples.Noon)),
        [nameof(KeepTopic)] = (t, who) => t.Try(new KeepTopic(who)),
        [nameof(ProposeTopic)] = (_, who) => new Topic().Try(new ProposeTopic(who, TopicSamples.Content)),
        [nameof(SayMeToo)] = (t, who) => t.Try(new SayMeToo(who)),
        [nameof(SetTemplateTopic)] = (t, who) => t.Try(new SetTemplateTopic(who, TopicSamples.Content, TopicSamples.Content with { Title = "L’argent" })),
        [nameof(SettleTopic)] = (t, who) => t.Try(new SettleTopic(who, Samples.PracticeId)),
        [nameof(TakeBackMeToo)] = (t, who) => t.Try(new TakeBackMeToo(who)),
        [nameof(WithdrawTopic)] = (t, who) => t.Try(new WithdrawTopic(who)),
    };

    private const string Members = "proposer, member, executive, facilitator, steward, secretary, privacy-officer";
    private const string Leaders = "executive, facilitator";

    private static readonly Dictionary<(string Command, string State), string> _allowed = new()
    {
        [(nameof(DeclineTopic), "proposed")] = Leaders,
        [(nameof(DeclineTopic), "declined")] = Leaders,
        [(nameof(EditTopic), "proposed")] = "proposer",
        [(nameof(EraseTopicOf), "proposed")] = "node",
        [(nameof(EraseTopicOf), "declined")] = "node",
        [(nameof(EraseTopicOf), "withdrawn")] = "node",
        [(nameof(ForgetInterest), "proposed")] = "node",
        [(nameof(ForgetInterest), "declined")] = "node",
        [(nameof(ForgetInterest), "withdrawn")] = "node",
        [(nameof(KeepTopic), "proposed")] = Leaders,
        [(nameof(KeepTopic), "declined")] = Leaders,
        [(nameof(ProposeTopic), "proposed")] = Members,
        [(nameof(ProposeTopic), "declined")] = Members,
        [(nameof(ProposeTopic), "withdrawn")] = Members,
        [(nameof(SayMeToo), "proposed")] = Members.Replace("proposer, ", "", StringComparison.Ordinal),
        [(nameof(SetTemplateTopic), "proposed")] = "steward",
        [(nameof(SetTemplateTopic), "declined")] = "steward",
        [(nameof(SettleTopic), "proposed")] = "node",
        [(nameof(SettleTopic), "declined")] = "node",
        [(nameof(SettleTopic), "withdrawn")] = "node",
        [(nameof(TakeBackMeToo), "proposed")] = Members,
        [(nameof(TakeBackMeToo), "declined")] = Members,
        [(nameof(TakeBackMeToo), "withdrawn")] = Members,
        [(nameof(WithdrawTopic), "proposed")] = "proposer",
        [(nameof(WithdrawTopic), "declined")] = "proposer",
    };

    public static TheoryData<string, string, string> Everything =>
        [.. from command in _commands.Keys from state in new[] { "proposed", "declined", "withdrawn" } from who in _people.Keys select (command, state, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, string state, string who)
    {
        var topic = state switch { "proposed" => TopicSamples.Proposed, "declined" => TopicSamples.Declined, _ => TopicSamples.Withdrawn };

        Assert.Equal(_allowed.GetValueOrDefault((command, state), "").Split(", ").Contains(who), _commands[command](topic, _people[who]).Succeeded);
    }

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<Topic>().Select(o => o.Name), _commands.Keys);
}
