using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class Planning_a_meeting
{
    [Fact]
    public void twice_with_the_same_form_is_one_meeting()
    {
        var draft = MeetingSamples.Draft();

        Assert.Same(draft, draft.Try(new PlanMeeting(MeetingSamples.Facilitator, MeetingSamples.Plan with { Items = [.. MeetingSamples.Plan.Items] })).Value);
        Assert.Equal("meeting.exists", CodeOf(draft.Try(new PlanMeeting(MeetingSamples.Facilitator, MeetingSamples.Plan with { Title = "Autre" }))));
    }

    [Fact]
    public void counts_the_agenda_and_shows_by_how_much_it_is_too_long()
    {
        Assert.Equal((100, 0), (MeetingSamples.Plan.AgendaMinutes, MeetingSamples.Plan.Overrun));
        Assert.Equal(10, (MeetingSamples.Plan with { Minutes = 90 }).Overrun);
    }

    [Fact]
    public void keeps_the_hour_of_the_place_on_both_sides_of_the_change_of_clocks()
    {
        MeetingForm At(string date) => new() { Title = "T", Language = "fr", Date = date, Time = "18:30" };

        Assert.Equal(new DateTimeOffset(2026, 3, 7, 23, 30, 0, TimeSpan.Zero), At("2026-03-07").ToPlan().StartsAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 22, 30, 0, TimeSpan.Zero), At("2026-03-08").ToPlan().StartsAt);
        Assert.Equal("18:30", MeetingForm.Of(At("2026-07-01").ToPlan()).Time);
    }

    [Fact]
    public void on_an_older_version_is_refused_unless_nothing_changes()
    {
        var revised = MeetingSamples.Draft().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Title = "Deux" })).Value!;

        Assert.Equal(2, revised.Version);
        Assert.Equal("meeting.stale", CodeOf(revised.Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Title = "Trois" }))));
        Assert.Same(revised, revised.Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Title = "Deux" })).Value);
    }

    [Theory]
    [InlineData("meeting.items-unclear")]
    [InlineData("meeting.items-too-many")]
    [InlineData("meeting.readings-too-many")]
    [InlineData("meeting.minutes-missing")]
    [InlineData("meeting.start-missing")]
    public void refuses_what_no_plan_may_be(string code)
    {
        var item = MeetingSamples.Plan.Items[0];
        var plan = code switch
        {
            "meeting.items-unclear" => MeetingSamples.Plan with { Items = [item, item] },
            "meeting.items-too-many" => MeetingSamples.Plan with { Items = [.. Enumerable.Range(0, 31).Select(n => item with { Id = Guid.Parse($"01890a5d-ac96-774b-bcce-{n + 1:D12}") })] },
            "meeting.readings-too-many" => MeetingSamples.Plan with { PreReadings = [.. Enumerable.Range(0, 21).Select(n => new PreReading($"Lecture {n}", ""))] },
            "meeting.minutes-missing" => MeetingSamples.Plan with { Minutes = 0 },
            _ => MeetingSamples.Plan with { StartsAt = MeetingSamples.Plan.StartsAt.AddSeconds(1) },
        };

        Assert.Equal(code, CodeOf(new Meeting().Try(new PlanMeeting(MeetingSamples.Facilitator, plan))));
    }

    private static string CodeOf(Result<Meeting> result) => result.Refusals.Single().Code;
}

