using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>One meeting. Its key is the meeting's id, a UUIDv7.</summary>
[Alias("meeting")]
public interface IMeetingGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="Meeting.Draft"/>
    [Alias("plan")]
    Task<Result> Plan(PlanMeeting command);

    /// <inheritdoc cref="Meeting.Revise"/>
    [Alias("revise")]
    Task<Result> Revise(RevisePlan command);

    /// <inheritdoc cref="Meeting.Announce"/>
    [Alias("announce")]
    Task<Result> Announce(AnnounceMeeting command);

    /// <inheritdoc cref="Meeting.Answer"/>
    [Alias("answer")]
    Task<Result> Answer(AnswerInvitation command);

    /// <inheritdoc cref="Meeting.Begin"/>
    [Alias("begin")]
    Task<Result> Begin(BeginMeeting command);

    /// <inheritdoc cref="Meeting.TakeAttendance"/>
    [Alias("take-attendance")]
    Task<Result> TakeAttendance(TakeAttendance command);

    /// <inheritdoc cref="Meeting.MarkPresent"/>
    [Alias("mark-present")]
    Task<Result> MarkPresent(MarkPresent command);

    /// <inheritdoc cref="Meeting.RecordOutcome"/>
    [Alias("record-outcome")]
    Task<Result> RecordOutcome(RecordOutcome command);

    /// <inheritdoc cref="Meeting.StrikeOutcome"/>
    [Alias("strike-outcome")]
    Task<Result> StrikeOutcome(StrikeOutcome command);

    /// <inheritdoc cref="Meeting.SettleAction"/>
    [Alias("settle-action")]
    Task<Result> SettleAction(SettleAction command);

    /// <inheritdoc cref="Meeting.Close"/>
    [Alias("close")]
    Task<Result> Close(CloseMeeting command);

    /// <inheritdoc cref="Meeting.WriteMinutes"/>
    [Alias("write-minutes")]
    Task<Result> WriteMinutes(WriteMinutes command);

    /// <inheritdoc cref="Meeting.ApproveMinutes"/>
    [Alias("approve-minutes")]
    Task<Result> ApproveMinutes(ApproveMinutes command);

    /// <inheritdoc cref="Meeting.PublishMinutes"/>
    [Alias("publish-minutes")]
    Task<Result> PublishMinutes(PublishMinutes command);

    /// <inheritdoc cref="Meeting.Cancel"/>
    [Alias("cancel")]
    Task<Result> Cancel(CancelMeeting command);
}
