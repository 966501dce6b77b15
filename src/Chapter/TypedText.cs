using System.Globalization;

namespace RecoveryCoP.Chapter;

/// <summary>What people type into a form: judged before it is kept, and kept in one way.</summary>
internal static class TypedText
{
    /// <summary>True when there is anything but spaces.</summary>
    public static bool IsWritten(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>Its length as people count: an emoji is one.</summary>
    public static int Length(string? text) => (text ?? "").Trim().EnumerateRunes().Count();

    /// <summary>Text must be what it looks like: nothing invisible, nothing that turns the reading direction around.</summary>
    public static bool IsReadable(string? text) => (text ?? "").All(c => c is '\n' or '\r' or '\t' || !(
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));

    /// <summary>True for readable text of one line.</summary>
    public static bool IsLine(string? text) => IsReadable(text) && !(text ?? "").Trim().Contains('\n', StringComparison.Ordinal);

    /// <summary>As it is kept. Browsers send line breaks as two characters; one is kept, or every save would look like a change.</summary>
    public static string Plain(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