public sealed class Announcing_a_meeting
{
    public static TheoryData<string, MeetingPlan> Lacking => new()
    {
        { "meeting.items-missing", MeetingSamples.Plan with { Items = [] } },
        { "meeting.place-missing", MeetingSamples.Plan with { Place = "" } },
        { "meeting.place-missing", MeetingSamples.Plan with { Place = "", Mode = MeetingMode.InPerson } },
        { "meeting.remote-missing", MeetingSamples.Plan with { VideoLink = "", Phone = "" } },
        { "meeting.start-past", MeetingSamples.Plan with { StartsAt = MeetingSamples.Now } },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void is_refused_while_people_would_not_know_how_to_come(string code, MeetingPlan plan)
    {
        var draft = new Meeting().Try(new PlanMeeting(MeetingSamples.Facilitator, plan)).Value!;

        Assert.Equal(code, draft.Try(new AnnounceMeeting(MeetingSamples.Facilitator, 1)).Refusals.Single().Code);
        Assert.Equal(code, MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, plan)).Refusals.Single().Code);
    }

    [Fact]
    public void is_refused_to_somebody_who_read_another_plan() =>
        Assert.Equal("meeting.announce-stale", MeetingSamples.Draft().Try(new AnnounceMeeting(MeetingSamples.Facilitator, 0)).Refusals.Single().Code);
}

public sealed class Answering_an_invitation
{
    [Fact]
    public void can_be_done_again_and_the_last_word_counts()
    {
        var meeting = Answered(RsvpAnswer.Remote).Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Regrets), MeetingSamples.Now.AddDays(1)).Value!;

        Assert.Equal((0, 1), (meeting.Count(RsvpAnswer.Remote), meeting.Count(RsvpAnswer.Regrets)));
    }

    [Fact]
    public void is_only_possible_in_a_way_that_the_meeting_has()
    {
        var remote = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Mode = MeetingMode.Remote })).Value!;

        Assert.Equal("meeting.no-such-mode", remote.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.InPerson)).Refusals.Single().Code);
    }

    [Fact]
    public void is_asked_again_when_the_day_changes_or_the_way_is_gone()
    {
        var meeting = Answered(RsvpAnswer.InPerson);
        Meeting Revised(MeetingPlan plan) => meeting.Try(new RevisePlan(MeetingSamples.Facilitator, 1, plan)).Value!;

        Assert.Empty(Revised(MeetingSamples.Plan with { StartsAt = MeetingSamples.Plan.StartsAt.AddDays(7) }).Rsvps);
        Assert.Empty(Revised(MeetingSamples.Plan with { Mode = MeetingMode.Remote }).Rsvps);
        Assert.Single(Revised(MeetingSamples.Plan with { StartsAt = MeetingSamples.Plan.StartsAt.AddMinutes(-15) }).Rsvps);
    }

    [Fact]
    public void keeps_the_telephone_number_for_those_who_see_the_link()
    {
        var closed = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { LinkFor = LinkAudience.Answered })).Value!;

        Assert.Null(closed.PhoneFor(MeetingSamples.Member));
        Assert.Null(closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Regrets)).Value!.PhoneFor(MeetingSamples.Member));
        Assert.Equal(MeetingSamples.Plan.Phone, closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote)).Value!.PhoneFor(MeetingSamples.Member));
        Assert.Equal(MeetingSamples.Plan.Phone, MeetingSamples.Announced().PhoneFor(MeetingSamples.Member));
        Assert.Null(MeetingSamples.Closed().PhoneFor(MeetingSamples.Member));
    }

    [Fact]
    public void opens_the_video_link_where_it_is_for_those_who_come()
    {
        var closed = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { LinkFor = LinkAudience.Answered })).Value!;

        Assert.Null(closed.VideoLinkFor(MeetingSamples.Member));
        Assert.Null(closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Regrets)).Value!.VideoLinkFor(MeetingSamples.Member));
        Assert.Equal(MeetingSamples.Plan.VideoLink, closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.InPerson)).Value!.VideoLinkFor(MeetingSamples.Member));
        Assert.Equal(MeetingSamples.Plan.VideoLink, closed.VideoLinkFor(MeetingSamples.Facilitator));
        Assert.Equal(MeetingSamples.Plan.VideoLink, MeetingSamples.Announced().VideoLinkFor(MeetingSamples.Member));
        Assert.Null(MeetingSamples.Closed().VideoLinkFor(MeetingSamples.Facilitator));
        Assert.Null(MeetingSamples.Draft().VideoLinkFor(MeetingSamples.Member));
        Assert.Equal(MeetingSamples.Plan.VideoLink, MeetingSamples.Draft().VideoLinkFor(MeetingSamples.Facilitator));
    }

    private static Meeting Answered(RsvpAnswer answer) => MeetingSamples.Announced().Try(new AnswerInvitation(MeetingSamples.Member, answer)).Value!;
}

