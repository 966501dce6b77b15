namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Says that a meeting took place which nobody began here, announced or not: attendance and notes open, and every member sees it from now on.
/// What is missing goes into the minutes.
/// </summary>
/// <param name="Actor">Who ran it, or knows.</param>
[GenerateSerializer, Immutable, Alias("meeting.record-afterwards")]
public sealed record RecordAfterwards([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.RecordAfterwards, Actor, at.Now) is { } refusal ? refusal
        : meeting.State == MeetingState.InProgress ? meeting
        : meeting.Plan.Items.Count == 0 ? Refusal.Of("meeting.items-missing")
        : meeting with { State = MeetingState.InProgress, Occurrence = meeting.Occurrence?.ByHand, AnnouncedAt = meeting.AnnouncedAt ?? at.Now, StartedAt = meeting.Plan.StartsAt };
}
