using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class Around_the_hour_of_a_meeting
{
    private static readonly DateTimeOffset _start = MeetingSamples.Plan.StartsAt;

    [Fact]
    public void it_begins_at_its_first_item_and_goes_on_when_somebody_says_so()
    {
        var begun = MeetingSamples.Announced().Try(new BeginMeeting(MeetingSamples.Facilitator), _start).Value!;
        Assert.Equal(new CurrentItem(MeetingSamples.Item1, _start), begun.Current);

        var on = begun.Try(new GoToItem(MeetingSamples.Facilitator, MeetingSamples.Item2), _start.AddMinutes(50)).Value!;

        Assert.Equal(new CurrentItem(MeetingSamples.Item2, _start.AddMinutes(50)), on.Current);
        // Two who say so at once have said it once: the time runs from the first one on.
        Assert.Same(on, on.Try(new GoToItem(MeetingSamples.Facilitator, MeetingSamples.Item2), _start.AddMinutes(51)).Value);
        Assert.Equal("meeting.item-unknown", on.Try(new GoToItem(MeetingSamples.Facilitator, MeetingSamples.Later), _start).Refusals.Single().Code);
        Assert.Null(on.Try(new CloseMeeting(MeetingSamples.Facilitator), _start.AddHours(2)).Value!.Current);
        Assert.Null(begun.Try(new UndoBeginning(MeetingSamples.Facilitator), _start).Value!.Current);
    }

    [Fact]
    public void whoever_is_late_says_so_and_it_ends_when_they_are_there()
    {
        var late = MeetingSamples.Announced().Try(new TellTrouble(MeetingSamples.Member, TroubleKind.Late), _start.AddMinutes(-10)).Value!
            .Try(new TellTrouble(MeetingSamples.Owner, TroubleKind.Late), _start).Value!
            .Try(new BeginMeeting(MeetingSamples.Facilitator), _start).Value!
            .Try(new TellTrouble(MeetingSamples.Owner, TroubleKind.CannotGetIn), _start.AddMinutes(5)).Value!;

        Assert.Equal([TroubleKind.Late, TroubleKind.CannotGetIn], late.Troubles.Select(t => t.Kind));
        Assert.Same(late, late.Try(new TellTrouble(MeetingSamples.Owner, TroubleKind.CannotGetIn), _start.AddMinutes(6)).Value);
        var there = late.Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.Remote), _start).Value!;
        Assert.Equal([MeetingSamples.Owner.Id], there.Troubles.Select(t => t.Member));
        Assert.Empty(there.Try(new TakeAttendance(MeetingSamples.Facilitator, [new(MeetingSamples.Owner.Id, AttendanceMode.InPerson)]), _start).Value!.Troubles);
        Assert.Empty(there.Try(new TellTrouble(MeetingSamples.Owner, null), _start).Value!.Troubles);
        Assert.Empty(there.Try(new CloseMeeting(MeetingSamples.Facilitator), _start.AddHours(1)).Value!.Troubles);
        // Who was there and lost the call says so, and is there again once they say that.
        var lost = there.Try(new TellTrouble(MeetingSamples.Member, TroubleKind.CannotGetIn), _start.AddMinutes(20)).Value!;
        Assert.Null(lost.Try(new MarkPresent(MeetingSamples.Member, AttendanceMode.Remote), _start.AddMinutes(21)).Value!.TroubleOf(MeetingSamples.Member));
    }

    [Fact]
    public void nobody_knows_the_next_day_who_was_late_and_a_year_later_which_guests_there_were()
    {
        var told = MeetingSamples.InProgress().Try(new TellTrouble(MeetingSamples.Member, TroubleKind.Late), _start).Value!
            .Try(new NameGuest(MeetingSamples.Facilitator, MeetingSamples.Later, "Sacha", AttendanceMode.Remote), _start).Value!;
        var day = MeetingSamples.Plan.Day;

        Assert.Equal(day.AddDays(1), told.ForgetOn);
        Assert.Same(told, told.Try(new ForgetExpired(Actor.Node), _start.AddHours(1)).Value);
        var next = told.Try(new ForgetExpired(Actor.Node), _start.AddDays(1)).Value!;
        Assert.Equal((0, 1, day.AddYears(1)), (next.Troubles.Count, next.GuestNames.Count, next.ForgetOn!.Value));
        Assert.Same(next, next.Try(new ForgetExpired(Actor.Node), _start.AddYears(1).AddDays(-1)).Value);
        var later = next.Try(new ForgetExpired(Actor.Node), _start.AddYears(1)).Value!;
        Assert.Equal((0, null, new GuestCount(0, 1)), (later.GuestNames.Count, later.ForgetOn, later.Guests));
    }

    [Fact]
    public void a_guest_is_counted_once_with_a_name_and_stays_counted_without()
    {
        var name = new NameGuest(MeetingSamples.Facilitator, MeetingSamples.Later, "Sacha", AttendanceMode.InPerson);
        var named = MeetingSamples.InProgress().Try(name).Value!;

        Assert.Equal((new GuestCount(1, 0), "Sacha"), (named.Guests, named.GuestNames.Single().Name));
        Assert.Same(named, named.Try(name).Value);
        Assert.Equal("meeting.has-notes", MeetingSamples.Blank(named).Try(new UndoBeginning(MeetingSamples.Facilitator)).Refusals.Single().Code);
        var unnamed = named.Try(new ForgetGuestName(MeetingSamples.Facilitator, MeetingSamples.Later)).Value!;
        Assert.Equal((new GuestCount(1, 0), 0, null), (unnamed.Guests, unnamed.GuestNames.Count, unnamed.ForgetOn));
        Assert.Equal(["meeting.guest-name-missing"], MeetingSamples.InProgress().Try(name with { Name = " " }).Refusals.Select(r => r.Code));
        Assert.Equal(["form.too-long"], MeetingSamples.InProgress().Try(name with { Name = new('a', NameGuest.Longest + 1) }).Refusals.Select(r => r.Code));
        var full = Enumerable.Range(0, 100).Aggregate(MeetingSamples.InProgress(), (m, n) => m.Try(name with { Id = Guid.Parse($"01890a5d-ac96-774b-bcce-{n:D12}") }).Value!);
        Assert.Equal("meeting.guest-names-too-many", full.Try(name).Refusals.Single().Code);
    }

    [Fact]
    public void the_call_is_what_people_look_for_from_a_quarter_of_an_hour_before_until_the_end()
    {
        var announced = MeetingSamples.Announced();
        var end = MeetingSamples.Plan.EndsAt;

        Assert.False(announced.IsAboutToBeJoined(_start.AddMinutes(-16)));
        Assert.True(announced.IsAboutToBeJoined(_start.AddMinutes(-15)));
        Assert.False(announced.IsAboutToBeJoined(end));
        Assert.True(MeetingSamples.InProgress().IsAboutToBeJoined(end));
        Assert.False(MeetingSamples.Closed().IsAboutToBeJoined(_start));
        Assert.False(MeetingSamples.Draft().IsAboutToBeJoined(_start));
        Assert.False((announced with { Plan = announced.Plan with { Mode = MeetingMode.InPerson } }).IsAboutToBeJoined(_start));
        Assert.Equal((false, true), (announced.IsNear(_start.AddMinutes(-61)), announced.IsNear(_start.AddMinutes(-60))));
    }

    [Theory]
    [InlineData(null, AttendanceMode.InPerson, AttendanceMode.InPerson)]
    [InlineData(AttendanceMode.InPerson, AttendanceMode.InPerson, null)]
    [InlineData(AttendanceMode.InPerson, AttendanceMode.Remote, AttendanceMode.Remote)]
    public void a_tap_says_how_somebody_is_there_and_another_on_the_same_takes_it_back(AttendanceMode? now, AttendanceMode tapped, AttendanceMode? then) =>
        Assert.Equal(new Presence(MeetingSamples.Member.Id, then, now), AttendanceTap.Member(AttendanceTap.Of(MeetingSamples.Member.Id, tapped, now)));

    [Theory]
    [InlineData("")]
    [InlineData("in-person")]
    [InlineData("nowhere 1 0")]
    [InlineData("a b c d")]
    public void a_tap_that_no_page_offers_is_nothing(string posted) =>
        Assert.Equal((null, null), (AttendanceTap.Member(posted), AttendanceTap.Count(posted, MeetingSamples.Facilitator)));

    [Fact]
    public void a_count_that_is_none_is_refused() =>
        Assert.NotEmpty(((IOperation<Meeting>)AttendanceTap.Count("in-person beaucoup 0", MeetingSamples.Facilitator)!).Errors);
}
