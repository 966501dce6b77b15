using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Localization;
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
            _ => MeetingSamples.Plan with { Start = MeetingSamples.Plan.Start.AddSeconds(1) },
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
        { "meeting.start-past", MeetingSamples.Plan with { Start = Dates.Local(MeetingSamples.Now).DateTime } },
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

    public static TheoryData<string, MeetingPlan> Moved => new()
    {
        { "another day", MeetingSamples.Plan with { Start = MeetingSamples.Plan.Start.AddDays(7) } },
        { "another hour", MeetingSamples.Plan with { Start = MeetingSamples.Plan.Start.AddMinutes(-15) } },
        { "another place", MeetingSamples.Plan with { Place = "Salle 5" } },
        { "no such way", MeetingSamples.Plan with { Mode = MeetingMode.Remote } },
    };

    [Theory]
    [MemberData(nameof(Moved))]
    public void is_asked_again_when_it_is_no_longer_the_same_and_nothing_is_erased(string what, MeetingPlan plan)
    {
        var moved = Answered(RsvpAnswer.InPerson).Try(new RevisePlan(MeetingSamples.Facilitator, 1, plan)).Value!;

        Assert.True(moved.IsToConfirm(MeetingSamples.Member), what);
        Assert.Equal((RsvpAnswer.InPerson, 0, 1), (moved.AnswerOf(MeetingSamples.Member), moved.Count(RsvpAnswer.InPerson), moved.ToConfirm));
        var confirmed = moved.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote, moved.Round)).Value!;
        Assert.Equal((false, 1, 0), (confirmed.IsToConfirm(MeetingSamples.Member), confirmed.Count(RsvpAnswer.Remote), confirmed.ToConfirm));
    }

    [Fact]
    public void can_be_confirmed_with_the_same_words()
    {
        var moved = Answered(RsvpAnswer.InPerson).Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Place = "Salle 5" })).Value!;

        Assert.Equal(1, moved.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.InPerson, 1)).Value!.Count(RsvpAnswer.InPerson));
    }

    [Fact]
    public void is_not_asked_again_for_another_link_or_agenda()
    {
        var revised = Answered(RsvpAnswer.Remote).Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { VideoLink = "https://video.example.org/avril", Title = "Autre" })).Value!;

        Assert.Equal((1, 0), (revised.Count(RsvpAnswer.Remote), revised.ToConfirm));
    }

    [Fact]
    public void is_refused_from_a_page_that_shows_another_day()
    {
        var moved = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Start = MeetingSamples.Plan.Start.AddDays(1) })).Value!;

        Assert.Equal("meeting.moved-stale", moved.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote, Round: 0)).Refusals.Single().Code);
    }

    [Fact]
    public void is_refused_once_its_day_is_over() =>
        Assert.Equal("meeting.past", MeetingSamples.Announced().Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote), MeetingSamples.Plan.EndsAt.AddDays(1)).Refusals.Single().Code);

    [Fact]
    public void keeps_the_telephone_number_for_those_who_see_the_link()
    {
        var closed = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { LinkFor = LinkAudience.Answered })).Value!;

        Assert.Null(closed.PhoneFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Null(closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Regrets)).Value!.PhoneFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Equal(MeetingSamples.Plan.Phone, closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote)).Value!.PhoneFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Equal(MeetingSamples.Plan.Phone, MeetingSamples.Announced().PhoneFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Null(MeetingSamples.Closed().PhoneFor(MeetingSamples.Member, MeetingSamples.Now));
    }

    [Fact]
    public void opens_the_video_link_where_it_is_for_those_who_come()
    {
        var closed = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { LinkFor = LinkAudience.Answered })).Value!;

        Assert.Null(closed.VideoLinkFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Null(closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Regrets)).Value!.VideoLinkFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Equal(MeetingSamples.Plan.VideoLink, closed.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.InPerson)).Value!.VideoLinkFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Equal(MeetingSamples.Plan.VideoLink, closed.VideoLinkFor(MeetingSamples.Facilitator, MeetingSamples.Now));
        Assert.Equal(MeetingSamples.Plan.VideoLink, MeetingSamples.Announced().VideoLinkFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Null(MeetingSamples.Closed().VideoLinkFor(MeetingSamples.Facilitator, MeetingSamples.Now));
        Assert.Null(MeetingSamples.Draft().VideoLinkFor(MeetingSamples.Member, MeetingSamples.Now));
        Assert.Equal(MeetingSamples.Plan.VideoLink, MeetingSamples.Draft().VideoLinkFor(MeetingSamples.Facilitator, MeetingSamples.Now));
    }

    [Fact]
    public void keeps_the_way_in_until_the_meeting_ends_or_its_day_does_without_it()
    {
        var nextDay = MeetingSamples.Plan.EndsAt.AddDays(1);

        Assert.Null(MeetingSamples.Announced().VideoLinkFor(MeetingSamples.Member, nextDay));
        Assert.Null(MeetingSamples.Announced().PhoneFor(MeetingSamples.Facilitator, nextDay));
        Assert.Equal(MeetingSamples.Plan.VideoLink, MeetingSamples.InProgress().VideoLinkFor(MeetingSamples.Member, nextDay));
    }

    private static Meeting Answered(RsvpAnswer answer) => MeetingSamples.Announced().Try(new AnswerInvitation(MeetingSamples.Member, answer)).Value!;
}

