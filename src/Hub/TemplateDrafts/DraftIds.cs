using System.Text.RegularExpressions;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>Makes the ids of what somebody writes in a draft from its title: nobody has to think of one.</summary>
internal static partial class DraftIds
{
    private const int Longest = 60;

    /// <summary>An id that none of the others has.</summary>
    public static string Of(Bilingual? title, IReadOnlyCollection<string> others)
    {
        var words = NotInIds().Replace(NameOrder.Folded(title?.For(Language.French).Text ?? ""), "-").Trim('-');
        var id = (words.Length == 0 ? "item" : words.Length > Longest ? words[..Longest] : words).Trim('-');
        return !others.Contains(id) ? id : Enumerable.Range(2, others.Count + 1).Select(n => $"{id[..Math.Min(id.Length, Longest - 5)]}-{n}").First(numbered => !others.Contains(numbered));
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInIds();
}
