namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes up a draft again that was given up. Once members were told of a meeting, that it is cancelled stands.</summary>
/// <param name="Actor">Who plans it after all.</param>
[GenerateSerializer, Immutable, Alias("meeting.restore-draft")]
public sealed record RestoreDraft([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Restore, Actor, at.Now) is { } refusal ? refusal
        : meeting.State == MeetingState.Draft ? meeting
        : meeting.AnnouncedAt is not null ? Refusal.Of("meeting.cancelled")
        : meeting with { State = MeetingState.Draft, Occurrence = meeting.Occurrence?.ByHand, Cancellation = null };
}