public sealed class Running_a_meeting
{
    [Fact]
    public void counts_who_is_there_by_mode_with_guests_and_leaves_others_as_they_were()
    {
        var meeting = MeetingSamples.InProgress().Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.Remote)).Value!
            .Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, AttendanceMode.InPerson)])).Value!
            .Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 2)).Value!
            .Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.Remote, 1)).Value!;

        Assert.Equal((3, 2), (meeting.Attendance(AttendanceMode.InPerson), meeting.Attendance(AttendanceMode.Remote)));
        Assert.Equal(MeetingSamples.Member.Id, meeting.Attendees.Single(a => a.Member == MeetingSamples.Member.Id).By);
        Assert.Null(meeting.Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, null, AttendanceMode.InPerson)])).Value!.PresenceOf(MeetingSamples.Owner.Id));
    }

    [Fact]
    public void keeps_what_members_say_of_themselves_while_others_write()
    {
        var before = MeetingSamples.InProgress();
        var meeting = before.Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.InPerson)).Value!
            .Try(new MarkPresent(MeetingSamples.Owner, AttendanceMode.Remote)).Value!
            .Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 3, before.Guests.InPerson)).Value!;

        Assert.Equal((4, 1), (meeting.Attendance(AttendanceMode.InPerson), meeting.Attendance(AttendanceMode.Remote)));
        var refusal = Assert.Single(meeting.Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Member.Id, AttendanceMode.Remote)])).Refusals);
        Assert.Equal(("meeting.attendance-stale", $"Present[{MeetingSamples.Member.Id}]"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void counts_the_room_and_the_call_apart_and_overwrites_no_count_unseen()
    {
        var meeting = MeetingSamples.InProgress().Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 3)).Value!
            .Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.Remote, 1)).Value!;

        Assert.Equal(new GuestCount(3, 1), meeting.Guests);
        Assert.Equal("meeting.guests-stale", meeting.Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 2, Seen: 0)).Refusals.Single().Code);
        Assert.Equal(new GuestCount(2, 1), meeting.Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 2, Seen: 3)).Value!.Guests);
    }

    [Fact]
    public void lets_members_take_back_that_they_are_there()
    {
        var meeting = MeetingSamples.InProgress().Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.InPerson)).Value!;

        Assert.Null(meeting.Try(new MarkAbsent(MeetingSamples.Member)).Value!.PresenceOf(MeetingSamples.Member.Id));
        Assert.Same(meeting, meeting.Try(new MarkAbsent(MeetingSamples.Owner)).Value);
    }

    [Theory]
    [InlineData(AttendanceMode.InPerson, -1, "GuestsInPerson")]
    [InlineData(AttendanceMode.Remote, 1001, "GuestsRemote")]
    public void refuses_guests_that_nobody_counted(AttendanceMode mode, int count, string field) =>
        Assert.Equal(field, MeetingSamples.InProgress().Try(new CountGuests(MeetingSamples.Facilitator, mode, count)).Refusals.Single().Field);

    [Fact]
    public void refuses_a_day_for_a_promise_that_has_passed()
    {
        RecordOutcome Due(DateOnly due) => MeetingSamples.Note(MeetingSamples.Secretary, OutcomeKind.Action) with { Due = due };
        var afterwards = MeetingSamples.Plan.EndsAt.AddDays(20);

        var refusal = Assert.Single(MeetingSamples.InProgress().Try(Due(new(2020, 3, 1)), MeetingSamples.Plan.StartsAt).Refusals);
        Assert.Equal(("meeting.due-past", "Due"), (refusal.Code, refusal.Field));
        Assert.True(MeetingSamples.InProgress().Try(Due(new(2026, 3, 10)), MeetingSamples.Plan.StartsAt).Succeeded);
        Assert.True(MeetingSamples.InProgress().Try(Due(new(2026, 3, 15)), afterwards).Succeeded);
    }

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
        var attendance = new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, AttendanceMode.InPerson), new(MeetingSamples.Member.Id, null)]);
        var guests = new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 2);
        var meeting = MeetingSamples.InProgress().Try(attendance).Value!.Try(guests).Value!.Try(MeetingSamples.Note(MeetingSamples.Secretary)).Value!;

        Assert.Same(meeting, meeting.Try(attendance, MeetingSamples.Now.AddMinutes(1)).Value);
        Assert.Same(meeting, meeting.Try(guests, MeetingSamples.Now.AddMinutes(1)).Value);
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
    public void are_not_approved_unread() =>
        Assert.Equal("meeting.approve-stale", MeetingSamples.WithMinutes().Try(new ApproveMinutes(MeetingSamples.Facilitator, 0, MeetingSamples.Later)).Refusals.Single().Code);

    [Fact]
    public void are_a_readable_text_that_has_an_end()
    {
        string CodeOf(string text) => MeetingSamples.Closed().Try(new WriteMinutes(MeetingSamples.Secretary, 0, text)).Refusals.Single().Code;

        Assert.Equal("meeting.minutes-text-missing", CodeOf(" "));
        Assert.Equal("meeting.minutes-too-long", CodeOf(new string('a', (100 * 1024) + 1)));
        Assert.Equal("form.unreadable", CodeOf("a\0"));
    }

    [Fact]
    public void are_read_by_members_before_a_later_meeting_approves_them()
    {
        Assert.False(MeetingSamples.Closed().MayReadMinutes(MeetingSamples.Member));
        Assert.True(MeetingSamples.WithMinutes().MayReadMinutes(MeetingSamples.Member));
        Assert.True(MeetingSamples.WithApprovedMinutes().MayReadMinutes(MeetingSamples.Member));
    }

    [Fact]
    public void were_approved_by_one_meeting()
    {
        var approved = MeetingSamples.WithApprovedMinutes();

        Assert.Same(approved, approved.Try(new ApproveMinutes(MeetingSamples.Facilitator, 1, MeetingSamples.Later)).Value);
        Assert.Equal("meeting.minutes-approved", approved.Try(new ApproveMinutes(MeetingSamples.Facilitator, 1, MeetingSamples.Item1)).Refusals.Single().Code);
        Assert.Equal("meeting.minutes-none", MeetingSamples.Closed().Try(new ApproveMinutes(MeetingSamples.Facilitator, 1, MeetingSamples.Later)).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("Voir http://example.org/a.", "http://example.org/a")]
    [InlineData("[ici](http://example.org)", "http://example.org")]
    [InlineData("[ici](https://example.org@elsewhere.example)", "https://example.org@elsewhere.example")]
    [InlineData("[ici](/fr/pratiques)", "/fr/pratiques")]
    public void say_which_link_would_not_open(string text, string address)
    {
        var refusal = Assert.Single(MeetingSamples.Closed().Try(new WriteMinutes(MeetingSamples.Secretary, 0, text)).Refusals);

        Assert.Equal(("meeting.minutes-link", address), (refusal.Code, refusal.Args[0]));
    }
}

