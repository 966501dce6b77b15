using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Meetings;

/// <summary>Every operation in every state at every hour: before it begins, on its day, and after.</summary>
public sealed class The_states_of_a_meeting
{
    // The state that an act leads to, for each state before it (draft, announced, in progress, closed, cancelled) and each place of the clock (ahead, on its day, over).
    private static readonly Dictionary<MeetingAct, string> _ways = new()
    {
        [MeetingAct.Revise] = "DDD AA. PPP ... ...",
        [MeetingAct.Announce] = "A.. AAA ... ... ...",
        [MeetingAct.Answer] = "... AA. ... ... ...",
        [MeetingAct.Begin] = "... PP. PPP ... ...",
        [MeetingAct.UndoBeginning] = "... AAA AAA ... ...",
        [MeetingAct.RecordAfterwards] = ".PP ..P PPP ... ...",
        [MeetingAct.Cancel] = "XXX XXX ... ... XXX",
        [MeetingAct.Restore] = "DDD ... ... ... DDD",
        [MeetingAct.Attend] = "... ... PPP ... ...",
        [MeetingAct.Note] = "... ... PPP ... ...",
        [MeetingAct.Tell] = "... AA. PP. ... ...",
        [MeetingAct.ForgetGuest] = "... ... PPP CCC ...",
        [MeetingAct.Settle] = "... ... PPP CCC ...",
        [MeetingAct.Close] = "... ... CCC CCC ...",
        [MeetingAct.KeepMinutes] = "... ... ... CCC ...",
    };

