namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A member answers the invitation; a later answer takes the place of an earlier one.</summary>
/// <param name="Actor">Who answers, for themselves.</param>
/// <param name="Answer">Comes, in which way, or does not.</param>
/// <param name="Round">The <see cref="Meeting.Round"/> that the actor had before their eyes: nobody says yes to a day that they have not seen.</param>
[GenerateSerializer, Immutable, Alias("meeting.answer")]
public sealed record AnswerInvitation([property: Id(0)] Actor Actor, [property: Id(1)] RsvpAnswer Answer, [property: Id(2)] int Round = 0) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Answer, Actor, at.Now) is { } refusal ? refusal
        : Round != meeting.Round ? Refusal.Of("meeting.moved-stale")
        : !meeting.Plan.Takes(Answer) ? Refusal.Of("meeting.no-such-mode")
        : meeting.AnswerOf(Actor) == Answer && !meeting.IsToConfirm(Actor) ? meeting
        : meeting with { Rsvps = [.. meeting.Rsvps.Where(r => r.Member != Actor.Id), new(Actor.Id, Answer, at.Now, Round)] };
}
