using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>Somebody who is no member and said that they come to a meeting, for as long as they can be written to.</summary>
internal sealed record Guest
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required byte[] Hash { get; init; }

    public required string Address { get; init; }

    public required string Language { get; init; }

    public required string Mode { get; init; }

    /// <summary>1 once they confirmed it.</summary>
    public required long IsComing { get; init; }

    public required DateTimeOffset? ConfirmedAt { get; init; }

    public AttendanceMode Way => MeetingCodes.Presences.ValueOf(Mode) ?? AttendanceMode.InPerson;

    /// <summary>Why nobody can say any more that they come to a meeting; null while they can.</summary>
    public static Refusal? RefusalFor(Meeting? meeting, AttendanceMode mode, DateTimeOffset now) =>
        meeting is not { AnnouncedAt: not null, Plan.OpenToGuests: true } ? Refusal.Of("guest.not-open")
        : meeting.State == MeetingState.Cancelled ? Refusal.Of("guest.cancelled")
        : meeting.State is not (MeetingState.Announced or MeetingState.InProgress) || now >= meeting.Plan.EndsAt ? Refusal.Of("guest.over")
        : !meeting.Plan.Has(mode) ? Refusal.Of("guest.way-missing", nameof(GuestForm.Mode))
        : null;
}
