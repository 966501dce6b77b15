namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// A member tells those who run the meeting that they are late or cannot get in, or takes it back. It ends when they are there, when the meeting does, and with its day.
/// </summary>
/// <param name="Actor">Who, of themselves.</param>
/// <param name="Kind">What it is; null: nothing any more.</param>
[GenerateSerializer, Immutable, Alias("meeting.tell-trouble")]
public sealed record TellTrouble([property: Id(0)] Actor Actor, [property: Id(1)] TroubleKind? Kind) : IOperation<Meeting>
{
    // More than a room can hear of: every save rewrites them, so they have an end.
    private const int Most = 500;

    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.RefusalFor(MeetingAct.Tell, Actor, at.Now) is { } refusal)
        {
            return refusal;
        }

        if (meeting.TroubleOf(Actor) == Kind)
        {
            return meeting;
        }

        IReadOnlyList<Trouble> others = [.. meeting.Troubles.Where(t => t.Member != Actor.Id)];
        return Kind is not { } kind ? meeting.With(others)
            : others.Count >= Most ? Refusal.Of("meeting.troubles-too-many")
            : meeting.With([.. others, new Trouble(Actor.Id, kind, at.Now)]);
    }
}