public sealed class Running_a_meeting
{
    [Fact]
    public void counts_who_is_there_by_mode_with_guests_and_leaves_others_as_they_were()
    {
        var meeting = MeetingSamples.InProgress().Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.Remote)).Value!
            .Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, AttendanceMode.InPerson)], new(2, 1))).Value!;

        Assert.Equal((3, 2), (meeting.Attendance(AttendanceMode.InPerson), meeting.Attendance(AttendanceMode.Remote)));
        Assert.Equal(MeetingSamples.Member.Id, meeting.Attendees.Single(a => a.Member == MeetingSamples.Member.Id).By);
        Assert.Null(meeting.Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, null)], new(2, 1))).Value!.PresenceOf(MeetingSamples.Owner.Id));
    }

    [Theory]
    [InlineData(-1, 0, "GuestsInPerson")]
    [InlineData(0, 1001, "GuestsRemote")]
    public void refuses_guests_that_nobody_counted(int inPerson, int remote, string field) =>
        Assert.Equal(field, MeetingSamples.InProgress().Try(new TakeAttendance(MeetingSamples.Facilitator, [], new(inPerson, remote))).Refusals.Single().Field);

    [Fact]
    public void writes_an_outcome_once_and_corrects_it_under_the_same_id()
    {
        var meeting = MeetingSamples.InProgress().Try(MeetingSamples.Note(MeetingSamples.Secretary)).Value!
            .Try(MeetingSamples.Note(MeetingSamples.Secretary, OutcomeKind.Action, text: "Recommencer en juin.")).Value!;

        Assert.Equal(2, meeting.Outcomes.Count);
        Assert.Equal(2, meeting.OpenActions);
        Assert.Equal(1, meeting.Try(new StrikeOutcome(MeetingSamples.Secretary, meeting.Outcomes[1].Id)).Value!.OpenActions);
    }

    [Fact]
    public void saves_nothing_when_the_same_is_written_down_again()
    {
        var attendance = new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, AttendanceMode.InPerson), new(MeetingSamples.Member.Id, null)], new(2, 1));
        var meeting = MeetingSamples.InProgress().Try(attendance).Value!.Try(MeetingSamples.Note(MeetingSamples.Secretary)).Value!;

        Assert.Same(meeting, meeting.Try(attendance, MeetingSamples.Now.AddMinutes(1)).Value);
        Assert.Same(meeting, meeting.Try(MeetingSamples.Note(MeetingSamples.Facilitator), MeetingSamples.Now.AddMinutes(1)).Value);
        Assert.Same(meeting, meeting.Try(new StrikeOutcome(MeetingSamples.Secretary, MeetingSamples.Later)).Value);
    }

    [Fact]
    public void asks_who_promises_an_action() => Assert.Equal("meeting.owner-missing", MeetingSamples.InProgress()
        .Try(MeetingSamples.Note(MeetingSamples.Secretary, OutcomeKind.Action) with { Owner = null }).Refusals.Single().Code);

    [Fact]
    public void refuses_what_came_of_no_item_of_this_agenda() => Assert.Equal("meeting.item-unknown", MeetingSamples.InProgress()
        .Try(MeetingSamples.Note(MeetingSamples.Secretary) with { Item = MeetingSamples.Later }).Refusals.Single().Code);

    [Fact]
    public void leaves_promises_open_until_they_are_kept()
    {
        var kept = MeetingSamples.Closed().Try(new SettleAction(MeetingSamples.Owner, MeetingSamples.Promise, Done: true), MeetingSamples.Now.AddDays(40)).Value!;

        Assert.Equal(0, kept.OpenActions);
        Assert.Same(kept, kept.Try(new SettleAction(MeetingSamples.Owner, MeetingSamples.Promise, Done: true), MeetingSamples.Now.AddDays(41)).Value);
        Assert.Equal(1, kept.Try(new SettleAction(MeetingSamples.Facilitator, MeetingSamples.Promise, Done: false), MeetingSamples.Now.AddDays(41)).Value!.OpenActions);
    }
}

