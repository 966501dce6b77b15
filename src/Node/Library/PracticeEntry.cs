using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library.Search;

namespace RecoveryCoP.Node.Library;

/// <summary>A practice as the library will have it: with the title and summary of the latest revision whose text is here, or with nothing of it.</summary>
internal sealed class PracticeEntry
{
    private LibraryRevision? shown;
    private PracticeContent content = new();
    private string language = "";
    private string topics = "";
    private string chime = "";
    private string licence = "";

    public required long Number { get; init; }

    public required SubjectKey Key { get; init; }

    public required DateTimeOffset SharedAt { get; init; }

    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>See the column.</summary>
    public required TakeDownReason TakenDown { get; init; }

    /// <summary>See the column.</summary>
    public required long Changed { get; init; }

    /// <summary>See the column.</summary>
    public byte[]? Translates { get; private set; }

    /// <summary>See the column; null when it is no translation, or of something that is not here.</summary>
    public Guid? Original { get; set; }

    /// <summary>What it is found by; null when it is not shown.</summary>
    public SearchTokens? Tokens { get; private set; }

    /// <summary>Values of a row of library_practice.</summary>
    public object?[] Row =>
    [
        Number, Key.NodeId, Key.Id, shown?.ItemId, shown?.Revision ?? 0, language, topics, chime, content.Title, content.Summary, licence, Translates,
        Original ?? Key.Id, SharedAt, shown?.RevisedAt ?? WithdrawnAt ?? SharedAt, WithdrawnAt, (long)TakenDown, Changed,
    ];

    /// <summary>Shows a revision.</summary>
    public void Show(LibraryRevision revision, byte[] bytes)
    {
        shown = revision;
        content = PracticeContent.Parser.ParseFrom(bytes);
        var signed = revision.Signed;
        language = signed.Language;
        topics = string.Join(' ', signed.Topics.Distinct());
        chime = string.Join(' ', signed.Chime.Distinct());
        licence = signed.Licence;
        Translates = signed.TranslationOf.IsEmpty ? null : signed.TranslationOf.ToByteArray();
        Tokens = SearchTokens.Of(content.Title, content.Summary, PracticeFields.PartsOf(content).Select(p => p.Text));
    }
}
