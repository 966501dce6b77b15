namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Counts one more guest and writes down what they want to be called. Nobody has to give a name; it is for those who run meetings, and erased after a year.
/// </summary>
/// <param name="Actor">Who runs the meeting.</param>
/// <param name="Id">Chosen with the empty form: sent twice it is one guest.</param>
/// <param name="Name">A first name.</param>
/// <param name="Mode">How they are there.</param>
[GenerateSerializer, Immutable, Alias("meeting.name-guest")]
public sealed record NameGuest(
    [property: Id(0)] Actor Actor, [property: Id(1)] Guid Id, [property: Id(2)] string Name, [property: Id(3)] AttendanceMode Mode) : IOperation<Meeting>
{
    /// <summary>Longer than any first name.</summary>
    public const int Longest = 40;

    // Every save rewrites them, so they have an end.
    private const int Most = 100;

    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        string.IsNullOrWhiteSpace(Name) || Id == Guid.Empty ? [Refusal.Of("meeting.guest-name-missing", nameof(GuestNameForm.GuestName))]
        : Name.Length > Longest ? [Refusal.Of("form.too-long", nameof(GuestNameForm.GuestName), Longest)]
        : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Attend, Actor, at.Now) is { } refusal ? refusal
        : meeting.GuestNames.Any(g => g.Id == Id) ? meeting
        : meeting.GuestNames.Count >= Most ? Refusal.Of("meeting.guest-names-too-many", nameof(GuestNameForm.GuestName), Most)
        : CountGuests.Counted(meeting, Mode, meeting.Guests.Of(Mode) + 1).With([.. meeting.GuestNames, new(Id, Name, Mode)]);
}
