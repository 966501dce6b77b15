namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A member answers the invitation; a later answer takes the place of an earlier one.</summary>
/// <param name="Actor">Who answers, for themselves.</param>
/// <param name="Answer">Comes, in which way, or does not.</param>
[GenerateSerializer, Immutable, Alias("meeting.answer")]
public sealed record AnswerInvitation([property: Id(0)] Actor Actor, [property: Id(1)] RsvpAnswer Answer) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(Actor, MeetingState.Announced) is { } refusal ? refusal
        : !meeting.Plan.Takes(Answer) ? Refusal.Of("meeting.no-such-mode")
        : meeting.AnswerOf(Actor) == Answer ? meeting
        : meeting with { Rsvps = [.. meeting.Rsvps.Where(r => r.Member != Actor.Id), new(Actor.Id, Answer, at.Now)] };
}
