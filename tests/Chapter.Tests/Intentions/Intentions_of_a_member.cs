using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Intentions;

public sealed class Intentions_of_a_member
{
    internal static readonly Actor Neighbour = Samples.Someone(80);
    internal static readonly Guid First = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a7001");
    private static readonly Guid _second = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a7002");
    internal static readonly PracticeReference Coffee = new("", Samples.PracticeId);
    internal static readonly MemberIntentions Open = Do(new(), new WantToTry(Neighbour, First, Coffee)).Value!;

    private static readonly DateTimeOffset _asked = Samples.Noon.AddDays(42);

    [Fact]
    public void are_said_once_however_often_the_button_is_pressed() =>
        Assert.Same(Open, Do(Open, new WantToTry(Neighbour, _second, Coffee)).Value);

    [Fact]
    public void are_asked_about_after_six_weeks_once_more_after_not_yet_and_never_again()
    {
        Assert.Equal(_asked, Only(Open).AskAt);

        var putOff = Answer(Open, IntentionAnswer.NotYet, _asked);
        Assert.Equal((IntentionState.Open, _asked.AddDays(42)), (Only(putOff).State, Only(putOff).AskAt));

        var leftAlone = Answer(putOff, IntentionAnswer.NotYet, _asked.AddDays(43));
        Assert.Equal((IntentionState.Open, null), (Only(leftAlone).State, Only(leftAlone).AskAt));
    }

    [Fact]
    public void take_an_answer_that_is_sent_twice_as_one()
    {
        var putOff = Answer(Open, IntentionAnswer.NotYet, _asked);

        Assert.Same(putOff, Answer(putOff, IntentionAnswer.NotYet, _asked.AddMinutes(1)));
        var begun = Answer(Open, IntentionAnswer.Begun, _asked);
        Assert.Same(begun, Answer(begun, IntentionAnswer.Begun, _asked.AddMinutes(1)));
    }

    [Fact]
    public void end_with_a_yes_or_with_a_no_and_its_reason()
    {
        var begun = Only(Answer(Open, IntentionAnswer.Begun, _asked, WhyNot.Money));
        Assert.Equal((IntentionState.Begun, null, null, _asked), (begun.State, begun.AskAt, begun.Why, begun.AnsweredAt!.Value));

        var no = Only(Answer(Open, IntentionAnswer.No, _asked, WhyNot.Rules));
        Assert.Equal((IntentionState.GivenUp, null, WhyNot.Rules), (no.State, no.AskAt, no.Why));
    }

    [Fact]
    public void can_be_answered_otherwise_later()
    {
        var no = Answer(Open, IntentionAnswer.No, _asked, WhyNot.Rules);

        var begun = Only(Answer(no, IntentionAnswer.Begun, _asked.AddDays(1)));

        Assert.Equal((IntentionState.Begun, null), (begun.State, begun.Why));
    }

    [Fact]
    public void let_somebody_who_said_no_want_to_after_all()
    {
        var no = Answer(Open, IntentionAnswer.No, _asked);

        var again = Only(Do(no, new WantToTry(Neighbour, _second, Coffee), _asked.AddDays(3)).Value!);

        Assert.Equal((_second, IntentionState.Open, _asked.AddDays(45)), (again.Id, again.State, again.AskAt));
    }

    [Fact]
    public void tell_a_practice_of_the_network_from_one_with_the_same_id_here() =>
        Assert.Equal(2, Do(Open, new WantToTry(Neighbour, _second, Coffee with { Node = "n" })).Value!.All.Count);

    [Fact]
    public void are_a_hundred_at_most()
    {
        var full = Open with { All = [.. Enumerable.Range(1, MemberIntentions.Most).Select(n => Only(Open) with { Id = Samples.Someone(n).Id, Practice = new("", Samples.Someone(n).Id) })] };

        Assert.Equal("intention.too-many", Do(full, new WantToTry(Neighbour, First, Coffee)).Refusals.Single().Code);
        var no = full with { All = [.. full.All.Select((i, n) => n == 0 ? i with { State = IntentionState.GivenUp } : i)] };
        Assert.True(Do(no, new WantToTry(Neighbour, First, no.All[0].Practice)).Succeeded); // takes its own place
    }

    [Fact]
    public void leave_nothing_behind_when_taken_back()
    {
        var none = Do(Open, new TakeBackIntention(Neighbour, First)).Value!;

        Assert.Empty(none.All);
        Assert.Same(none, Do(none, new TakeBackIntention(Neighbour, First)).Value);
        Assert.Equal("intention.unknown", Do(none, new AnswerIntention(Neighbour, First, IntentionAnswer.Begun, null)).Refusals.Single().Code);
    }

    [Fact]
    public void are_forgotten_with_the_stay_in_which_they_were_said_and_not_those_said_since()
    {
        Assert.Empty(Do(Open, new ForgetIntentions(Actor.Node, Samples.Noon)).Value!.All);
        Assert.Same(Open, Do(Open, new ForgetIntentions(Actor.Node, Samples.Noon.AddTicks(-1))).Value);
    }

    internal static Result<MemberIntentions> Do<TOperation>(MemberIntentions mine, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<MemberIntentions> =>
        mine.Try(operation, Neighbour.Id, at ?? Samples.Noon);

    private static MemberIntentions Answer(MemberIntentions mine, IntentionAnswer answer, DateTimeOffset at, WhyNot? why = null) =>
        Do(mine, new AnswerIntention(Neighbour, First, answer, why), at).Value!;

    private static Intention Only(MemberIntentions mine) => Assert.Single(mine.All);
}

/// <summary>Every operation with every role: the table is the whole of what is allowed.</summary>
public sealed class Who_may_do_what_with_an_intention
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["themselves"] = Intentions_of_a_member.Neighbour,
        ["member"] = Samples.Someone(81),
        ["executive"] = Samples.Someone(11, "executive"),
        ["facilitator"] = Samples.Someone(12, "facilitator"),
        ["steward"] = Samples.Someone(13, "steward"),
        ["secretary"] = Samples.Someone(14, "secretary"),
        ["privacy-officer"] = Samples.Someone(15, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
        ["node"] = Actor.Node,
    };

    private static readonly Dictionary<string, (Func<Actor, Result<MemberIntentions>> Do, string Allowed)> _commands = new()
    {
        [nameof(AnswerIntention)] = (who => Intentions_of_a_member.Do(Intentions_of_a_member.Open, new AnswerIntention(who, Intentions_of_a_member.First, IntentionAnswer.Begun, null)), "themselves"),
        [nameof(ForgetIntentions)] = (who => Intentions_of_a_member.Do(Intentions_of_a_member.Open, new ForgetIntentions(who, Samples.Noon)), "node"),
        [nameof(TakeBackIntention)] = (who => Intentions_of_a_member.Do(Intentions_of_a_member.Open, new TakeBackIntention(who, Intentions_of_a_member.First)), "themselves"),
        [nameof(WantToTry)] = (who => Intentions_of_a_member.Do(new(), new WantToTry(who, Intentions_of_a_member.First, Intentions_of_a_member.Coffee)), "themselves"),
    };

    public static TheoryData<string, string> Everything => [.. from command in _commands.Keys from who in _people.Keys select (command, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, string who) =>
        Assert.Equal(_commands[command].Allowed.Split(", ").Contains(who), _commands[command].Do(_people[who]).Succeeded);

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<MemberIntentions>().Select(o => o.Name), _commands.Keys);
}
