namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Writes down who is there. Members who are not named stay as they were: several people may write at once. A mode that was not planned is taken
/// all the same: somebody may call in to a meeting in person.
/// </summary>
/// <param name="Actor">Who runs the meeting.</param>
/// <param name="Present">Members, each with how they take part, or null for somebody who is not there after all.</param>
/// <param name="Guests">How many are there who are no members.</param>
[GenerateSerializer, Immutable, Alias("meeting.take-attendance")]
public sealed record TakeAttendance(
    [property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<Presence> Present, [property: Id(2)] GuestCount Guests) : IOperation<Meeting>
{
    // More guests than any room holds: a slip of the finger.
    private const int MostGuests = 1000;

    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        Guests.InPerson is < 0 or > MostGuests ? [Refusal.Of("meeting.guests-unclear", nameof(AttendanceForm.GuestsInPerson), MostGuests)]
        : Guests.Remote is < 0 or > MostGuests ? [Refusal.Of("meeting.guests-unclear", nameof(AttendanceForm.GuestsRemote), MostGuests)]
        : Present.Any(p => p.Member == Guid.Empty) ? [Refusal.Of("meeting.member-unknown")]
        : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.RefusalFor(Actor, MeetingState.InProgress) is { } refusal)
        {
            return refusal;
        }

        var modes = Present.GroupBy(p => p.Member).ToDictionary(g => g.Key, g => g.Last().Mode);
        Attendee[] attendees =
        [
            .. meeting.Attendees.Where(a => modes.GetValueOrDefault(a.Member, a.Mode) == a.Mode),
            .. modes.Where(m => m.Value is not null && m.Value != meeting.PresenceOf(m.Key)).Select(m => new Attendee(m.Key, m.Value!.Value, Actor.Id)),
        ];
        return Guests == meeting.Guests && attendees.SequenceEqual(meeting.Attendees) ? meeting : meeting with { Guests = Guests, Attendees = attendees };
    }
}

/// <summary>How a member is there.</summary>
/// <param name="Member">Who.</param>
/// <param name="Mode">How; null: not there.</param>
[GenerateSerializer, Immutable, Alias("presence")]
public sealed record Presence([property: Id(0)] Guid Member, [property: Id(1)] AttendanceMode? Mode);

/// <summary>How many are there who are no members.</summary>
/// <param name="InPerson">In the room.</param>
/// <param name="Remote">By video or telephone.</param>
[GenerateSerializer, Immutable, Alias("guest-count")]
public sealed record GuestCount([property: Id(0)] int InPerson, [property: Id(1)] int Remote);
