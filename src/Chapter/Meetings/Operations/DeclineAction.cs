namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Whoever was asked to take an action on does not; or whoever asked takes that back. It stays with its owner.</summary>
/// <param name="Actor">Who was asked, its owner, or somebody who runs meetings.</param>
/// <param name="Id">Which action.</param>
[GenerateSerializer, Immutable, Alias("meeting.decline-action")]
public sealed record DeclineAction([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var action = meeting.ActionOf(Id);
        return meeting.RefusalFor(MeetingAct.Settle, Actor, at.Now) is { } untimely ? untimely
            : action is null || (action.Offered?.To != Actor.Id && action.Owner != Actor.Id && !Meeting.Leaders.Allows(Actor)) ? Refusal.Of("meeting.not-asked")
            : action.Offered is null ? meeting
            : meeting.With(action with { Offered = null });
    }
}
