namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The node erases what has had its time: who was late or could not get in with the day, the names of guests a year after the meeting.</summary>
/// <param name="Actor">The node itself.</param>
[GenerateSerializer, Immutable, Alias("meeting.forget-expired")]
public sealed record ForgetExpired([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        var today = Dates.DayOf(at.Now);
        return meeting.ForgetOn is null || meeting.ForgetOn > today ? meeting
            : meeting.With([.. meeting.Troubles.Where(t => t.LastDay >= today)]).With([.. meeting.GuestNames.Where(_ => today < meeting.GuestNamesUntil)]);
    }
}
