namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Ends a meeting. Attendance and outcomes stand from here on: what was forgotten goes into the minutes.</summary>
/// <param name="Actor">Who ran it.</param>
[GenerateSerializer, Immutable, Alias("meeting.close")]
public sealed record CloseMeeting([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Close, Actor, at.Now) is { } refusal ? refusal
        : meeting.State == MeetingState.Closed ? meeting
        : (meeting with { State = MeetingState.Closed, ClosedAt = at.Now, Current = null }).With(Array.Empty<Trouble>());
}
