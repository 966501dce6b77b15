namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// The node forgets who answered and who came to a meeting of two years ago. Each becomes a number of that meeting, the same for their answer and their presence, so
/// that every count stays as it is.
/// </summary>
/// <param name="Actor">The node itself.</param>
[GenerateSerializer, Immutable, Alias("meeting.forget-who-came")]
public sealed record ForgetWhoCame([property: Id(0)] Actor Actor) : IOperation<Meeting>
{
    /// <summary>For how many months they are known.</summary>
    public const int Months = 24;

    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.Plan.EndsAt.AddMonths(Months) > at.Now)
        {
            return meeting;
        }

        var people = meeting.Rsvps.Select(r => r.Member).Concat(meeting.Attendees.Select(a => a.Member)).Distinct().ToList();
        return people.All(IsNumber) ? meeting : meeting with
        {
            Rsvps = [.. meeting.Rsvps.Select(r => r with { Member = NumberOf(r.Member), Reply = null })],
            Attendees = [.. meeting.Attendees.Select(a => new Attendee(NumberOf(a.Member), a.Mode, Guid.Empty))],
        };

        Guid NumberOf(Guid member) => new(people.IndexOf(member) + 1, 0, 0, new byte[8]);
    }

    private static bool IsNumber(Guid member) => member.ToByteArray().AsSpan(4).IndexOfAnyExcept((byte)0) < 0;
}
