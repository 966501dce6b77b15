namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes a meeting out again that a move brought, as long as nobody has added anything to it. Nothing of it stays but which move it was.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Run">The move.</param>
[GenerateSerializer, Immutable, Alias("meeting.take-out")]
public sealed record TakeOutMeeting([property: Id(0)] Actor Actor, [property: Id(1)] Guid Run) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.MovedIn?.Run != Run ? Refusal.Of("meeting.unknown")
        : !meeting.Exists ? meeting
        : meeting.Files.Count > 0 ? Refusal.Of("meeting.has-files")
        // What was brought along stands as approved: a draft is somebody's.
        : meeting.Minutes is { State: MinutesState.Draft } or { ApprovedAtMeeting: not null } || !meeting.IsBlank ? Refusal.Of("meeting.written-on")
        : new Meeting { State = MeetingState.Cancelled, MovedIn = meeting.MovedIn with { Present = null } };
}
