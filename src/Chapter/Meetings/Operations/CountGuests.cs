namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Writes down how many are there this way who are no members. The room and the call are counted apart, often by two people.
/// </summary>
/// <param name="Actor">Who runs the meeting.</param>
/// <param name="Mode">In the room, or by video or telephone.</param>
/// <param name="Count">How many.</param>
/// <param name="Seen">How many were written down when the actor counted: nobody overwrites a count that they have not seen.</param>
[GenerateSerializer, Immutable, Alias("meeting.count-guests")]
public sealed record CountGuests(
    [property: Id(0)] Actor Actor, [property: Id(1)] AttendanceMode Mode, [property: Id(2)] int Count, [property: Id(3)] int Seen = 0) : IOperation<Meeting>
{
    // More guests than any room holds: a slip of the finger.
    internal const int Most = 1000;

    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Count is < 0 or > Most ? [Refusal.Of("meeting.guests-unclear", Field, Most)] : [];

    private string Field => Mode == AttendanceMode.InPerson ? "GuestsInPerson" : "GuestsRemote";

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at) =>
        meeting.RefusalFor(MeetingAct.Attend, Actor, at.Now) is { } refusal ? refusal
        : meeting.Guests.Of(Mode) == Count ? meeting
        : meeting.Guests.Of(Mode) != Seen ? Refusal.Of("meeting.guests-stale", Field, meeting.Guests.Of(Mode))
        : Counted(meeting, Mode, Count);

    /// <summary>The meeting with so many guests.</summary>
    internal static Meeting Counted(Meeting meeting, AttendanceMode mode, int count) =>
        meeting with { Guests = mode == AttendanceMode.InPerson ? meeting.Guests with { InPerson = count } : meeting.Guests with { Remote = count } };
}

/// <summary>How many are there who are no members.</summary>
/// <param name="InPerson">In the room.</param>
/// <param name="Remote">By video or telephone.</param>
public sealed record GuestCount(int InPerson, int Remote)
{
    /// <summary>How many this way.</summary>
    public int Of(AttendanceMode mode) => mode == AttendanceMode.InPerson ? InPerson : Remote;
}
