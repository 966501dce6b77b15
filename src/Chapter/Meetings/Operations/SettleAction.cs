namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Says that an action is done, or that it is not after all; the meeting may long be over.</summary>
/// <param name="Actor">Its owner, or somebody who runs meetings.</param>
/// <param name="Id">Which action.</param>
/// <param name="Done">True: done.</param>
[GenerateSerializer, Immutable, Alias("meeting.settle-action")]
public sealed record SettleAction([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id, [property: Id(2)] bool Done) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var action = meeting.ActionOf(Id);
        return meeting.RefusalFor(MeetingAct.Settle, Actor, at.Now) is { } untimely ? untimely
            : action?.Owner != Actor.Id && Meeting.Leaders.RefusalFor(Actor) is { } notTheirs ? notTheirs
            : action is null ? Refusal.Of("meeting.action-unknown")
            : (action.DoneAt is not null) == Done ? meeting
            : meeting.With(action with { DoneAt = Done ? at.Now : null, Offered = null });
    }
}
