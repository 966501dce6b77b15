namespace RecoveryCoP.Node.Web.Forms;

/// <summary>What people type into a form: judged before it is kept, and kept in one way.</summary>
public static class TypedText
{
    /// <summary>True when there is anything but spaces.</summary>
    public static bool IsWritten(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>Its length as people count: an emoji is one.</summary>
    public static int Length(string? text) => Plain(text).EnumerateRunes().Count();

    /// <summary>True for readable text of one line; the spaces and breaks around it do not count.</summary>
    public static bool IsLine(string? text) => Readable.IsLine((text ?? "").Trim());

    /// <summary>As it is kept. Browsers send line breaks as two characters; one is kept, or every save would look like a change.</summary>
    public static string Plain(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>A line of words as it is kept: a title stands in many places and in letters, so its signs are tied once. (A longer text is Markdown, which ties them when it is shown.)</summary>
    public static string Line(string? typed) => Typography.TieSigns(Plain(typed));
}
