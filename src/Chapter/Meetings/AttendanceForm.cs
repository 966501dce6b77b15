using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Who is there, as it is typed.</summary>
public sealed record AttendanceForm
{
    /// <summary>How each member who was on the page is there, by their id; anything else than a way to be there is absent.</summary>
    public Dictionary<string, string> Present { get; init => field = value ?? []; } = [];

    /// <summary>How many guests are in the room.</summary>
    public string? GuestsInPerson { get; init; }

    /// <summary>How many guests are there by video or telephone.</summary>
    public string? GuestsRemote { get; init; }

    /// <summary>The form that shows what was written down.</summary>
    public static AttendanceForm Of(Meeting meeting) => new() { GuestsInPerson = Digits.Of(meeting.Guests.InPerson), GuestsRemote = Digits.Of(meeting.Guests.Remote) };

    /// <summary>The command, which refuses what is no number.</summary>
    public TakeAttendance ToCommand(Actor actor) => new(
        actor,
        [.. Present.Select(p => new Presence(Guid.TryParse(p.Key, out var member) ? member : Guid.Empty, MeetingCodes.Presences.ValueOf(p.Value)))],
        new(Digits.Read(GuestsInPerson) ?? -1, Digits.Read(GuestsRemote) ?? -1));
}
