using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

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
        ["node"] = Actor.Node,
    };

    private static readonly Dictionary<string, Func<Meeting, Actor, Result<Meeting>>> _commands = new()
    {
        [nameof(PlanMeeting)] = (_, who) => new Meeting().Try(new PlanMeeting(who, MeetingSamples.Plan)),
        ["read"] = (m, who) => m.MayRead(who) ? m : Refusal.Of("meeting.unknown"),
        [nameof(RevisePlan)] = (m, who) => m.Try(new RevisePlan(who, m.Version, MeetingSamples.Plan with { Place = "Salle 5" })),
        [nameof(AnnounceMeeting)] = (m, who) => m.Try(new AnnounceMeeting(who, m.Version)),
        [nameof(AnswerInvitation)] = (m, who) => m.Try(new AnswerInvitation(who, RsvpAnswer.Remote)),
        [nameof(BeginMeeting)] = (m, who) => m.Try(new BeginMeeting(who)),
        [nameof(UndoBeginning)] = (m, who) => MeetingSamples.Blank(m).Try(new UndoBeginning(who)),
        [nameof(TakeAttendance)] = (m, who) => m.Try(new TakeAttendance(who, [new(MeetingSamples.Owner.Id, AttendanceMode.Remote)])),
        [nameof(CountGuests)] = (m, who) => m.Try(new CountGuests(who, AttendanceMode.InPerson, 1)),
        [nameof(MarkAbsent)] = (m, who) => m.Try(new MarkAbsent(who)),
        [nameof(RecordAfterwards)] = (m, who) => m.Try(new RecordAfterwards(who), MeetingSamples.Plan.EndsAt.AddDays(2)),
        [nameof(MarkPresent)] = (m, who) => m.Try(new MarkPresent(who, AttendanceMode.InPerson)),
        [nameof(RecordOutcome)] = (m, who) => m.Try(MeetingSamples.Note(who)),
        [nameof(StrikeOutcome)] = (m, who) => m.Try(new StrikeOutcome(who, MeetingSamples.Promise)),
        [nameof(SettleAction)] = (m, who) => m.Try(new SettleAction(who, MeetingSamples.Promise, Done: true)),
        [nameof(OfferAction)] = (m, who) => m.Try(new OfferAction(who, MeetingSamples.Promise, MeetingSamples.Later)),
        [nameof(AcceptAction)] = (m, who) => MeetingSamples.Offered(m).Try(new AcceptAction(who, MeetingSamples.Promise)),
        [nameof(DeclineAction)] = (m, who) => MeetingSamples.Offered(m).Try(new DeclineAction(who, MeetingSamples.Promise)),
        [nameof(ForgetInMeeting)] = (m, who) => m.Try(new ForgetInMeeting(who, MeetingSamples.Member.Id, MeetingSamples.Now)),
        [nameof(ProposeCorrection)] = (m, who) => WithMinutes(m).Try(new ProposeCorrection(who, MeetingSamples.Later, "Nous étions douze.", "fr")),
        [nameof(TakeBackCorrection)] = (m, who) => MeetingSamples.Corrected(WithMinutes(m)).Try(new TakeBackCorrection(who, MeetingSamples.Proposed)),
        [nameof(AnswerCorrection)] = (m, who) => MeetingSamples.Corrected(WithMinutes(m)).Try(new AnswerCorrection(who, MeetingSamples.Proposed, true, "")),
        [nameof(CloseMeeting)] = (m, who) => m.Try(new CloseMeeting(who)),
        [nameof(WriteMinutes)] = (m, who) => m.Try(new WriteMinutes(who, 0, "# Présences"), MeetingSamples.Now.AddDays(9)),
        [nameof(ApproveMinutes)] = (m, who) => WithMinutes(m).Try(new ApproveMinutes(who, 1, MeetingSamples.Later)),
        [nameof(GoToItem)] = (m, who) => m.Try(new GoToItem(who, MeetingSamples.Item2)),
        [nameof(NameGuest)] = (m, who) => m.Try(new NameGuest(who, MeetingSamples.Later, "Sacha", AttendanceMode.InPerson)),
        [nameof(ForgetGuestName)] = (m, who) => m.Try(new ForgetGuestName(who, MeetingSamples.Later)),
        [nameof(TellTrouble)] = (m, who) => m.Try(new TellTrouble(who, TroubleKind.Late)),
        [nameof(ForgetWhoCame)] = (m, who) => m.Try(new ForgetWhoCame(who)),
        [nameof(ForgetExpired)] = (m, who) => m.Try(new ForgetExpired(who)),
        ["read minutes"] = (m, who) => WithMinutes(m).MayReadMinutes(who) ? m : Refusal.Of("meeting.unknown"),
        [nameof(CancelMeeting)] = (m, who) => m.Try(new CancelMeeting(who, "La salle est fermée.")),
        [nameof(RestoreDraft)] = (m, who) => MeetingSamples.GivenUp(m).Try(new RestoreDraft(who)),
        [nameof(AddFile)] = (m, who) => m.Try(MeetingSamples.File(who)),
        [nameof(RemoveFile)] = (m, who) => MeetingSamples.Filed(m).Try(new RemoveFile(who, MeetingSamples.FileId)),
        [nameof(PlanOccurrence)] = (m, who) => m.Try(new PlanOccurrence(who, new(MeetingSamples.Later, MeetingSamples.Plan.Day, 1), MeetingSamples.Plan)),
        [nameof(SetOccasion)] = (m, who) => (m with { Occurrence = new(MeetingSamples.Later, m.Plan.Day, 1, m.State == MeetingState.Draft) })
            .Try(new SetOccasion(who, new(MeetingSamples.Later, m.Plan.Day, 1, Occasion: "words"), m.Plan, null, m.Plan with { Title = "Les mots" })),
        [nameof(BringMeeting)] = (_, who) => Bring(who),
        [nameof(TakeOutMeeting)] = (_, who) => Bring(Actor.Node).Value!.Try(new TakeOutMeeting(who, MeetingSamples.Later)),
        [nameof(BringFile)] = (_, who) => Bring(Actor.Node).Value!.Try(BringIt(who)),
        [nameof(TakeOutFiles)] = (_, who) => Bring(Actor.Node).Value!.Try(BringIt(Actor.Node)).Value!.Try(new TakeOutFiles(who, MeetingSamples.Later)),
    };

    private const string Everybody = "member, owner, executive, facilitator, steward, secretary, privacy-officer";
    private const string Leaders = "executive, facilitator";
    private const string Scribes = "executive, facilitator, secretary";

    // What "done" means for a meeting that is already there, such as one announced twice, is "nothing changes": that too is not refused.
    private static readonly Dictionary<(string Command, MeetingState State), string> _allowed = new()
    {
        [(nameof(PlanMeeting), MeetingState.Draft)] = Leaders,
        [(nameof(PlanMeeting), MeetingState.Announced)] = Leaders,
        [(nameof(PlanMeeting), MeetingState.InProgress)] = Leaders,
        [(nameof(PlanMeeting), MeetingState.Closed)] = Leaders,
        [(nameof(PlanMeeting), MeetingState.Cancelled)] = Leaders,
        [("read", MeetingState.Draft)] = Leaders,
        [("read", MeetingState.Announced)] = Everybody,
        [("read", MeetingState.InProgress)] = Everybody,
        [("read", MeetingState.Closed)] = Everybody,
        [("read", MeetingState.Cancelled)] = Everybody,
        [(nameof(RevisePlan), MeetingState.Draft)] = Leaders,
        [(nameof(RevisePlan), MeetingState.Announced)] = Leaders,
        [(nameof(RevisePlan), MeetingState.InProgress)] = Leaders,
        [(nameof(AddFile), MeetingState.Draft)] = Leaders,
        [(nameof(AddFile), MeetingState.Announced)] = Leaders,
        [(nameof(AddFile), MeetingState.InProgress)] = Leaders,
        [(nameof(RemoveFile), MeetingState.Draft)] = Leaders,
        [(nameof(RemoveFile), MeetingState.Announced)] = Leaders,
        [(nameof(RemoveFile), MeetingState.InProgress)] = Leaders,
        [(nameof(RemoveFile), MeetingState.Closed)] = Leaders,
        [(nameof(RemoveFile), MeetingState.Cancelled)] = Leaders,
        [(nameof(AnnounceMeeting), MeetingState.Draft)] = Leaders,
        [(nameof(AnnounceMeeting), MeetingState.Announced)] = Leaders,
        [(nameof(AnswerInvitation), MeetingState.Announced)] = Everybody,
        [(nameof(BeginMeeting), MeetingState.Announced)] = Leaders,
        [(nameof(BeginMeeting), MeetingState.InProgress)] = Leaders,
        [(nameof(UndoBeginning), MeetingState.Announced)] = Leaders,
        [(nameof(UndoBeginning), MeetingState.InProgress)] = Leaders,
        [(nameof(TakeAttendance), MeetingState.InProgress)] = Leaders,
        [(nameof(CountGuests), MeetingState.InProgress)] = Leaders,
        [(nameof(MarkPresent), MeetingState.InProgress)] = Everybody,
        [(nameof(MarkAbsent), MeetingState.InProgress)] = Everybody,
        [(nameof(RecordAfterwards), MeetingState.Draft)] = Leaders,
        [(nameof(RecordAfterwards), MeetingState.Announced)] = Leaders,
        [(nameof(RecordAfterwards), MeetingState.InProgress)] = Leaders,
        [(nameof(RecordOutcome), MeetingState.InProgress)] = Scribes,
        [(nameof(StrikeOutcome), MeetingState.InProgress)] = Scribes,
        [(nameof(SettleAction), MeetingState.InProgress)] = "owner, " + Leaders,
        [(nameof(SettleAction), MeetingState.Closed)] = "owner, " + Leaders,
        [(nameof(OfferAction), MeetingState.InProgress)] = "owner, " + Leaders,
        [(nameof(OfferAction), MeetingState.Closed)] = "owner, " + Leaders,
        // Whoever has it already finds nothing to do.
        [(nameof(AcceptAction), MeetingState.InProgress)] = "owner, member",
        [(nameof(AcceptAction), MeetingState.Closed)] = "owner, member",
        [(nameof(DeclineAction), MeetingState.InProgress)] = "owner, member, " + Leaders,
        [(nameof(DeclineAction), MeetingState.Closed)] = "owner, member, " + Leaders,
        [(nameof(ForgetInMeeting), MeetingState.Draft)] = "node",
        [(nameof(ForgetInMeeting), MeetingState.Announced)] = "node",
        [(nameof(ForgetInMeeting), MeetingState.InProgress)] = "node",
        [(nameof(ForgetInMeeting), MeetingState.Closed)] = "node",
        [(nameof(ForgetInMeeting), MeetingState.Cancelled)] = "node",
        [(nameof(ProposeCorrection), MeetingState.Closed)] = Everybody,
        [(nameof(TakeBackCorrection), MeetingState.Closed)] = "member",
        [(nameof(AnswerCorrection), MeetingState.Closed)] = Scribes,
        [(nameof(CloseMeeting), MeetingState.InProgress)] = Leaders,
        [(nameof(CloseMeeting), MeetingState.Closed)] = Leaders,
        [(nameof(WriteMinutes), MeetingState.Closed)] = Scribes,
        [(nameof(ApproveMinutes), MeetingState.Closed)] = Leaders,
        [("read minutes", MeetingState.Closed)] = Everybody,
        [(nameof(CancelMeeting), MeetingState.Draft)] = Leaders,
        [(nameof(CancelMeeting), MeetingState.Announced)] = Leaders,
        [(nameof(CancelMeeting), MeetingState.Cancelled)] = Leaders,
        [(nameof(RestoreDraft), MeetingState.Draft)] = Leaders,
        [(nameof(RestoreDraft), MeetingState.Cancelled)] = Leaders,
        [(nameof(GoToItem), MeetingState.InProgress)] = Leaders,
        [(nameof(NameGuest), MeetingState.InProgress)] = Leaders,
        [(nameof(ForgetGuestName), MeetingState.InProgress)] = Leaders,
        [(nameof(ForgetGuestName), MeetingState.Closed)] = Leaders,
        [(nameof(TellTrouble), MeetingState.Announced)] = Everybody,
        [(nameof(TellTrouble), MeetingState.InProgress)] = Everybody,
        [(nameof(ForgetWhoCame), MeetingState.Draft)] = "node",
        [(nameof(ForgetWhoCame), MeetingState.Announced)] = "node",
        [(nameof(ForgetWhoCame), MeetingState.InProgress)] = "node",
        [(nameof(ForgetWhoCame), MeetingState.Closed)] = "node",
        [(nameof(ForgetWhoCame), MeetingState.Cancelled)] = "node",
        [(nameof(ForgetExpired), MeetingState.Draft)] = "node",
        [(nameof(ForgetExpired), MeetingState.Announced)] = "node",
        [(nameof(ForgetExpired), MeetingState.InProgress)] = "node",
        [(nameof(ForgetExpired), MeetingState.Closed)] = "node",
        [(nameof(ForgetExpired), MeetingState.Cancelled)] = "node",
        [(nameof(SetOccasion), MeetingState.Draft)] = Leaders,
        // What a series asks for the node does, and nobody else.
        [(nameof(PlanOccurrence), MeetingState.Draft)] = "node",
        [(nameof(PlanOccurrence), MeetingState.Announced)] = "node",
        [(nameof(PlanOccurrence), MeetingState.InProgress)] = "node",
        [(nameof(PlanOccurrence), MeetingState.Closed)] = "node",
        [(nameof(PlanOccurrence), MeetingState.Cancelled)] = "node",
        // What moves in is brought, and taken out again, by the node alone; it is another meeting than the one in the table.
        [(nameof(BringMeeting), MeetingState.Draft)] = "node",
        [(nameof(BringMeeting), MeetingState.Announced)] = "node",
        [(nameof(BringMeeting), MeetingState.InProgress)] = "node",
        [(nameof(BringMeeting), MeetingState.Closed)] = "node",
        [(nameof(BringMeeting), MeetingState.Cancelled)] = "node",
        [(nameof(TakeOutMeeting), MeetingState.Draft)] = "node",
        [(nameof(TakeOutMeeting), MeetingState.Announced)] = "node",
        [(nameof(TakeOutMeeting), MeetingState.InProgress)] = "node",
        [(nameof(TakeOutMeeting), MeetingState.Closed)] = "node",
        [(nameof(TakeOutMeeting), MeetingState.Cancelled)] = "node",
        [(nameof(BringFile), MeetingState.Draft)] = "node",
        [(nameof(BringFile), MeetingState.Announced)] = "node",
        [(nameof(BringFile), MeetingState.InProgress)] = "node",
        [(nameof(BringFile), MeetingState.Closed)] = "node",
        [(nameof(BringFile), MeetingState.Cancelled)] = "node",
        [(nameof(TakeOutFiles), MeetingState.Draft)] = "node",
        [(nameof(TakeOutFiles), MeetingState.Announced)] = "node",
        [(nameof(TakeOutFiles), MeetingState.InProgress)] = "node",
        [(nameof(TakeOutFiles), MeetingState.Closed)] = "node",
        [(nameof(TakeOutFiles), MeetingState.Cancelled)] = "node",
    };

    public static TheoryData<string, MeetingState, string> Everything => [.. from command in _commands.Keys
                                                                           from state in Enum.GetValues<MeetingState>()
                                                                           from who in _people.Keys
                                                                           select (command, state, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, MeetingState state, string who)
    {
        var result = _commands[command](MeetingSamples.In(state), _people[who]);

        Assert.Equal(_allowed.GetValueOrDefault((command, state), "").Split(", ").Contains(who), result.Succeeded);
    }

    [Fact]
    public void leaves_no_operation_out() =>
        Assert.Equal(Operations.On<Meeting>().Select(o => o.Name), _commands.Keys.Where(name => !name.StartsWith("read", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("executive", true)]
    [InlineData("facilitator", false)]
    [InlineData("steward", false)]
    [InlineData("member", false)]
    public void lets_the_executive_committee_alone_set_the_target(string who, bool allowed) =>
        Assert.Equal(allowed, new BalanceTarget().Try(new SetBalanceTarget(_people[who], 0, new(new(30, 50), new(30, 50), new(0, 40))), BalanceTarget.Only, MeetingSamples.Now).Succeeded);

    private static Result<Meeting> Bring(Actor who) => new Meeting().Try(new BringMeeting(who, MeetingSamples.Later, MeetingSamples.Plan, 12, ""), MeetingSamples.Plan.EndsAt.AddDays(2));

    private static BringFile BringIt(Actor who) => MeetingSamples.File(who) is var file ? new(who, MeetingSamples.Later, file.File, file.Title, file.Language, file.Stored) : null!;

    private static Meeting WithMinutes(Meeting meeting) => meeting.State == MeetingState.Closed ? MeetingSamples.WithMinutes() : meeting;
}
