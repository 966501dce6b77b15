namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Takes the name of a guest out, because it was a slip or because they want it. How many there were stays.</summary>
/// <param name="Actor">Who runs the meeting.</param>
/// <param name="Id">The guest's.</param>
[GenerateSerializer, Immutable, Alias("meeting.forget-guest-name")]
public sealed record ForgetGuestName([property: Id(0)] Actor Actor, [property: Id(1)] Guid Id) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.ForgetGuest, Actor, at.Now) is { } refusal ? refusal
        : meeting.GuestNames.All(g => g.Id != Id) ? meeting
        : meeting.With([.. meeting.GuestNames.Where(g => g.Id != Id)]);
}