    private static readonly Dictionary<string, (MeetingAct Act, Func<Meeting, DateTimeOffset, Result<Meeting>> Do)> _operations = new()
    {
        [nameof(RevisePlan)] = (MeetingAct.Revise, (m, now) => m.Try(new RevisePlan(MeetingSamples.Facilitator, m.Version, MeetingSamples.Plan with { Place = "Salle 5" }), now)),
        [nameof(AddFile)] = (MeetingAct.Revise, (m, now) => m.Try(MeetingSamples.File(MeetingSamples.Facilitator), now)),
        [nameof(AnnounceMeeting)] = (MeetingAct.Announce, (m, now) => m.Try(new AnnounceMeeting(MeetingSamples.Facilitator, m.Version), now)),
        [nameof(AnswerInvitation)] = (MeetingAct.Answer, (m, now) => m.Try(new AnswerInvitation(MeetingSamples.Facilitator, RsvpAnswer.Remote, m.Round), now)),
        [nameof(BeginMeeting)] = (MeetingAct.Begin, (m, now) => m.Try(new BeginMeeting(MeetingSamples.Facilitator), now)),
        [nameof(UndoBeginning)] = (MeetingAct.UndoBeginning, (m, now) => MeetingSamples.Blank(m).Try(new UndoBeginning(MeetingSamples.Facilitator), now)),
        [nameof(RecordAfterwards)] = (MeetingAct.RecordAfterwards, (m, now) => m.Try(new RecordAfterwards(MeetingSamples.Facilitator), now)),
        [nameof(CancelMeeting)] = (MeetingAct.Cancel, (m, now) => m.Try(new CancelMeeting(MeetingSamples.Facilitator, "La salle est fermée."), now)),
        [nameof(RestoreDraft)] = (MeetingAct.Restore, (m, now) => MeetingSamples.GivenUp(m).Try(new RestoreDraft(MeetingSamples.Facilitator), now)),
        [nameof(MarkPresent)] = (MeetingAct.Attend, (m, now) => m.Try(new MarkPresent(MeetingSamples.Facilitator, AttendanceMode.InPerson), now)),
        [nameof(MarkAbsent)] = (MeetingAct.Attend, (m, now) => m.Try(new MarkAbsent(MeetingSamples.Facilitator), now)),
        [nameof(TakeAttendance)] = (MeetingAct.Attend, (m, now) => m.Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Member.Id, AttendanceMode.Remote)]), now)),
        [nameof(CountGuests)] = (MeetingAct.Attend, (m, now) => m.Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.Remote, 1), now)),
        [nameof(NameGuest)] = (MeetingAct.Attend, (m, now) => m.Try(new NameGuest(MeetingSamples.Facilitator, MeetingSamples.Later, "Sacha", AttendanceMode.Remote), now)),
        [nameof(RecordOutcome)] = (MeetingAct.Note, (m, now) => m.Try(MeetingSamples.Note(MeetingSamples.Facilitator), now)),
        [nameof(StrikeOutcome)] = (MeetingAct.Note, (m, now) => m.Try(new StrikeOutcome(MeetingSamples.Facilitator, MeetingSamples.Promise), now)),
        [nameof(GoToItem)] = (MeetingAct.Note, (m, now) => m.Try(new GoToItem(MeetingSamples.Facilitator, MeetingSamples.Item2), now)),
        [nameof(TellTrouble)] = (MeetingAct.Tell, (m, now) => m.Try(new TellTrouble(MeetingSamples.Facilitator, TroubleKind.Late), now)),
        [nameof(ForgetGuestName)] = (MeetingAct.ForgetGuest, (m, now) => m.Try(new ForgetGuestName(MeetingSamples.Facilitator, MeetingSamples.Later), now)),
        [nameof(SettleAction)] = (MeetingAct.Settle, (m, now) => m.Try(new SettleAction(MeetingSamples.Facilitator, MeetingSamples.Promise, Done: true), now)),
        [nameof(OfferAction)] = (MeetingAct.Settle, (m, now) => m.Try(new OfferAction(MeetingSamples.Facilitator, MeetingSamples.Promise, MeetingSamples.Member.Id), now)),
        [nameof(AcceptAction)] = (MeetingAct.Settle, (m, now) => MeetingSamples.Offered(m, MeetingSamples.Facilitator).Try(new AcceptAction(MeetingSamples.Facilitator, MeetingSamples.Promise), now)),
        [nameof(DeclineAction)] = (MeetingAct.Settle, (m, now) => MeetingSamples.Offered(m).Try(new DeclineAction(MeetingSamples.Facilitator, MeetingSamples.Promise), now)),
        [nameof(CloseMeeting)] = (MeetingAct.Close, (m, now) => m.Try(new CloseMeeting(MeetingSamples.Facilitator), now)),
        [nameof(WriteMinutes)] = (MeetingAct.KeepMinutes, (m, now) => m.Try(new WriteMinutes(MeetingSamples.Facilitator, 0, "# Présences"), now)),
        [nameof(ApproveMinutes)] = (MeetingAct.KeepMinutes, (m, now) => (m.State == MeetingState.Closed ? MeetingSamples.WithMinutes() : m).Try(new ApproveMinutes(MeetingSamples.Facilitator, 1, MeetingSamples.Later), now)),
        [nameof(ProposeCorrection)] = (MeetingAct.KeepMinutes, (m, now) => WithMinutes(m).Try(new ProposeCorrection(MeetingSamples.Facilitator, MeetingSamples.Later, "Nous étions douze.", "fr"), now)),
        [nameof(TakeBackCorrection)] = (MeetingAct.KeepMinutes, (m, now) => WithMinutes(m).Try(new TakeBackCorrection(MeetingSamples.Facilitator, MeetingSamples.Later), now)),
        [nameof(AnswerCorrection)] = (MeetingAct.KeepMinutes, (m, now) => MeetingSamples.Corrected(WithMinutes(m)).Try(new AnswerCorrection(MeetingSamples.Facilitator, MeetingSamples.Proposed, true, ""), now)),
    };

    private static Meeting WithMinutes(Meeting meeting) => meeting.State == MeetingState.Closed ? MeetingSamples.WithMinutes() : meeting;

    private static readonly (MeetingClock Clock, DateTimeOffset At)[] _hours =
    [
        (MeetingClock.Ahead, MeetingSamples.Now),
        (MeetingClock.Ahead, MeetingSamples.Plan.StartsAt.AddMinutes(-1)),
        (MeetingClock.OnItsDay, MeetingSamples.Plan.StartsAt),
        (MeetingClock.OnItsDay, new(2026, 3, 11, 3, 59, 59, TimeSpan.Zero)),
        (MeetingClock.Over, new(2026, 3, 11, 4, 0, 0, TimeSpan.Zero)),
        (MeetingClock.Over, new(2027, 3, 11, 4, 0, 0, TimeSpan.Zero)),
    ];

    public static TheoryData<string, MeetingState, int> Everything =>
        [.. from operation in _operations.Keys from state in Enum.GetValues<MeetingState>() from hour in Enumerable.Range(0, _hours.Length) select (operation, state, hour)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void lead_where_the_table_says(string operation, MeetingState state, int hour)
    {
        var (act, doing) = _operations[operation];
        var (clock, at) = _hours[hour];
        var meeting = MeetingSamples.In(state);
        var way = _ways[act].Split(' ')[(int)state][(int)clock];

        var result = doing(meeting, at);

        Assert.Equal(clock, meeting.Plan.ClockAt(at));
        Assert.Equal(way, result.Value is { } after ? "DAPCX"[(int)after.State] : '.');
        Assert.Equal(way, act.After(state, clock) is { } next ? "DAPCX"[(int)next] : '.');
        Assert.DoesNotContain("meeting.unknown", result.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void leave_no_operation_and_no_act_out()
    {
        Assert.Equal(Operations.On<Meeting>().Select(o => o.Name), _operations.Keys.Append(nameof(PlanMeeting)).Append(nameof(PlanOccurrence)).Append(nameof(SetOccasion)).Append(nameof(ForgetExpired)).Append(nameof(ForgetInMeeting)).Append(nameof(ForgetWhoCame)).Append(nameof(RemoveFile)).Append(nameof(BringFile)).Append(nameof(BringMeeting)).Append(nameof(TakeOutFiles)).Append(nameof(TakeOutMeeting)).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<MeetingAct>(), _ways.Keys);
        Assert.Equal(Enum.GetValues<MeetingAct>(), _operations.Values.Select(o => o.Act).Distinct());
    }

    [Theory]
    [InlineData(22, 120, 1, MeetingClock.Over)]
    [InlineData(22, 121, 1, MeetingClock.OnItsDay)]
    [InlineData(22, 121, 25, MeetingClock.Over)]
    public void give_a_meeting_the_day_on_which_it_ends(int hour, int minutes, int hoursAfterMidnight, MeetingClock clock)
    {
        var plan = MeetingSamples.Plan with { Start = new(2026, 12, 31, hour, 0, 0), Minutes = minutes };

        Assert.Equal(clock, plan.ClockAt(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)).AddHours(hoursAfterMidnight)));
    }

    [Fact]
    public void ask_for_an_agenda_before_a_draft_is_recorded() => Assert.Equal(
        "meeting.items-missing",
        new Meeting().Try(new PlanMeeting(MeetingSamples.Facilitator, MeetingSamples.Plan with { Items = [] })).Value!
            .Try(new RecordAfterwards(MeetingSamples.Facilitator), MeetingSamples.Plan.EndsAt.AddDays(1)).Refusals.Single().Code);
}
