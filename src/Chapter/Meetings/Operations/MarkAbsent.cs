namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A member says that they are not there after all.</summary>
/// <param name="Actor">Who, for themselves.</param>
[GenerateSerializer, Immutable, Alias("meeting.mark-absent")]
public sealed record MarkAbsent([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Attend, Actor, at.Now) is { } refusal ? refusal
        : meeting.PresenceOf(Actor.Id) is null ? meeting
        : meeting with { Attendees = [.. meeting.Attendees.Where(a => a.Member != Actor.Id)] };
}
