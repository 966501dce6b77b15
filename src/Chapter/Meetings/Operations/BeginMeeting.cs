namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Begins a meeting, at its first item. Whoever runs it knows when, until its day is over.</summary>
/// <param name="Actor">Who runs it.</param>
[GenerateSerializer, Immutable, Alias("meeting.begin")]
public sealed record BeginMeeting([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Begin, Actor, at.Now) is { } refusal ? refusal
        : meeting.State == MeetingState.InProgress ? meeting
        : meeting with { State = MeetingState.InProgress, StartedAt = at.Now, Current = meeting.Plan.Items is [var first, ..] ? new(first.Id, at.Now) : null };
}
