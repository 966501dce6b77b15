using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>
/// When the three questions about a meeting are open, and to whom. Nothing of it is stored: it follows from the meeting and the clock. Where fewer came than must have
/// answered before anything is shown, nobody is asked.
/// </summary>
internal static class PulseRules
{
    /// <summary>How many must have answered before the result is shown.</summary>
    public const int FewestShown = 5;

    /// <summary>The highest mark; the lowest is 1.</summary>
    public const int Highest = 5;

    /// <summary>How long the questions are open after the meeting was closed.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromDays(7);

    /// <summary>When the questions about a meeting close; null when nobody is asked.</summary>
    public static DateTimeOffset? PulseClosesAt(this Meeting meeting) =>
        meeting is { State: MeetingState.Closed, ClosedAt: { } closed } && meeting.Attendees.Count >= FewestShown ? closed + Open : null;

    /// <summary>Why the actor cannot answer now; null when they can, as far as the meeting knows.</summary>
    public static Refusal? PulseRefusalFor(this Meeting meeting, Actor actor, DateTimeOffset now) =>
        !meeting.MayRead(actor) ? Refusal.Of("meeting.unknown")
        : meeting.PulseClosesAt() is not { } closes ? Refusal.Of("pulse.not-asked")
        : now >= closes ? Refusal.Of("pulse.closed")
        : meeting.PresenceOf(actor.Id) is null ? Refusal.Of("pulse.not-there")
        : null;
}
