namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Cancels a meeting that has not begun; once its day is over, says that it did not take place. What was agreed on stays readable, with the
/// reason, and one reason does not take the place of another. The files of a draft go: nobody was told of them.
/// </summary>
/// <param name="Actor">Who cancels.</param>
/// <param name="Reason">Why, in words for the members.</param>
[GenerateSerializer, Immutable, Alias("meeting.cancel")]
public sealed record CancelMeeting([property: Id(0)] Actor Actor, [property: Id(1)] string Reason) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => string.IsNullOrWhiteSpace(Reason) ? [Refusal.Of("meeting.reason-missing", nameof(Reason))] : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Cancel, Actor, at.Now) is { } refusal ? refusal
        : meeting.Cancellation is { } earlier ? (earlier.Reason == Reason ? meeting : Refusal.Of("meeting.cancelled"))
        : (meeting with { State = MeetingState.Cancelled, Occurrence = meeting.Occurrence?.ByHand, Files = meeting.AnnouncedAt is null ? [] : meeting.Files, Cancellation = new(at.Now, Actor.Id, Reason) }).With(Array.Empty<Trouble>());
}
