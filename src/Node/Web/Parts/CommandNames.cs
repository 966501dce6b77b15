using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Web.Parts;

/// <summary>Where a text names a command of the server’s console.</summary>
internal static partial class CommandNames
{
    /// <summary>Catches the name alone, so that what a split gives is by turns text and name.</summary>
    [GeneratedRegex(@"(?<=\b(?:la commande|le verbe|the command|the verb) )([a-z]+(?:-[a-z]+)*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();
}
