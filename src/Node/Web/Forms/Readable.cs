using System.Globalization;
using System.Text;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>Text must be what it looks like: nothing invisible, nothing that turns the reading direction around.</summary>
public static class Readable
{
    /// <summary>True for text of any number of lines.</summary>
    public static bool IsText(string? text) => (text ?? "").All(c => c is '\n' or '\r' or '\t' || !(
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));

    /// <summary>True when there is anything to see: spaces, marks that join or separate, and letters that are drawn as nothing are not enough.</summary>
    public static bool IsSeen(string? text) => (text ?? "").EnumerateRunes().Any(r =>
        r.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0) && Rune.GetUnicodeCategory(r) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.PrivateUse));

    /// <summary>True for text of one line.</summary>
    public static bool IsLine(string? text) => IsText(text) && !(text ?? "").Any(c => c is '\n' or '\r' or '\t');
}
