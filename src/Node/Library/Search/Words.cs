using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>
/// Cuts text into words and each word into the tokens it is found by: the word itself and its French and its English stem.
/// Both stems are kept whatever the text's language, so that a reader finds a practice with words of either.
/// </summary>
/// <remarks>
/// Accents go before stemming, so that a word typed without them, or with wrong ones, has the same stems as the right one.
/// Tokens are lower-case ASCII letters and digits only: no search engine has anything left to interpret in them.
/// </remarks>
internal static class Words
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const int LongestToken = 60;

    private static readonly HashSet<string> StopWords =
        [.. FrenchAnalyzer.DefaultStopSet.Concat(EnglishAnalyzer.DefaultStopSet).Select(w => Fold(w))];

    // l'espoir, d'une, qu'elle, jusqu'ici: what stands before the apostrophe says nothing.
    private static readonly HashSet<string> Elided = [.. FrenchAnalyzer.DEFAULT_ARTICLES.Select(w => Fold(w))];

    /// <summary>The words of a text in order, folded to what is compared: lower case, no accents, no elision, no possessive.</summary>
    public static IEnumerable<string> Of(string text)
    {
        using var reader = new StringReader(text);
        using var tokens = new StandardTokenizer(Version, reader);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            // A word that the tokenizer leaves whole may be two for a reader: aujourd'hui, e.g., pair_aidant.
            foreach (var part in Parts(Fold(term.ToString())))
            {
                yield return part;
            }
        }
    }

    /// <summary>True for words too common to look for in one of the two languages.</summary>
    public static bool IsStopWord(string word) => StopWords.Contains(word);

    /// <summary>What a folded word is stored and looked for as; the word itself is the first.</summary>
    public static IReadOnlyList<string> Tokens(string word)
    {
        var itself = Plain(word);
        string[] stems = [itself, Plain(FrenchStem(word)), Plain(EnglishStem(word))];
        return [.. stems.Distinct(StringComparer.Ordinal)];
    }

    private static string[] Parts(string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe > 0 && Elided.Contains(word[..apostrophe]))
        {
            word = word[(apostrophe + 1)..];
        }
        else if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            word = word[..^2];
        }

        return word.Split(['\'', '.', '_', ':', ',', '\u00B7'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Fold(string word)
    {
        var lower = word.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('\u2019', '\'');
        var folded = new char[lower.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(lower.ToCharArray(), 0, folded, 0, lower.Length);
        return new string(folded, 0, length).ToLowerInvariant();
    }

    private static string FrenchStem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, new FrenchLightStemmer().Stem(letters, letters.Length));
    }

    private static string EnglishStem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, new EnglishMinimalStemmer().Stem(letters, letters.Length));
    }

    /// <summary>Letters beyond ASCII that folding leaves (syllabics, Cyrillic) stand as their code, so that they can still be looked for.</summary>
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (!char.IsAscii(letter))
            {
                plain.Append(CultureInfo.InvariantCulture, $"u{(int)letter:x4}");
            }

            if (plain.Length >= LongestToken)
            {
                break;
            }
        }

        return plain.ToString(0, Math.Min(plain.Length, LongestToken));
    }
}
