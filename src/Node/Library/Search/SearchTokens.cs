using System.IO.Compression;
using System.Text;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>Where a token was found, most important first.</summary>
internal enum SearchField
{
    Title,
    Summary,
    Text,
}

/// <summary>What a practice is found by: each token once, in the first field that has it.</summary>
internal sealed class SearchTokens
{
    // A text of 256 KiB of invented words must not cost the index more than a whole book does. What is beyond the budget cannot be found.
    private const int Budget = 800_000;
    private const int CostOfToken = 10;

    private static readonly SearchField[] Fields = Enum.GetValues<SearchField>();

    private readonly Dictionary<string, SearchField> fields = new(StringComparer.Ordinal);
    // Of what the analysis remembers there is one object a word: most of a text has come before, and need not be spelled out.
    private readonly HashSet<Word> words = new(ReferenceEqualityComparer.Instance);
    private int left = Budget;

    /// <summary>What nothing is found by.</summary>
    public static SearchTokens None { get; } = new();

    /// <summary>The tokens of a practice's texts.</summary>
    public static SearchTokens Of(string title, string summary, IEnumerable<string> text)
    {
        var tokens = new SearchTokens();
        tokens.Take(title, SearchField.Title);
        tokens.Take(summary, SearchField.Summary);
        foreach (var part in text)
        {
            tokens.Take(part, SearchField.Text);
        }

        return tokens;
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    public static SearchTokens Unpack(byte[] packed)
    {
        using var unpacked = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.ASCII);
        var tokens = new SearchTokens();
        foreach (var (line, field) in reader.ReadToEnd().Split('\n').Zip(Fields))
        {
            foreach (var token in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                tokens.fields.Add(token, field);
            }
        }

        return tokens;
    }

    /// <summary>A line a field, compressed: it is kept only to know what to take out of the index again.</summary>
    public byte[] Pack()
    {
        var lines = Encoding.ASCII.GetBytes(string.Join('\n', Fields.Select(field => string.Join(' ', fields.Where(f => f.Value == field).Select(f => f.Key)))));
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(lines.Length)];
        return BrotliEncoder.TryCompress(lines, packed, out var length, quality: 0, window: 16) ? packed[..length] : throw new InvalidOperationException("No room to compress.");
    }

    /// <summary>The tokens that others have not, or in another field.</summary>
    public IEnumerable<KeyValuePair<string, SearchField>> Without(SearchTokens others) =>
        fields.Where(t => !others.fields.TryGetValue(t.Key, out var field) || field != t.Value);

    private void Take(string text, SearchField field)
    {
        foreach (var word in Words.Of(text).Where(words.Add))
        {
            foreach (var token in word.Tokens)
            {
                if (fields.TryAdd(token, field) && (left -= token.Length + CostOfToken) < 0)
                {
                    return;
                }
            }
        }
    }
}
