namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A member answers the invitation, on a page or by their calendar; a later answer takes the place of an earlier one.</summary>
/// <param name="Actor">Who answers, for themselves.</param>
/// <param name="Answer">Comes, in which way, or does not.</param>
/// <param name="Round">The <see cref="Meeting.Round"/> that the actor had before their eyes: nobody says yes to a day that they have not seen.</param>
/// <param name="Reply">Set when a calendar answers: it says itself what it had before its eyes, and what was said since stands.</param>
[GenerateSerializer, Immutable, Alias("meeting.answer")]
public sealed record AnswerInvitation(
    [property: Id(0)] Actor Actor, [property: Id(1)] RsvpAnswer Answer, [property: Id(2)] int Round = 0, [property: Id(3)] CalendarReply? Reply = null) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Answer, Actor, at.Now) is { } refusal ? refusal
        : Reply is { } reply ? ByCalendar(meeting, reply, at.Now)
        : Round != meeting.Round ? Refusal.Of("meeting.moved-stale")
        : !meeting.Plan.Takes(Answer) ? Refusal.Of("meeting.no-such-mode")
        : meeting.AnswerOf(Actor) == Answer && !meeting.IsToConfirm(Actor) ? meeting
        : With(meeting, new(Actor.Id, Answer, at.Now, Round));

    // A calendar sends when it likes: once the meeting has ended it only keeps its own books.
    private Result<Meeting> ByCalendar(Meeting meeting, CalendarReply reply, DateTimeOffset now) =>
        now >= meeting.Plan.EndsAt ? Refusal.Of("meeting.past")
        : reply.Sequence < meeting.RoundSince || reply.Sequence > meeting.Version + 1 ? Refusal.Of("meeting.moved-stale")
        : !meeting.Plan.Takes(Answer) && !(Answer == RsvpAnswer.Coming && meeting.Plan.Mode == MeetingMode.Hybrid) ? Refusal.Of("meeting.no-such-mode")
        : !reply.IsNewerThan(meeting.RsvpOf(Actor)) ? meeting
        : With(meeting, new(Actor.Id, Answer, now, meeting.Round, reply));

    private Meeting With(Meeting meeting, Rsvp rsvp) => meeting with { Rsvps = [.. meeting.Rsvps.Where(r => r.Member != Actor.Id), rsvp] };
}
