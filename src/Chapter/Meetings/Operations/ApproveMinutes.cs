namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A later meeting approved the minutes: whoever ran that meeting writes it down.</summary>
/// <param name="Actor">Who writes it down.</param>
/// <param name="BasedOn">Version of the minutes that were read.</param>
/// <param name="AtMeeting">The meeting that approved them.</param>
[GenerateSerializer, Immutable, Alias("meeting.approve-minutes")]
public sealed record ApproveMinutes([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] Guid AtMeeting) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.KeepMinutes, Actor, at.Now) is { } refusal ? refusal
        : meeting.Minutes is not { } minutes ? Refusal.Of("meeting.minutes-none")
        : minutes.State != MinutesState.Draft ? (AtMeeting == minutes.ApprovedAtMeeting ? meeting : Refusal.Of("meeting.minutes-approved"))
        : BasedOn != minutes.Version ? Refusal.Of("meeting.approve-stale")
        : AtMeeting == Guid.Empty || AtMeeting == meeting.Id ? Refusal.Of("meeting.approval-missing", nameof(AtMeeting))
        : meeting with { Minutes = minutes with { State = MinutesState.Approved, ApprovedAtMeeting = AtMeeting, ApprovedAt = at.Now } };
}
