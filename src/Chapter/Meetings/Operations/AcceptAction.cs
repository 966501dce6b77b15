namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes on an action that one was asked to take on.</summary>
/// <param name="Actor">Who was asked.</param>
/// <param name="Id">Which action.</param>
[GenerateSerializer, Immutable, Alias("meeting.accept-action")]
public sealed record AcceptAction([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var action = meeting.ActionOf(Id);
        return meeting.RefusalFor(MeetingAct.Settle, Actor, at.Now) is { } untimely ? untimely
            : action?.Owner == Actor.Id ? meeting
            : action?.Offered?.To != Actor.Id ? Refusal.Of("meeting.not-asked")
            : meeting.With(action with { Owner = Actor.Id, Offered = null });
    }
}
