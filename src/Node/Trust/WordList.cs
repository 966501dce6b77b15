using System.Globalization;
using System.Text;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// 2,048 French words for what people read to each other or copy from paper: 11 bits a word. The same words whatever the page's language.
/// </summary>
public static class WordList
{
    /// <summary>Bits that one word carries.</summary>
    public const int BitsPerWord = 11;

    private const string Resource = "RecoveryCoP.Node.Trust.words.fr.txt";
    private const int DistinctLetters = 4;

    private static readonly Dictionary<string, int> byFirstLetters = [];

    static WordList()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Words = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
        for (var i = 0; i < Words.Count; i++)
        {
            byFirstLetters.Add(Folded(Words[i])[..DistinctLetters], i);
        }
    }

    /// <summary>The words; a word's number is its place.</summary>
    public static IReadOnlyList<string> Words { get; }

    /// <summary>The words for the first bits of the bytes, most significant bit first; missing bits are 0.</summary>
    public static IReadOnlyList<string> Encode(ReadOnlySpan<byte> bytes, int words)
    {
        var numbers = new int[words];
        for (var bit = 0; bit < words * BitsPerWord; bit++)
        {
            var set = bit / 8 < bytes.Length && (bytes[bit / 8] >> (7 - bit % 8) & 1) == 1;
            numbers[bit / BitsPerWord] = numbers[bit / BitsPerWord] << 1 | (set ? 1 : 0);
        }

        return [.. numbers.Select(n => Words[n])];
    }

    /// <summary>
    /// The bits of typed words, left-aligned; null when one is not in the list. Case, accents, punctuation and everything after the fourth letter do not matter.
    /// </summary>
    public static byte[]? Decode(string? typed, int words)
    {
        var numbers = Split(typed).Select(NumberOf).ToList();
        if (numbers.Count != words || numbers.Contains(-1))
        {
            return null;
        }

        var bytes = new byte[(words * BitsPerWord + 7) / 8];
        for (var bit = 0; bit < words * BitsPerWord; bit++)
        {
            var set = numbers[bit / BitsPerWord] >> (BitsPerWord - 1 - bit % BitsPerWord) & 1;
            bytes[bit / 8] |= (byte)(set << (7 - bit % 8));
        }

        return bytes;
    }

    private static int NumberOf(string folded) =>
        folded.Length >= DistinctLetters && byFirstLetters.TryGetValue(folded[..DistinctLetters], out var number) ? number : -1;

    private static string[] Split(string? typed) =>
        new string([.. Folded(typed ?? "").Select(c => char.IsAsciiLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Folded(string word) =>
        new([.. word.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);
}
