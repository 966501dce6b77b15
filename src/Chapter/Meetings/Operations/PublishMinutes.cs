namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Shows approved minutes to every member.</summary>
/// <param name="Actor">Who publishes.</param>
[GenerateSerializer, Immutable, Alias("meeting.publish-minutes")]
public sealed record PublishMinutes([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Scribes;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(Actor, MeetingState.Closed) is { } refusal ? refusal
        : meeting.Minutes is not { } minutes ? Refusal.Of("meeting.minutes-none")
        : minutes.State == MinutesState.Published ? meeting
        : minutes.State == MinutesState.Draft ? Refusal.Of("meeting.minutes-not-approved")
        : meeting with { Minutes = minutes with { State = MinutesState.Published, PublishedAt = at.Now } };
}
