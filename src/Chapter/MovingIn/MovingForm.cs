using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A file of meetings as it was chosen, what holds where it says nothing, and the step that was chosen.</summary>
public sealed record MovingForm
{
    /// <summary>The name of the file's field.</summary>
    internal const string FileField = nameof(File);

    /// <summary>The file's field; what is in it goes on as <see cref="Text"/>.</summary>
    public string? File { get; init; }

    /// <summary>What was in the file: carried in the form, and kept nowhere.</summary>
    public string? Text { get; init; }

    /// <summary>The move that it would become.</summary>
    public string? Run { get; init; }

    /// <summary>What was seen when the button was pressed.</summary>
    public string? Seen { get; init; }

    /// <summary>The button.</summary>
    public string? Step { get; init; }

    /// <summary>When meetings began of which the file does not say it.</summary>
    public string? Hour { get; init; } = "18:00";

    /// <summary>How long they lasted.</summary>
    public string? Minutes { get; init; } = "120";

    /// <summary>How people took part.</summary>
    public string? Mode { get; init; } = Options<MeetingMode>.CodeOf(MeetingMode.InPerson);

    /// <summary>The language of titles and notes.</summary>
    public string? Language { get; init; }

    /// <summary>What is asked beside the file.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Hour), MovingText.Hour) { Kind = FieldKind.Moment, Type = "time", Missing = "moving-in.hour-missing" },
        new(nameof(Minutes), MovingText.Minutes) { Kind = FieldKind.Number, Beside = true, Least = MeetingFields.ShortestMeeting, Most = MeetingFields.LongestMeeting, Missing = "moving-in.minutes-missing" },
        new(nameof(Mode), MovingText.Mode) { Kind = FieldKind.Choice, Options = MeetingCodes.Modes, Missing = "meeting.mode-missing" },
        new(nameof(Language), MovingText.Language) { Kind = FieldKind.Choice, Options = NetworkCodes.Languages, Missing = "meeting.language-missing" },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<MovingForm> Validator { get; } = new(Fields);

    /// <summary>What holds where a file says nothing; only of a form in which nothing is wrong.</summary>
    internal UsualMeeting Usual => new(LooseDate.Hour(Hour!)!.Value, Digits.Read(Minutes)!.Value, MeetingCodes.Modes.ValueOf(Mode)!.Value, Node.Localization.Language.Of(Language));
}