public sealed class Taking_back_a_beginning
{
    private static readonly Meeting _begun = MeetingSamples.Announced().Try(new BeginMeeting(MeetingSamples.Facilitator), MeetingSamples.Now).Value!;

    [Fact]
    public void announces_the_meeting_again_so_that_it_can_be_answered_moved_and_cancelled()
    {
        var again = _begun.Try(new UndoBeginning(MeetingSamples.Facilitator)).Value!;

        Assert.Equal((MeetingState.Announced, null), (again.State, again.StartedAt));
        Assert.True(again.Try(new AnswerInvitation(MeetingSamples.Member, RsvpAnswer.Remote)).Succeeded);
        Assert.True(again.Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Start = MeetingSamples.Plan.Start.AddDays(1) })).Succeeded);
        Assert.Equal(MeetingState.Cancelled, again.Try(new CancelMeeting(MeetingSamples.Facilitator, "Il neige.")).Value!.State);
    }

    public static TheoryData<string, Func<Meeting, Result<Meeting>>> WrittenDown => new()
    {
        { "a member", m => m.Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.Remote)) },
        { "a guest", m => m.Try(new CountGuests(MeetingSamples.Facilitator, AttendanceMode.InPerson, 1)) },
        { "a note", m => m.Try(MeetingSamples.Note(MeetingSamples.Secretary)) },
    };

    [Theory]
    [MemberData(nameof(WrittenDown))]
    public void is_refused_once_something_is_written_down(string what, Func<Meeting, Result<Meeting>> write)
    {
        Assert.NotEmpty(what);
        Assert.Equal("meeting.has-notes", write(_begun).Value!.Try(new UndoBeginning(MeetingSamples.Facilitator)).Refusals.Single().Code);
    }

    [Fact]
    public void of_one_that_was_recorded_by_mistake_asks_again_whether_it_took_place()
    {
        var late = MeetingSamples.Plan.EndsAt.AddDays(2);
        var recorded = MeetingSamples.Announced().Try(new RecordAfterwards(MeetingSamples.Facilitator), late).Value!;

        Assert.Equal(MeetingStanding.Unresolved, recorded.Try(new UndoBeginning(MeetingSamples.Facilitator), late).Value!.StandingAt(late));
    }
}

