using System.Text;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Writes down a meeting that was held before the community came here. Nobody is told, nobody is asked, and nobody is named: it is over. Brought twice it is one meeting.
/// </summary>
/// <param name="Actor">The node, for whoever moves the community in.</param>
/// <param name="Run">The move.</param>
/// <param name="Plan">What it was called, when and where it was.</param>
/// <param name="Present">How many were there; null where nobody knows.</param>
/// <param name="Notes">What was written down then, in Markdown; may be empty. It stands as it was: no meeting here can approve it.</param>
[GenerateSerializer, Immutable, Alias("meeting.bring")]
public sealed record BringMeeting(
    [property: Id(0)] Actor Actor, [property: Id(1)] Guid Run, [property: Id(2)] MeetingPlan Plan, [property: Id(3)] int? Present, [property: Id(4)] string Notes) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
    [
        .. Plan.Errors(), .. Notes.Length == 0 ? [] : new WriteMinutes(Actor, 0, Notes).Errors,
        .. Present is < 0 or > CountGuests.Most ? [Refusal.Of("meeting.guests-unclear", nameof(Present), CountGuests.Most)] : Array.Empty<Refusal>(),
    ];

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => Notes.Length == 0 ? [] : [Encoding.UTF8.GetBytes(Notes)];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.Exists ? (meeting.MovedIn?.Run == Run ? meeting : Refusal.Of("meeting.exists"))
        : Plan.ClockAt(at.Now) != MeetingClock.Over ? Refusal.Of("meeting.not-over")
        : new Meeting
        {
            Id = at.Id, PlannedAt = at.Now, Version = 1, Plan = Plan, State = MeetingState.Closed, AnnouncedAt = at.Now, StartedAt = Plan.StartsAt, ClosedAt = Plan.EndsAt,
            Minutes = Notes.Length == 0 ? null : new() { Version = 1, State = MinutesState.Approved, TextHash = at.TextHash, At = at.Now, By = Guid.Empty },
            MovedIn = new(Run, Present, at.Now),
        };
}
