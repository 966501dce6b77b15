using RecoveryCoP.Federation.V1;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Practices;

/// <summary>Every command with every role, in every state: the table below is the whole of what is allowed.</summary>
public sealed class Who_may_do_what
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["author"] = Samples.Author,
        ["member"] = Samples.Someone(10),
        ["executive"] = Samples.Someone(11, "executive"),
        ["facilitator"] = Samples.Someone(12, "facilitator"),
        ["steward"] = Samples.Someone(13, "steward"),
        ["secretary"] = Samples.Someone(14, "secretary"),
        ["privacy-officer"] = Samples.Someone(15, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
    };

    private static readonly Dictionary<string, Func<Practice, Actor, Result<Practice>>> _commands = new()
    {
        ["write"] = (_, who) => new Practice().Do(Samples.Write(who)),
        ["read"] = (p, who) => p.MayRead(who) ? p : Refusal.Of("practice.unknown"),
        ["revise"] = (p, who) => p.Do(Samples.Revise(who, 1)),
        ["share in chapter"] = (p, who) => p.Do(Samples.ShareHere(who)),
        ["share in network"] = (p, who) => p.Do(Samples.Share(who)),
        ["recall"] = (p, who) => p.Do(new RecallPractice(who, [], 9, null)),
        ["disown revisions"] = (p, who) => OfNobody(p).Do(new DisownRevisions(who, [2], null)),
        ["claim"] = (p, who) => OfNobody(p).Do(new ClaimPractice(who)),
        ["take back claim"] = (p, who) => OfNobody(p, claimedBy: "member").Do(new TakeBackClaim(who)),
        ["confirm claim"] = (p, who) => OfNobody(p, claimedBy: "member").Do(new ConfirmClaim(who, _people["member"].Id)),
        ["turn down claim"] = (p, who) => OfNobody(p, claimedBy: "member").Do(new TurnDownClaim(who, _people["member"].Id)),
        ["drop claim"] = (p, who) => OfNobody(p, claimedBy: "member").Do(new DropClaim(who, _people["member"].Id, Samples.Noon)),
        ["erase practice of"] = (p, who) => p.Do(new ErasePracticeOf(who, Samples.Author.Id, SharedToo: true)),
        ["withdraw: author"] = (p, who) => p.Do(new WithdrawPractice(who, WithdrawalReason.Author)),
        ["withdraw: erasure"] = (p, who) => p.Do(new WithdrawPractice(who, WithdrawalReason.Erasure)),
        ["withdraw: legal"] = (p, who) => p.Do(new WithdrawPractice(who, WithdrawalReason.Legal)),
        ["withdraw: mistake"] = (p, who) => p.Do(new WithdrawPractice(who, WithdrawalReason.Mistake)),
    };

    private const string Everybody = "author, member, executive, facilitator, steward, secretary, privacy-officer";
    private const string Leaders = "author, executive, facilitator";

    // What "done" means for a practice that is already there, such as one shared twice, is "nothing changes": that too is not refused.
    private static readonly Dictionary<(string Command, PracticeState State), string> _allowed = new()
    {
        [("write", PracticeState.Draft)] = Everybody,
        [("write", PracticeState.SharedInChapter)] = Everybody,
        [("write", PracticeState.SharedInNetwork)] = Everybody,
        [("write", PracticeState.Withdrawn)] = Everybody,
        [("read", PracticeState.Draft)] = "author, executive",
        [("read", PracticeState.SharedInChapter)] = Everybody,
        [("read", PracticeState.SharedInNetwork)] = Everybody,
        [("read", PracticeState.Withdrawn)] = "author, executive",
        [("revise", PracticeState.Draft)] = "author, executive",
        [("revise", PracticeState.SharedInChapter)] = Leaders,
        [("revise", PracticeState.SharedInNetwork)] = Leaders,
        [("share in chapter", PracticeState.Draft)] = "author",
        [("share in chapter", PracticeState.SharedInChapter)] = "author",
        [("share in chapter", PracticeState.SharedInNetwork)] = "author",
        [("share in network", PracticeState.SharedInChapter)] = "executive, facilitator",
        [("share in network", PracticeState.SharedInNetwork)] = "executive, facilitator",
        [("claim", PracticeState.Draft)] = "executive",
        [("claim", PracticeState.SharedInChapter)] = Everybody,
        [("claim", PracticeState.SharedInNetwork)] = Everybody,
        [("claim", PracticeState.Withdrawn)] = "executive",
        [("take back claim", PracticeState.Draft)] = "member, executive",
        [("take back claim", PracticeState.SharedInChapter)] = Everybody,
        [("take back claim", PracticeState.SharedInNetwork)] = Everybody,
        [("take back claim", PracticeState.Withdrawn)] = "member, executive",
        [("confirm claim", PracticeState.Draft)] = "executive",
        [("confirm claim", PracticeState.SharedInChapter)] = "executive",
        [("confirm claim", PracticeState.SharedInNetwork)] = "executive",
        [("confirm claim", PracticeState.Withdrawn)] = "executive",
        [("turn down claim", PracticeState.Draft)] = "executive",
        [("turn down claim", PracticeState.SharedInChapter)] = "executive",
        [("turn down claim", PracticeState.SharedInNetwork)] = "executive",
        [("turn down claim", PracticeState.Withdrawn)] = "executive",
        [("withdraw: author", PracticeState.Draft)] = "author, executive",
        [("withdraw: author", PracticeState.SharedInChapter)] = Leaders,
        [("withdraw: author", PracticeState.SharedInNetwork)] = Leaders,
        [("withdraw: author", PracticeState.Withdrawn)] = Leaders,
        [("withdraw: erasure", PracticeState.Draft)] = "author, executive",
        [("withdraw: erasure", PracticeState.SharedInChapter)] = Leaders,
        [("withdraw: erasure", PracticeState.SharedInNetwork)] = Leaders,
        [("withdraw: erasure", PracticeState.Withdrawn)] = Leaders,
        [("withdraw: legal", PracticeState.Draft)] = "author, executive, steward",
        [("withdraw: legal", PracticeState.SharedInChapter)] = Leaders + ", steward",
        [("withdraw: legal", PracticeState.SharedInNetwork)] = Leaders + ", steward",
        [("withdraw: legal", PracticeState.Withdrawn)] = Leaders + ", steward",
        [("withdraw: mistake", PracticeState.Draft)] = "author, executive, steward",
        [("withdraw: mistake", PracticeState.SharedInChapter)] = Leaders + ", steward",
        [("withdraw: mistake", PracticeState.SharedInNetwork)] = Leaders + ", steward",
        [("withdraw: mistake", PracticeState.Withdrawn)] = Leaders + ", steward",
    };

    public static TheoryData<string, PracticeState, string> Everything => [.. from command in _commands.Keys
                                                                            from state in Enum.GetValues<PracticeState>()
                                                                            from who in _people.Keys
                                                                            select (command, state, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, PracticeState state, string who)
    {
        var outcome = _commands[command](Samples.In(state), _people[who]);

        Assert.Equal(_allowed.GetValueOrDefault((command, state), "").Split(", ").Contains(who), outcome.Succeeded);
    }

    [Fact]
    public void leaves_no_operation_out()
    {
        var tried = _commands.Keys.Select(name => name.Split(':')[0]).Distinct().Except(["read"]).Select(name => name.Contains(' ', StringComparison.Ordinal) ? name : name + " practice");

        Assert.Equal(Operations.On<Practice>().Select(o => o.Name.ToLowerInvariant()).Order(), tried.Select(name => name.Replace(" ", "", StringComparison.Ordinal)).Order());
    }

    private static Practice OfNobody(Practice practice, string? claimedBy = null) =>
        practice with { Author = Guid.Empty, Claim = claimedBy is null ? null : new(_people[claimedBy].Id, Samples.Noon) };
}
