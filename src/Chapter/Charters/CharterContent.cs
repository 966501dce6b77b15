using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>
/// What a version says, in both languages: an opening, then clauses, each under a line that begins with <c>##</c>. Clauses are numbered in their
/// order, the same in both languages, so that anybody can cite one.
/// </summary>
/// <param name="Fr">The French side, in Markdown.</param>
/// <param name="En">The English side, in Markdown.</param>
[GenerateSerializer, Immutable, Alias("charter-text")]
public sealed record CharterContent([property: Id(0)] string Fr, [property: Id(1)] string En)
{
    /// <summary>The side for a language.</summary>
    public string In(Language language) => language == Language.French ? Fr : En;

    /// <summary>The opening and the clauses of a side.</summary>
    public CharterReading Read(Language language) => CharterReading.Of(In(language));

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, GrainJson.Options);

    /// <summary>The text that the bytes hold.</summary>
    public static CharterContent FromBytes(byte[] bytes) => JsonSerializer.Deserialize<CharterContent>(bytes, GrainJson.Options)!;
}

/// <summary>One side of a charter, taken apart.</summary>
/// <param name="Opening">What stands before the first clause, in Markdown; may be empty.</param>
/// <param name="Clauses">In their order.</param>
public sealed record CharterReading(string Opening, IReadOnlyList<Clause> Clauses)
{
    private const string Mark = "##";

    /// <summary>Takes a side apart.</summary>
    public static CharterReading Of(string text)
    {
        var opening = new List<string>();
        var clauses = new List<(string Title, List<string> Lines)>();
        foreach (var line in text.Split('\n'))
        {
            if (IsTitle(line))
            {
                clauses.Add((line[Mark.Length..].Trim(), []));
            }
            else
            {
                (clauses.Count == 0 ? opening : clauses[^1].Lines).Add(line);
            }
        }

        return new(Joined(opening), [.. clauses.Select((c, index) => new Clause(index + 1, c.Title, Joined(c.Lines)))]);
    }

    /// <summary>
    /// What differs between two sides, the earlier and the later text of each: a clause that only moved to another number does not; one that was
    /// reworded is held against the clause of the same title, or the next that is left.
    /// </summary>
    public static IReadOnlyList<(string Before, string After)> Changes(CharterReading before, CharterReading after)
    {
        var gone = before.Clauses.Where(c => !after.Clauses.Any(c.SaysTheSameAs)).ToList();
        var come = after.Clauses.Where(c => !before.Clauses.Any(c.SaysTheSameAs)).ToList();
        var changes = new List<(string, string)>();
        if (before.Opening != after.Opening)
        {
            changes.Add((before.Opening, after.Opening));
        }

        foreach (var clause in come)
        {
            var earlier = gone.FirstOrDefault(g => g.Title == clause.Title) ?? gone.FirstOrDefault(g => come.All(c => c.Title != g.Title));
            changes.Add((earlier?.ToPlainText() ?? "", clause.ToPlainText()));
            gone.Remove(earlier!);
        }

        changes.AddRange(gone.Select(g => (g.ToPlainText(), "")));
        return changes;
    }

    // Of this level alone: a clause may have headings of its own below it.
    private static bool IsTitle(string line) => line.StartsWith(Mark, StringComparison.Ordinal) && !line.StartsWith(Mark + "#", StringComparison.Ordinal);

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines).Trim();
}

/// <summary>A clause of the charter.</summary>
/// <param name="Number">1 upwards: what one cites.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What it says, in Markdown.</param>
public sealed record Clause(int Number, string Title, string Text)
{
    /// <summary>Its place on the page, for a link.</summary>
    public string Anchor => $"clause-{Number}";

    /// <summary>The clause as one reads it, with its number.</summary>
    public string ToPlainText() => $"{Number}. {Title}\n{Text}";

    /// <summary>True when only the number may differ.</summary>
    public bool SaysTheSameAs(Clause other) => Title == other.Title && Text == other.Text;
}
