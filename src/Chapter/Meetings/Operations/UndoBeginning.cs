namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Takes back that a meeting has begun, while nobody has been written down as there and nothing has been noted: it stands announced again, so that it
/// can be answered, moved or cancelled. One that was recorded afterwards by mistake is past again, and a draft a draft: it was never announced.
/// </summary>
/// <param name="Actor">Who runs it.</param>
[GenerateSerializer, Immutable, Alias("meeting.undo-beginning")]
public sealed record UndoBeginning([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.UndoBeginning, Actor, at.Now) is { } refusal ? refusal
        : meeting.State == MeetingState.Announced ? meeting
        : !meeting.IsBlank ? Refusal.Of("meeting.has-notes")
        : meeting.WasNeverAnnounced ? (meeting with { State = MeetingState.Draft, AnnouncedAt = null, StartedAt = null, Current = null }).With(Array.Empty<Trouble>())
        : meeting with { State = MeetingState.Announced, StartedAt = null, Current = null };
}
