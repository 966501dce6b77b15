using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>One meeting. Its key is the meeting's id, a UUIDv7.</summary>
[Alias("meeting")]
public interface IMeetingGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="Meeting.Draft"/>
    [Alias("plan")]
    Task<Outcome> Plan(PlanMeeting command);

    /// <inheritdoc cref="Meeting.Revise"/>
    [Alias("revise")]
    Task<Outcome> Revise(RevisePlan command);

    /// <inheritdoc cref="Meeting.Announce"/>
    [Alias("announce")]
    Task<Outcome> Announce(AnnounceMeeting command);

    /// <inheritdoc cref="Meeting.Answer"/>
    [Alias("answer")]
    Task<Outcome> Answer(AnswerInvitation command);

    /// <inheritdoc cref="Meeting.Begin"/>
    [Alias("begin")]
    Task<Outcome> Begin(BeginMeeting command);

    /// <inheritdoc cref="Meeting.TakeAttendance"/>
    [Alias("take-attendance")]
    Task<Outcome> TakeAttendance(TakeAttendance command);

    /// <inheritdoc cref="Meeting.MarkPresent"/>
    [Alias("mark-present")]
    Task<Outcome> MarkPresent(MarkPresent command);

    /// <inheritdoc cref="Meeting.RecordOutcome"/>
    [Alias("record-outcome")]
    Task<Outcome> RecordOutcome(RecordOutcome command);

    /// <inheritdoc cref="Meeting.StrikeOutcome"/>
    [Alias("strike-outcome")]
    Task<Outcome> StrikeOutcome(StrikeOutcome command);

    /// <inheritdoc cref="Meeting.SettleAction"/>
    [Alias("settle-action")]
    Task<Outcome> SettleAction(SettleAction command);

    /// <inheritdoc cref="Meeting.Close"/>
    [Alias("close")]
    Task<Outcome> Close(CloseMeeting command);

    /// <inheritdoc cref="Meeting.WriteMinutes"/>
    [Alias("write-minutes")]
    Task<Outcome> WriteMinutes(WriteMinutes command);

    /// <inheritdoc cref="Meeting.ApproveMinutes"/>
    [Alias("approve-minutes")]
    Task<Outcome> ApproveMinutes(ApproveMinutes command);

    /// <inheritdoc cref="Meeting.PublishMinutes"/>
    [Alias("publish-minutes")]
    Task<Outcome> PublishMinutes(PublishMinutes command);

    /// <inheritdoc cref="Meeting.Cancel"/>
    [Alias("cancel")]
    Task<Outcome> Cancel(CancelMeeting command);
}
