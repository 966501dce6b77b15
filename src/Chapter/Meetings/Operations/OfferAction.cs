namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Asks another member to take an action on. It stays with whoever has it until they accept. Whoever asks somebody else takes back what they asked before.</summary>
/// <param name="Actor">Its owner, or somebody who runs meetings.</param>
/// <param name="Id">Which action.</param>
/// <param name="To">The member who is asked; the page knows who is one.</param>
[GenerateSerializer, Immutable, Alias("meeting.offer-action")]
public sealed record OfferAction([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id, [property: Id(2)] Guid To) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => To == Guid.Empty ? [Refusal.Of("meeting.successor-missing", nameof(To))] : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var action = meeting.ActionOf(Id);
        return meeting.RefusalFor(MeetingAct.Settle, Actor, at.Now) is { } untimely ? untimely
            : action?.Owner != Actor.Id && Meeting.Leaders.RefusalFor(Actor) is { } notTheirs ? notTheirs
            : action is null ? Refusal.Of("meeting.action-unknown")
            : action.DoneAt is not null ? Refusal.Of("meeting.action-done")
            : action.Owner == To ? Refusal.Of("meeting.successor-missing", nameof(To))
            : action.Offered?.To == To ? meeting
            : meeting.With(action with { Offered = new(To, at.Now) });
    }
}
