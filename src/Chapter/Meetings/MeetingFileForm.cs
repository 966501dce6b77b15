using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What is typed beside a file that is added to a meeting.</summary>
public sealed record MeetingFileForm
{
    /// <summary>Chosen with the empty form.</summary>
    public string? FileId { get; init; }

    /// <summary>What it is; empty: its name.</summary>
    public string? Title { get; init; }

    /// <summary>The language of title and file.</summary>
    public string? Language { get; init; }

    /// <summary>What is asked beside the file itself.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(FileId), FileText.File) { Kind = FieldKind.Hidden },
        new(nameof(Title), MeetingFileText.Title, MeetingFileText.TitleHelp) { Longest = FileText.LongestTitle },
        new(nameof(Language), MeetingFileText.Language) { Kind = FieldKind.Choice, Options = NetworkCodes.Languages, Missing = "meeting.file-language-missing" },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<MeetingFileForm> Validator { get; } = new(Fields);
}