public sealed class The_minutes_of_a_meeting
{
    [Fact]
    public void are_drafted_from_what_was_written_down()
    {
        var text = MinutesDraft.Of(MeetingSamples.Closed(), new Dictionary<Guid, string> { [MeetingSamples.Owner.Id] = "Dominique" });

        Assert.Contains("# 2. Embaucher des pairs aidants", text, StringComparison.Ordinal);
        Assert.Contains("- **Suivi\u00a0:** Appeler l’école (Dominique, pour le 1er avril 2026)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void name_nobody_who_did_not_agree() =>
        Assert.Contains("(Une personne membre, pour le", MinutesDraft.Of(MeetingSamples.Closed(), new Dictionary<Guid, string>()), StringComparison.Ordinal);

    [Fact]
    public void are_not_overwritten_unseen() =>
        Assert.Equal("meeting.minutes-stale", MeetingSamples.WithMinutes().Try(new WriteMinutes(MeetingSamples.Facilitator, 0, "Autre"), MeetingSamples.Now.AddDays(9)).Refusals.Single().Code);

    [Fact]
    public void are_approved_by_another_meeting_and_then_stand()
    {
        Assert.Equal("meeting.approval-missing", MeetingSamples.WithMinutes().Try(new ApproveMinutes(MeetingSamples.Facilitator, 1, MeetingSamples.MeetingId)).Refusals.Single().Code);
        Assert.Equal("meeting.minutes-approved", MeetingSamples.WithApprovedMinutes().Try(new WriteMinutes(MeetingSamples.Secretary, 1, "Autre"), MeetingSamples.Now.AddDays(9)).Refusals.Single().Code);
    }

    [Fact]
    public void are_a_readable_text_that_has_an_end()
    {
        string CodeOf(string text) => MeetingSamples.Closed().Try(new WriteMinutes(MeetingSamples.Secretary, 0, text)).Refusals.Single().Code;

        Assert.Equal("meeting.minutes-text-missing", CodeOf(" "));
        Assert.Equal("meeting.minutes-too-long", CodeOf(new string('a', (100 * 1024) + 1)));
        Assert.Equal("form.unreadable", CodeOf("a\0"));
    }

    [Fact]
    public void are_published_only_once_approved()
    {
        Assert.Equal("meeting.minutes-none", MeetingSamples.Closed().Try(new PublishMinutes(MeetingSamples.Secretary)).Refusals.Single().Code);
        Assert.Equal("meeting.minutes-not-approved", MeetingSamples.WithMinutes().Try(new PublishMinutes(MeetingSamples.Secretary)).Refusals.Single().Code);
        Assert.True(MeetingSamples.WithApprovedMinutes().Try(new PublishMinutes(MeetingSamples.Secretary)).Value!.MayReadMinutes(MeetingSamples.Member));
    }
}

public sealed class Cancelling_a_meeting
{
    [Fact]
    public void says_why() =>
        Assert.Equal("meeting.reason-missing", MeetingSamples.Announced().Try(new CancelMeeting(MeetingSamples.Facilitator, " ")).Refusals.Single().Code);

    [Fact]
    public void that_nobody_knew_of_tells_nobody()
    {
        var cancelled = MeetingSamples.Draft().Try(new CancelMeeting(MeetingSamples.Facilitator, "Pas le temps")).Value!;

        Assert.False(cancelled.MayRead(MeetingSamples.Member));
        Assert.True(MeetingSamples.Cancelled().MayRead(MeetingSamples.Member));
    }
}
