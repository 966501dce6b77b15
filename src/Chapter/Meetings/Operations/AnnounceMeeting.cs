namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Shows a meeting to every member, who may then answer. From here on it is a promise: it has an agenda, and people know how to get there.</summary>
/// <param name="Actor">Who announces it.</param>
/// <param name="BasedOn">Version of the plan that the actor had before their eyes: nobody announces a plan they have not seen.</param>
[GenerateSerializer, Immutable, Alias("meeting.announce")]
public sealed record AnnounceMeeting([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Announce, Actor, at.Now) is { } refusal ? refusal
        : meeting.State == MeetingState.Announced ? meeting
        : BasedOn != meeting.Version ? Refusal.Of("meeting.announce-stale", "", meeting.Version)
        // The page with the button has none of the plan's fields: the text says what is lacking.
        : meeting.Plan.Lacking() is { Count: > 0 } lacking ? Result<Meeting>.Refused(lacking.Select(r => r with { Field = "" }))
        : meeting with { State = MeetingState.Announced, Occurrence = meeting.Occurrence?.ByHand, AnnouncedAt = at.Now };
}
