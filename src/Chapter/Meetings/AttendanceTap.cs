using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// What a button of the attendance posts. It says what its page showed, so that nobody's own word is undone by a page that was opened before it.
/// </summary>
internal static class AttendanceTap
{
    private const string Absent = "absent";

    /// <summary>The id of a member's row, to come back to.</summary>
    public static string RowOf(Guid member) => $"member-{member}";

    /// <summary>The id of the part in which guests are counted.</summary>
    public const string Guests = "guests";

    /// <summary>Pressed once, the member is there this way; pressed again, they are not.</summary>
    public static string Of(Guid member, AttendanceMode mode, AttendanceMode? now) => $"{member} {Code(now == mode ? null : mode)} {Code(now)}";

    /// <summary>So many guests more or fewer.</summary>
    public static string Of(AttendanceMode mode, int now, int more) => $"{Code(mode)} {Digits.Of(Math.Max(0, now + more))} {Digits.Of(now)}";

    /// <summary>The member whom a button is about; null for anything else.</summary>
    public static Presence? Member(string? posted) =>
        posted?.Split(' ') is [var member, var mode, var seen] && Guid.TryParse(member, out var id) ? new(id, MeetingCodes.Presences.ValueOf(mode), MeetingCodes.Presences.ValueOf(seen)) : null;

    /// <summary>The count that a button leads to; null for anything else.</summary>
    public static CountGuests? Count(string? posted, Actor actor) =>
        posted?.Split(' ') is [var mode, var count, var seen] && MeetingCodes.Presences.ValueOf(mode) is { } way ? new(actor, way, Digits.Read(count) ?? -1, Digits.Read(seen) ?? 0) : null;

    private static string Code(AttendanceMode? mode) => mode is { } way ? Options<AttendanceMode>.CodeOf(way) : Absent;
}
