namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Writes down who is there. Only whom the actor changed is named: several people write at once, and members for themselves. A mode that was not
/// planned is taken all the same: somebody may call in to a meeting in person.
/// </summary>
/// <param name="Actor">Who runs the meeting.</param>
/// <param name="Changes">Members, each with how they take part and how they stood when the actor looked.</param>
[GenerateSerializer, Immutable, Alias("meeting.take-attendance")]
public sealed record TakeAttendance([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<Presence> Changes) : IOperation<Meeting>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        Changes.Any(c => c.Member == Guid.Empty) || Changes.DistinctBy(c => c.Member).Count() < Changes.Count ? [Refusal.Of("meeting.member-unknown")] : [];

    /// <inheritdoc />
    public Result<Meeting> On(Meeting meeting, OperationContext at)
    {
        if (meeting.RefusalFor(MeetingAct.Attend, Actor, at.Now) is { } refusal)
        {
            return refusal;
        }

        var changes = Changes.Where(c => c.Mode != meeting.PresenceOf(c.Member)).ToDictionary(c => c.Member);
        if (changes.Values.Where(c => c.Seen != meeting.PresenceOf(c.Member)).ToList() is { Count: > 0 } unseen)
        {
            return Result<Meeting>.Refused(unseen.Select(c => Refusal.Of("meeting.attendance-stale", FieldOf(c))));
        }

        return changes.Count == 0 ? meeting
            : (meeting with
            {
                Attendees =
                [
                    .. meeting.Attendees.Where(a => !changes.ContainsKey(a.Member)),
                    .. changes.Values.Where(c => c.Mode is not null).Select(c => new Attendee(c.Member, c.Mode!.Value, Actor.Id)),
                ],
            }).With([.. meeting.Troubles.Where(t => !changes.ContainsKey(t.Member))]);
    }

    private static string FieldOf(Presence change) => $"Present[{change.Member}]";
}

/// <summary>How a member is there.</summary>
/// <param name="Member">Who.</param>
/// <param name="Mode">How; null: not there.</param>
/// <param name="Seen">How they stood on the page on which that was changed; null: not there.</param>
[GenerateSerializer, Immutable, Alias("presence")]
public sealed record Presence([property: Id(0)] Guid Member, [property: Id(1)] AttendanceMode? Mode, [property: Id(2)] AttendanceMode? Seen = null);
