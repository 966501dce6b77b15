namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A member says that they are there.</summary>
/// <param name="Actor">Who, for themselves.</param>
/// <param name="Mode">How.</param>
[GenerateSerializer, Immutable, Alias("meeting.mark-present")]
public sealed record MarkPresent([property: Id(0)] Actor Actor, [property: Id(1)] AttendanceMode Mode) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Attend, Actor, at.Now) is { } refusal ? refusal
        : !meeting.Plan.Has(Mode) ? Refusal.Of("meeting.no-such-mode")
        : meeting.PresenceOf(Actor.Id) == Mode && meeting.TroubleOf(Actor) is null ? meeting
        : (meeting with { Attendees = [.. meeting.Attendees.Where(a => a.Member != Actor.Id), new(Actor.Id, Mode, Actor.Id)] })
            .With([.. meeting.Troubles.Where(t => t.Member != Actor.Id)]);
}
