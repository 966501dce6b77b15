using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// Who is there, as it is typed. Beside each field stands what its page showed: only what its person changed is sent on, so that nobody's own word
/// is undone by a page that was opened before it.
/// </summary>
public sealed record AttendanceForm
{
    /// <summary>How each member who was on the page is there, by their id; anything else than a way to be there is absent.</summary>
    public Dictionary<string, string> Present { get; init => field = value ?? []; } = [];

    /// <summary>How they stood on the page; who is missing was not there.</summary>
    public Dictionary<string, string> Seen { get; init => field = value ?? []; } = [];

    /// <summary>How many guests are in the room.</summary>
    public string? GuestsInPerson { get; init; }

    /// <summary>How many there were on the page.</summary>
    public string? SeenInPerson { get; init; }

    /// <summary>How many guests are there by video or telephone.</summary>
    public string? GuestsRemote { get; init; }

    /// <summary>How many there were on the page.</summary>
    public string? SeenRemote { get; init; }

    /// <summary>How a member is shown: as it was typed where it was changed, otherwise as it is written down.</summary>
    public AttendanceMode? Shown(Guid member, AttendanceMode? writtenDown) => Changed().FirstOrDefault(c => c.Member == member) is { } change ? change.Mode : writtenDown;

    /// <summary>How many guests are shown, by the same rule.</summary>
    public string Shown(AttendanceMode mode, GuestCount writtenDown) => IsChanged(mode) ? Typed(mode)! : Digits.Of(writtenDown.Of(mode));

    /// <summary>Members whom the page's person changed; null when there are none.</summary>
    public TakeAttendance? ToAttendance(Actor actor) => Changed() is { Count: > 0 } changes ? new(actor, changes) : null;

    /// <summary>Counts of guests that the page's person changed; what is no number is refused.</summary>
    public IEnumerable<CountGuests> ToGuests(Actor actor) =>
        from mode in MeetingCodes.Presences.Values
        where IsChanged(mode)
        select new CountGuests(actor, mode, Digits.Read(Typed(mode)) ?? -1, Digits.Read(Was(mode)) ?? 0);

    private IReadOnlyList<Presence> Changed() =>
    [
        .. from typed in Present
           let change = new Presence(Guid.TryParse(typed.Key, out var member) ? member : Guid.Empty, MeetingCodes.Presences.ValueOf(typed.Value), MeetingCodes.Presences.ValueOf(Seen.GetValueOrDefault(typed.Key)))
           where change.Mode != change.Seen
           select change,
    ];

    private bool IsChanged(AttendanceMode mode) => Typed(mode) is { } typed && typed.Trim() != (Was(mode) ?? "0").Trim();

    private string? Typed(AttendanceMode mode) => mode == AttendanceMode.InPerson ? GuestsInPerson : GuestsRemote;

    private string? Was(AttendanceMode mode) => mode == AttendanceMode.InPerson ? SeenInPerson : SeenRemote;
}