public sealed class Cancelling_a_meeting
{
    [Fact]
    public void says_why() =>
        Assert.Equal("meeting.reason-missing", MeetingSamples.Announced().Try(new CancelMeeting(MeetingSamples.Facilitator, " ")).Refusals.Single().Code);

    [Fact]
    public void twice_keeps_the_first_reason_and_says_so()
    {
        var cancelled = MeetingSamples.Cancelled();

        Assert.Same(cancelled, cancelled.Try(new CancelMeeting(MeetingSamples.Facilitator, "La salle est fermée.")).Value);
        Assert.Equal("meeting.cancelled", cancelled.Try(new CancelMeeting(MeetingSamples.Facilitator, "Il neige.")).Refusals.Single().Code);
    }

    [Fact]
    public void after_its_day_says_that_it_did_not_take_place()
    {
        var late = MeetingSamples.Plan.EndsAt.AddDays(20);

        Assert.Equal(MeetingStanding.Cancelled, MeetingSamples.Cancelled().StandingAt(late));
        Assert.Equal(MeetingStanding.NotHeld, MeetingSamples.Announced().Try(new CancelMeeting(MeetingSamples.Facilitator, "Personne n’est venu."), late).Value!.StandingAt(late));
    }

    [Fact]
    public void that_nobody_knew_of_tells_nobody()
    {
        var cancelled = MeetingSamples.Draft().Try(new CancelMeeting(MeetingSamples.Facilitator, "Pas le temps")).Value!;

        Assert.False(cancelled.MayRead(MeetingSamples.Member));
        Assert.True(MeetingSamples.Cancelled().MayRead(MeetingSamples.Member));
    }
}

public sealed class Changing_the_plan_of_a_meeting
{
    private static readonly DateTimeOffset _begun = MeetingSamples.Plan.StartsAt.AddSeconds(20);

