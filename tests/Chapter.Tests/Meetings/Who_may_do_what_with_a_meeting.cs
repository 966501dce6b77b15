using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Meetings;

/// <summary>Every command with every role, in every state: the table below is the whole of what is allowed.</summary>
public sealed class Who_may_do_what_with_a_meeting
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["member"] = MeetingSamples.Member,
        ["owner"] = MeetingSamples.Owner,
        ["executive"] = Samples.Someone(11, "executive"),
        ["facilitator"] = Samples.Someone(12, "facilitator"),
        ["steward"] = Samples.Someone(13, "steward"),
        ["secretary"] = Samples.Someone(14, "secretary"),
        ["privacy-officer"] = Samples.Someone(15, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
    };

    private static readonly Dictionary<string, Func<Meeting, Actor, Result<Meeting>>> _commands = new()
    {
        ["plan"] = (_, who) => new Meeting().Draft(MeetingSamples.MeetingId, new(who, MeetingSamples.Plan), MeetingSamples.Now),
        ["read"] = (m, who) => m.MayRead(who) ? m : Refusal.Of("meeting.unknown"),
        ["revise"] = (m, who) => m.Revise(new(who, m.Version, MeetingSamples.Plan with { Title = "Autre titre" }), MeetingSamples.Now),
        ["announce"] = (m, who) => m.Announce(new(who, m.Version), MeetingSamples.Now),
        ["answer"] = (m, who) => m.Answer(new(who, RsvpAnswer.Remote), MeetingSamples.Now),
        ["begin"] = (m, who) => m.Begin(new(who), MeetingSamples.Now),
        ["take attendance"] = (m, who) => m.TakeAttendance(new(who, [new(MeetingSamples.Owner.Id, AttendanceMode.Remote)], new(1, 0))),
        ["mark present"] = (m, who) => m.MarkPresent(new(who, AttendanceMode.InPerson)),
        ["record outcome"] = (m, who) => m.RecordOutcome(MeetingSamples.Note(who), MeetingSamples.Now),
        ["strike outcome"] = (m, who) => m.StrikeOutcome(new(who, MeetingSamples.Promise)),
        ["settle action"] = (m, who) => m.SettleAction(new(who, MeetingSamples.Promise, Done: true), MeetingSamples.Now),
        ["close"] = (m, who) => m.Close(new(who), MeetingSamples.Now),
        ["write minutes"] = (m, who) => m.Written(new(who, 0, "# Présences")),
        ["approve minutes"] = (m, who) => WithMinutes(m).ApproveMinutes(new(who, 1, MeetingSamples.Later), MeetingSamples.Now),
        ["publish minutes"] = (m, who) => Approved(m).PublishMinutes(new(who), MeetingSamples.Now),
        ["read draft minutes"] = (m, who) => WithMinutes(m).MayReadMinutes(who) ? m : Refusal.Of("meeting.unknown"),
        ["read published minutes"] = (m, who) => Published(m).MayReadMinutes(who) ? m : Refusal.Of("meeting.unknown"),
        ["cancel"] = (m, who) => m.Cancel(new(who, "La salle est fermée."), MeetingSamples.Now),
    };

    private const string Everybody = "member, owner, executive, facilitator, steward, secretary, privacy-officer";
    private const string Leaders = "executive, facilitator";
    private const string Scribes = "executive, facilitator, secretary";

    // What "done" means for a meeting that is already there, such as one announced twice, is "nothing changes": that too is not refused.
    private static readonly Dictionary<(string Command, MeetingState State), string> _allowed = new()
    {
        [("plan", MeetingState.Draft)] = Leaders,
        [("plan", MeetingState.Announced)] = Leaders,
        [("plan", MeetingState.InProgress)] = Leaders,
        [("plan", MeetingState.Closed)] = Leaders,
        [("plan", MeetingState.Cancelled)] = Leaders,
        [("read", MeetingState.Draft)] = Leaders,
        [("read", MeetingState.Announced)] = Everybody,
        [("read", MeetingState.InProgress)] = Everybody,
        [("read", MeetingState.Closed)] = Everybody,
        [("read", MeetingState.Cancelled)] = Everybody,
        [("revise", MeetingState.Draft)] = Leaders,
        [("revise", MeetingState.Announced)] = Leaders,
        [("announce", MeetingState.Draft)] = Leaders,
        [("announce", MeetingState.Announced)] = Leaders,
        [("answer", MeetingState.Announced)] = Everybody,
        [("begin", MeetingState.Announced)] = Leaders,
        [("begin", MeetingState.InProgress)] = Leaders,
        [("take attendance", MeetingState.InProgress)] = Leaders,
        [("mark present", MeetingState.InProgress)] = Everybody,
        [("record outcome", MeetingState.InProgress)] = Scribes,
        [("strike outcome", MeetingState.InProgress)] = Scribes,
        [("settle action", MeetingState.InProgress)] = "owner, " + Leaders,
        [("settle action", MeetingState.Closed)] = "owner, " + Leaders,
        [("close", MeetingState.InProgress)] = Leaders,
        [("close", MeetingState.Closed)] = Leaders,
        [("write minutes", MeetingState.Closed)] = Scribes,
        [("approve minutes", MeetingState.Closed)] = Leaders,
        [("publish minutes", MeetingState.Closed)] = Scribes,
        [("read draft minutes", MeetingState.Closed)] = Scribes,
        [("read published minutes", MeetingState.Closed)] = Everybody,
        [("cancel", MeetingState.Draft)] = Leaders,
        [("cancel", MeetingState.Announced)] = Leaders,
        [("cancel", MeetingState.Cancelled)] = Leaders,
    };

    public static TheoryData<string, MeetingState, string> Everything => [.. from command in _commands.Keys
                                                                           from state in Enum.GetValues<MeetingState>()
                                                                           from who in _people.Keys
                                                                           select (command, state, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, MeetingState state, string who)
    {
        var outcome = _commands[command](MeetingSamples.In(state), _people[who]);

        Assert.Equal(_allowed.GetValueOrDefault((command, state), "").Split(", ").Contains(who), outcome.Succeeded);
    }

    [Fact]
    public void leaves_no_command_of_the_grain_out()
    {
        var tried = _commands.Keys.Where(name => !name.StartsWith("read", StringComparison.Ordinal)).Select(name => name.Replace(" ", "", StringComparison.Ordinal));
        var existing = typeof(IMeetingGrain).GetMethods().Select(m => m.Name.ToLowerInvariant());

        Assert.Equal(existing.Order(), tried.Order());
    }

    [Theory]
    [InlineData("executive", true)]
    [InlineData("facilitator", false)]
    [InlineData("steward", false)]
    [InlineData("member", false)]
    public void lets_the_executive_committee_alone_set_the_target(string who, bool allowed) =>
        Assert.Equal(allowed, new BalanceTarget().Set(new(_people[who], 0, new(new(30, 50), new(30, 50), new(0, 40)))).Succeeded);

    private static Meeting WithMinutes(Meeting meeting) => meeting.State == MeetingState.Closed ? MeetingSamples.WithMinutes() : meeting;

    private static Meeting Approved(Meeting meeting) => meeting.State == MeetingState.Closed ? MeetingSamples.WithApprovedMinutes() : meeting;

    private static Meeting Published(Meeting meeting) =>
        meeting.State == MeetingState.Closed ? MeetingSamples.WithApprovedMinutes().PublishMinutes(new(MeetingSamples.Secretary), MeetingSamples.Now).Value! : meeting;
}
