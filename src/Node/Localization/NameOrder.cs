using System.Globalization;
using System.Text;

namespace RecoveryCoP.Node.Localization;

/// <summary>How names are put in order and found: as readers in Québec expect, the same on every engine.</summary>
public static class NameOrder
{
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("fr-CA").CompareInfo;

    /// <summary>Compares names that are put in order here and not by the database.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create((one, other) => Order.Compare(one, other, CompareOptions.IgnoreCase));

    /// <summary>The bytes by which a name sorts; stored beside it, since not every engine knows our collation.</summary>
    public static byte[] SortKey(string name) => Order.GetSortKey(name, CompareOptions.IgnoreCase).KeyData;

    /// <summary>The name without capitals and accents, for finding "Étienne" with "etie".</summary>
    public static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Trim().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            folded.Append(char.ToLowerInvariant(c is '’' ? '\'' : c));
        }

        return folded.Replace("œ", "oe").Replace("æ", "ae").ToString();
    }

    /// <summary>What <c>like … escape '\'</c> takes to find a folded name that holds what was typed; null when nothing was.</summary>
    public static string? Pattern(string? typed)
    {
        var folded = Folded((typed ?? "").Replace("\0", "", StringComparison.Ordinal));
        return folded.Length == 0 ? null
            : "%" + folded.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
    }
}
