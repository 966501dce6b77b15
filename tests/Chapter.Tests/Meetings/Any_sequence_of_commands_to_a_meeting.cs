using System.Text.Json;
using CsCheck;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class Any_sequence_of_commands_to_a_meeting
{
    // Leaders come up more often than others, or most sequences would end in the draft.
    private static readonly Gen<Actor> _actor = Gen.OneOf(((Actor[])[
        MeetingSamples.Facilitator, MeetingSamples.Facilitator, Samples.Executive, Samples.Executive, MeetingSamples.Secretary, MeetingSamples.Owner, MeetingSamples.Member, Samples.Nobody, Samples.Someone(5, "steward")]).Select(Gen.Const).ToArray());

    private static readonly Gen<Func<Meeting, Result<Meeting>>> _command = Gen.Select(_actor, Gen.Int[0, 21], Gen.Int[-1, 1], Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 9])
        .Select((who, command, off, choice, yes, when) => new Func<Meeting, Result<Meeting>>(m =>
        {
            var note = Guid.Parse($"01890a5d-ac96-774b-bcce-b302099a92{choice:D2}");
            // Most of it before the meeting, or most sequences would see nothing but its end.
            var now = when switch { 0 => MeetingSamples.Plan.EndsAt.AddDays(3), 1 or 2 => MeetingSamples.Plan.StartsAt.AddHours(1), _ => MeetingSamples.Now };
            return command switch
            {
                0 => m.Try(new PlanMeeting(who, MeetingSamples.Plan), now),
                1 => m.Try(new RevisePlan(who, m.Version + Math.Max(0, off), Other(choice)), now),
                2 => m.Try(new AnnounceMeeting(who, m.Version), now),
                3 => m.Try(new AnswerInvitation(who, (RsvpAnswer)(choice % 3), m.Round + Math.Min(0, off)), now),
                4 => m.Try(new BeginMeeting(who), now),
                5 => m.Try(new TakeAttendance(who, [new(MeetingSamples.Owner.Id, yes ? AttendanceMode.InPerson : null), new(MeetingSamples.Member.Id, (AttendanceMode)(choice % 2), m.PresenceOf(MeetingSamples.Member.Id))]), now),
                6 => yes ? m.Try(new MarkPresent(who, (AttendanceMode)(choice % 2)), now) : m.Try(new MarkAbsent(who), now),
                7 => m.Try(MeetingSamples.Note(who, (OutcomeKind)(choice % 3), note), now),
                8 => m.Try(new StrikeOutcome(who, note), now),
                9 => m.Try(new SettleAction(who, note, yes), now),
                // Rarely the end: what is over is over, and the sequences should see more than that.
                10 => choice == 0 ? m.Try(new CloseMeeting(who), now) : m,
                11 => m.Try(new WriteMinutes(who, (m.Minutes?.Version ?? 0) + Math.Max(0, off), $"Texte {choice}"), MeetingSamples.Now.AddDays(9)),
                12 => m.Try(new ApproveMinutes(who, m.Minutes?.Version ?? 0, yes ? MeetingSamples.Later : m.Id), now),
                13 => m.Try(new CountGuests(who, (AttendanceMode)(choice % 2), choice, off), now),
                14 => m.Try(new RecordAfterwards(who), now),
                15 => m.Try(new UndoBeginning(who), now),
                16 => m.Try(new RestoreDraft(who), now),
                17 => m.Try(new GoToItem(who, yes ? MeetingSamples.Item1 : MeetingSamples.Item2), now),
                18 => yes ? m.Try(new NameGuest(who, note, "Sacha", (AttendanceMode)(choice % 2)), now) : m.Try(new ForgetGuestName(who, note), now),
                19 => m.Try(new TellTrouble(who, choice == 0 ? null : (TroubleKind)(choice % 2)), now),
                20 => m.Try(new ForgetExpired(Actor.Node), yes ? now : now.AddYears(choice % 2)),
                _ => choice == 0 ? m.Try(new CancelMeeting(who, yes ? "Neige" : " "), now) : m,
            };
        }));

    [Fact]
    public void leads_to_a_legal_state_and_forward_but_for_a_beginning_or_an_end_taken_back() => _command.Array[1, 60].Sample(commands =>
    {
        var meeting = new Meeting();
        foreach (var command in commands)
        {
            var result = command(meeting);
            Assert.Equal(result.Succeeded, result.Value is not null);
            var next = result.Value ?? meeting;
            AssertLegal(next);
            Assert.True(next.State >= meeting.State || (meeting is { State: MeetingState.InProgress, IsBlank: true } && next.State is MeetingState.Announced or MeetingState.Draft)
                || (meeting is { State: MeetingState.Cancelled, AnnouncedAt: null } && next.State == MeetingState.Draft));
            Assert.True(next.Version >= meeting.Version);
            Assert.True((next.Minutes?.State ?? MinutesState.Draft) >= (meeting.Minutes?.State ?? MinutesState.Draft));
            Assert.True(meeting.Minutes is null or { State: MinutesState.Draft } || next.Minutes!.TextHash == meeting.Minutes.TextHash);
            Assert.True(meeting.State != MeetingState.Closed || (next.Attendees.SequenceEqual(meeting.Attendees) && next.Outcomes.Count == meeting.Outcomes.Count));
            meeting = next;
        }
    }, iter: 3000);

    [Fact]
    public void is_the_same_after_being_put_away_as_json() => _command.Array[1, 30].Sample(commands =>
    {
        var meeting = commands.Aggregate(new Meeting(), (m, command) => command(m).Value ?? m);
        var json = JsonSerializer.Serialize(meeting, GrainJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options), GrainJson.Options));
    }, iter: 500);

    [Fact]
    public void keeps_what_a_newer_program_wrote()
    {
        var json = JsonSerializer.Serialize(MeetingSamples.Draft(), GrainJson.Options)
            .Replace("\"plannedBy\":", "\"mood\":{\"calm\":true},\"plannedBy\":", StringComparison.Ordinal)
            .Replace("\"language\":", "\"snow\":3,\"language\":", StringComparison.Ordinal)
            .Replace("\"stream\":", "\"ice\":[1],\"stream\":", StringComparison.Ordinal);

        var meeting = JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!.Try(new RevisePlan(MeetingSamples.Facilitator, 1, Other(1))).Value;
        var again = JsonSerializer.Serialize(meeting, GrainJson.Options);

        Assert.Contains("\"mood\":{\"calm\":true}", again, StringComparison.Ordinal);
        Assert.Contains("\"snow\":3", again, StringComparison.Ordinal);
        Assert.Equal(MeetingSamples.Plan.Items.Count, again.Split("\"ice\":[1]").Length - 1);
    }

    private static MeetingPlan Other(int choice) => choice switch
    {
        0 => MeetingSamples.Plan,
        1 => MeetingSamples.Plan with { Title = "Autre titre" },
        2 => MeetingSamples.Plan with { Mode = MeetingMode.InPerson },
        3 => MeetingSamples.Plan with { Mode = MeetingMode.Remote, VideoLink = "", Phone = "" },
        4 => MeetingSamples.Plan with { Start = MeetingSamples.Plan.Start.AddDays(1) },
        5 => MeetingSamples.Plan with { Place = "Salle 5", Items = [.. MeetingSamples.Plan.Items, new() { Id = MeetingSamples.Later, Title = "Une nouvelle", Minutes = 5 }] },
        _ => MeetingSamples.Plan with { Items = [] },
    };

    private static void AssertLegal(Meeting meeting)
    {
        Assert.Equal(meeting.Exists, meeting.Version > 0);
        Assert.Equal(meeting.Exists, meeting.PlannedBy != Guid.Empty);
        Assert.Equal(meeting.State == MeetingState.Cancelled, meeting.Cancellation is not null);
        Assert.Equal(meeting.State is MeetingState.InProgress or MeetingState.Closed, meeting.StartedAt is not null);
        Assert.Equal(meeting.State == MeetingState.Closed, meeting.ClosedAt is not null);
        Assert.True(meeting.State is MeetingState.Draft or MeetingState.Cancelled || meeting.AnnouncedAt is not null);
        // What is promised to members is complete; what is recorded afterwards promises nothing.
        var promised = meeting.AnnouncedAt < meeting.Plan.StartsAt;
        Assert.True(!promised || (meeting.Plan.Items.Count > 0 && (!meeting.Plan.Has(AttendanceMode.InPerson) || meeting.Plan.Place.Length > 0)));
        Assert.True(!promised || !meeting.Plan.Has(AttendanceMode.Remote) || meeting.Plan.VideoLink.Length + meeting.Plan.Phone.Length > 0);
        Assert.All(meeting.Rsvps, r => Assert.True(r.Member != Guid.Empty && r.Round <= meeting.Round));
        Assert.Equal(meeting.Rsvps.Count, meeting.ToConfirm + Enum.GetValues<RsvpAnswer>().Sum(a => meeting.Count(a)));
        Assert.DoesNotContain(meeting.Plan.Start, meeting.EarlierStarts);
        Assert.True(meeting.Round > 0 || meeting.EarlierStarts.Count == 0);
        Assert.Equal(meeting.Rsvps.Count, meeting.Rsvps.DistinctBy(r => r.Member).Count());
        Assert.Equal(meeting.Attendees.Count, meeting.Attendees.DistinctBy(a => a.Member).Count());
        Assert.True(meeting.AnnouncedAt is not null || meeting.Rsvps.Count == 0);
        Assert.True(meeting.StartedAt is not null || (meeting.Attendees.Count == 0 && meeting.Outcomes.Count == 0 && meeting.Guests == new GuestCount(0, 0)));
        Assert.True(meeting.Guests is { InPerson: >= 0, Remote: >= 0 });
        Assert.True(meeting.StartedAt is not null || (meeting.GuestNames.Count == 0 && meeting.Current is null));
        Assert.True(meeting.Current is null || meeting.Plan.Items.Any(i => i.Id == meeting.Current.Item));
        // Whatever is kept for a time has a day on which it goes, and nothing else has.
        Assert.Equal(meeting.ForgetOn is not null, meeting.Troubles.Count + meeting.GuestNames.Count > 0);
        Assert.True(meeting.Troubles.Count == 0 || meeting.State is MeetingState.Announced or MeetingState.InProgress);
        Assert.Equal(meeting.Troubles.Count, meeting.Troubles.DistinctBy(t => t.Member).Count());
        Assert.All(meeting.Outcomes, o => Assert.Equal(o.Kind == OutcomeKind.Action, o.Owner is not null));
        Assert.All(meeting.Outcomes, o => Assert.Contains(meeting.Plan.Items, i => i.Id == o.Item));
        Assert.Equal(meeting.Outcomes.Count(o => o.Kind == OutcomeKind.Action && o.DoneAt is null), meeting.OpenActions);
        Assert.True(meeting.Minutes is null || meeting.State == MeetingState.Closed);
        Assert.True(meeting.Minutes is null or { State: MinutesState.Draft } || (meeting.Minutes.ApprovedAt is not null && meeting.Minutes.ApprovedAtMeeting != meeting.Id));
    }
}
