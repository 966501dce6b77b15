using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A guest who wants to be written down, as it is typed.</summary>
public sealed record GuestNameForm
{
    /// <summary>Chosen with the empty form.</summary>
    public string? GuestId { get; init; }

    /// <summary>A first name.</summary>
    public string? GuestName { get; init; }

    /// <summary>How they are there.</summary>
    public string? GuestMode { get; init; }

    /// <summary>The fields.</summary>
    internal static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(GuestId), RunText.GuestName) { Kind = FieldKind.Hidden },
        new(nameof(GuestName), RunText.GuestName, RunText.GuestNameHelp) { Missing = "meeting.guest-name-missing", Longest = NameGuest.Longest },
        new(nameof(GuestMode), RunText.GuestMode) { Kind = FieldKind.Choice, AsList = true, Options = MeetingCodes.Presences, Missing = "meeting.presence-missing" },
    ];

    /// <summary>What it must look like before anybody decides on it.</summary>
    internal static FormValidator<GuestNameForm> Validator { get; } = new(Fields);

    /// <summary>The command; only of a form in which <see cref="Validator"/> found nothing wrong.</summary>
    public NameGuest ToCommand(Actor actor) =>
        new(actor, Guid.TryParse(GuestId, out var id) ? id : Guid.Empty, TypedText.Line(GuestName), MeetingCodes.Presences.ValueOf(GuestMode)!.Value);
}
