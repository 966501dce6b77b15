using System.Text;

namespace RecoveryCoP.Hub.Names;

/// <summary>
/// What is left of a name when all is gone that a reader may overlook: case, accents, spaces, punctuation, and which of several look-alike letters it is. Two names
/// with one skeleton could be taken for each other. The idea is that of Unicode Technical Standard 39, section 4; its table has thousands of lines for every
/// script there is, ours those of its letters that pass for Latin ones in the Greek and Cyrillic alphabets and among digits, and what French and English readers
/// do not tell apart. Letters that are not in it are left as they are: see <see cref="IsComparable"/>.
/// </summary>
public static class NameSkeleton
{
    // What it looks like, then the letters that do. Capitals stand for themselves: Η passes for H, η for n.
    private static readonly string[] lookAlikes =
    [
        "a аАαΑɑ", "b вВьЬΒβ", "c сСϲϹ", "d ԁԀđĐɗ", "e еЕєЄεΕɛ", "f ƒϝ", "g ɡԍԌ", "h һҺнНΗħĦ", "j јЈϳȷ", "k кКκΚĸ", "m мМΜ", "n пПηΝ", "o 0оОοΟσøØ", "p рРρΡ",
        "q ԛԚ", "r гГΓ", "s ѕЅ5", "t тТτΤŧŦ", "u иИυμ", "v νѵѴ", "w ωԝԜшШ", "x хХχΧ×", "y уУγΥүҮ", "z ζΖƶƵ", "3 зЗ", "4 чЧ", "6 бБ", "ae æÆ", "oe œŒ", "ss ßẞ",
        // A capital i, a small L and a one are one stroke in many typefaces.
        "l iI1|ıіІιΙӏӀƖɩłŁ",
    ];

    private static readonly Dictionary<Rune, string> table =
        (from line in lookAlikes
         let parts = line.Split(' ')
         from rune in parts[1].EnumerateRunes()
         select KeyValuePair.Create(rune, parts[0])).ToDictionary();

    /// <summary>A name's skeleton; empty when it has neither letters nor digits.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (table.TryGetValue(rune, out var like))
            {
                text.Append(like);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                text.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return text.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>False for a skeleton of letters that the table does not know, or of nothing: nobody can say what such a name could be taken for.</summary>
    public static bool IsComparable(string skeleton) => skeleton.Length > 0 && skeleton.All(char.IsAsciiLetterOrDigit);
}
