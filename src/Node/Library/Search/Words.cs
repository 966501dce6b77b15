using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>A word as it is compared, and the tokens it is stored and looked for as: itself, if anything of it can be, then its French and its English stem, and what both genders share.</summary>
internal sealed record Word(string Text, string Itself, IReadOnlyList<string> Tokens);

/// <summary>
/// Cuts text into words and each word into the tokens it is found by: the word itself, its French and its English stem, and the form that both French genders share.
/// Both stems are kept whatever the text's language, so that a reader finds a practice with words of either.
/// </summary>
/// <remarks>
/// Accents go before stemming, so that a word typed without them, or with wrong ones, has the same stems as the right one.
/// Tokens are lower-case ASCII letters and digits only: nothing in them can be taken for anything else.
/// </remarks>
internal static class Words
{
    private const int LongestToken = 60;

    // Most of any text is words that came before. Four megabytes at most; emptied when full, because what is common comes back soon.
    private const int MostKnown = 10_000;
    private const int LongestKnown = 40;

    private static int howMany; // the dictionary would stop everybody to count itself

    private static readonly ConcurrentDictionary<string, Word[]> known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Word[]>.AlternateLookup<ReadOnlySpan<char>> knownBySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> StopWords =
        [.. FrenchAnalyzer.DefaultStopSet.Concat(EnglishAnalyzer.DefaultStopSet).Select(w => Fold(w))];

    // l'espoir, d'une, qu'elle, jusqu'ici: what stands before the apostrophe says nothing.
    private static readonly HashSet<string> Elided = [.. FrenchAnalyzer.DEFAULT_ARTICLES.Select(w => Fold(w))];

    /// <summary>The words of a text in order, folded to what is compared: lower case, no accents, no elision, no possessive.</summary>
    public static IEnumerable<Word> Of(string text)
    {
        var end = 0;
        while (Next(text, end) is { Length: > 0 } run)
        {
            end = run.Start + run.Length;
            foreach (var word in Of(text.AsSpan(run.Start, run.Length)))
            {
                yield return word;
            }
        }
    }

    /// <summary>True for words too common to look for in one of the two languages.</summary>
    public static bool IsStopWord(Word word) => StopWords.Contains(word.Text);

    /// <summary>The next run of letters and digits, with the apostrophes inside it; nothing separates ideographs, so each is a word, nor a picture of a letter from what follows it.</summary>
    private static (int Start, int Length) Next(string text, int from)
    {
        var start = from;
        while (start < text.Length && (SizeOfLetter(text, start) == 0 || IsPartOfAnother(text, start)))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && SizeOfLetter(text, end) is var size and > 0 && !(end > start && IsIdeograph(text[end])))
        {
            end += size;
            if (IsIdeograph(text[end - size]) || MakesPicture(text[end - size]))
            {
                break;
            }

            end += end + 1 < text.Length && text[end] is '\'' or '\u2019' && SizeOfLetter(text, end + 1) > 0 ? 1 : 0;
        }

        return (start, end - start);
    }

    /// <summary>How many characters the letter, digit or accent at a place has; 0 when there is none.</summary>
    private static int SizeOfLetter(string text, int at) => char.IsAscii(text[at])
        ? char.IsAsciiLetterOrDigit(text[at]) ? 1 : 0
        : CharUnicodeInfo.GetUnicodeCategory(text, at) is <= UnicodeCategory.LetterNumber or UnicodeCategory.Format ? char.IsSurrogatePair(text, at) ? 2 : 1 : 0;

    /// <summary>Accents and joiners begin no word: at its beginning they belong to a picture before it (❤ with its colour, families joined of persons).</summary>
    private static bool IsPartOfAnother(string text, int at) =>
        !char.IsAscii(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>What makes a picture of the letter or digit before it: the frame of a key, and the wish for a picture or for none (1 in a frame, i for information).</summary>
    private static bool MakesPicture(char letter) => letter is '\u20E3' or '\uFE0E' or '\uFE0F';

    /// <summary>What is not seen, or only draws something around: hyphens of a line's end, joiners, the colour of a picture, the frame of a key.</summary>
    private static bool IsUnsaid(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsIdeograph(char letter) => letter is (>= '\u3040' and <= '\u309F') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static Word[] Of(ReadOnlySpan<char> run)
    {
        if (knownBySpan.TryGetValue(run, out var words))
        {
            return words;
        }

        words = [.. Parts(Fold(run.ToString())).Select(WordOf)];
        if (run.Length <= LongestKnown)
        {
            if (Interlocked.Increment(ref howMany) > MostKnown)
            {
                known.Clear();
                howMany = 0;
            }

            knownBySpan[run] = words;
        }

        return words;
    }

    private static Word WordOf(string text)
    {
        var itself = Plain(text);
        string[] tokens = [itself, Plain(FrenchStem(text)), Plain(EnglishStem(text)), Plain(FrenchGender.Shared(text) ?? "")];
        return new(text, itself, [.. tokens.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A run may be several words for a reader: aujourd'hui.</summary>
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

        return word.Split('\'', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Fold(string word)
    {
        var said = Ascii.IsValid(word) ? word : string.Concat(word.EnumerateRunes().Where(rune => !IsUnsaid(rune)));
        var lower = said.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('\u2019', '\'');
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
        if (word.Length <= LongestToken && Ascii.IsValid(word) && word.All(char.IsAsciiLetterOrDigit))
        {
            return word;
        }

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