    [Fact]
    public void goes_on_after_its_planned_start()
    {
        var revised = MeetingSamples.Announced().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { VideoLink = "https://video.example.org/autre" }), _begun);

        Assert.Equal("https://video.example.org/autre", revised.Value!.Plan.VideoLink);
    }

    [Fact]
    public void once_it_has_begun_is_for_how_to_get_there_and_for_further_items()
    {
        var begun = MeetingSamples.InProgress();
        var item = new AgendaItem { Id = MeetingSamples.Later, Title = "Une nouvelle", Minutes = 5 };
        var plan = MeetingSamples.Plan with { Place = "Salle 5", VideoLink = "https://video.example.org/autre", Phone = "418 555-0100", Items = [MeetingSamples.Plan.Items[0], item, MeetingSamples.Plan.Items[1]] };

        var revised = begun.Try(new RevisePlan(MeetingSamples.Facilitator, 1, plan), _begun).Value!;

        Assert.True(revised.Plan.Says(plan));
        Assert.Equal("meeting.begun-plan", CodeOf(begun, MeetingSamples.Plan with { Title = "Autre titre" }));
        Assert.Equal("meeting.begun-plan", CodeOf(begun, MeetingSamples.Plan with { Items = [MeetingSamples.Plan.Items[0]] }));
        Assert.Equal("meeting.remote-missing", CodeOf(begun, MeetingSamples.Plan with { VideoLink = "", Phone = "" }));
    }

    [Theory]
    [InlineData(MeetingState.Closed, "meeting.closed")]
    [InlineData(MeetingState.Cancelled, "meeting.cancelled")]
    public void names_the_state_in_which_it_no_longer_can(MeetingState state, string code) =>
        Assert.Equal(code, CodeOf(MeetingSamples.In(state), MeetingSamples.Plan with { Place = "Salle 5" }));

    [Fact]
    public void keeps_the_days_that_members_were_told_and_forgets_one_that_is_true_again()
    {
        var first = MeetingSamples.Plan.Start;
        var moved = Moved(Moved(MeetingSamples.Announced(), first.AddDays(7)), first.AddDays(8));

        Assert.Equal([first, first.AddDays(7)], moved.EarlierStarts);
        Assert.Equal([first.AddDays(7), first.AddDays(8)], Moved(moved, first).EarlierStarts);
        Assert.Empty(MeetingSamples.Draft().Try(new RevisePlan(MeetingSamples.Facilitator, 1, MeetingSamples.Plan with { Start = first.AddDays(7) })).Value!.EarlierStarts);
    }

    private static Meeting Moved(Meeting meeting, DateTime start) => meeting.Try(new RevisePlan(MeetingSamples.Facilitator, meeting.Version, MeetingSamples.Plan with { Start = start })).Value!;

    private static string CodeOf(Meeting meeting, MeetingPlan plan) => meeting.Try(new RevisePlan(MeetingSamples.Facilitator, 1, plan), _begun).Refusals.Single().Code;
}

public sealed class The_hour_of_a_meeting
{
    [Fact]
    public void is_kept_as_people_were_told_it_whatever_a_law_does_to_the_clocks()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(MeetingSamples.Draft(), RecoveryCoP.Node.Storage.GrainJson.Options);
        var summerForEver = TimeZoneInfo.CreateCustomTimeZone("Toujours l’été", TimeSpan.FromHours(-4), null, null);
        var winter = new DateTime(2026, 12, 3, 18, 30, 0);

        Assert.Contains("\"start\":\"2026-03-10T18:30:00\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("startsAt", json, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(1), Dates.InstantOf(winter) - Dates.InstantOf(winter, summerForEver));
        Assert.Equal("18:30", MeetingForm.Of(MeetingSamples.Plan with { Start = winter }).Time);
    }

    [Theory]
    [InlineData(18, 120, "de 18\u00a0h à 20\u00a0h", "6:00\u00a0p.m. to 8:00\u00a0p.m.")]
    [InlineData(22, 120, "de 22\u00a0h à 0\u00a0h", "10:00\u00a0p.m. to 12:00\u00a0a.m.")]
    [InlineData(23, 180, "de 23\u00a0h à 2\u00a0h le vendredi 1er janvier 2027", "11:00\u00a0p.m. to 2:00\u00a0a.m. on Friday, January 1, 2027")]
    public void has_the_day_of_its_end_when_it_is_another_one(int hour, int minutes, string french, string english)
    {
        var plan = MeetingSamples.Plan with { Start = new(2026, 12, 31, hour, 0, 0), Minutes = minutes };

        Assert.Equal(new Text(french, english), MeetingTimes.Hours(plan.StartsAt, plan.EndsAt));
    }
}
