using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Web;

/// <summary>What a careful typesetter does to what people type.</summary>
internal static partial class Typography
{
    /// <summary>Keeps a sign that was typed after a space, and the inside of « », from beginning or ending a line.</summary>
    public static string TieSigns(string typed) => LooseSign().Replace(typed, "\u00a0");

    // Where an emphasis or a link ends before the space, the words begin with it.
    [GeneratedRegex(@"(?<=^|[\p{L}\p{N})\]»]) (?=[:;!?»](?:\s|$))|(?<=«) (?=\S|$)")]
    private static partial Regex LooseSign();
}
