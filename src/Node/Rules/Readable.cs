using System.Globalization;

namespace RecoveryCoP.Node.Rules;

/// <summary>Text must be what it looks like: nothing invisible, nothing that turns the reading direction around.</summary>
public static class Readable
{
    /// <summary>True for text of any number of lines.</summary>
    public static bool IsText(string? text) => (text ?? "").All(c => c is '\n' or '\r' or '\t' || !(
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));

    /// <summary>True for text of one line.</summary>
    public static bool IsLine(string? text) => IsText(text) && !(text ?? "").Any(c => c is '\n' or '\r' or '\t');
}
