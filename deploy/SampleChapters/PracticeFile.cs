using System.Text.Json;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>
/// A practice of the sample, or a further revision of one: a Markdown file with facts on top, the title, the summary, and a section for each
/// part of a practice's text. Its key is its name without <c>.md</c>. A revision names only the sections that change.
/// </summary>
internal sealed record PracticeFile
{
    /// <summary>The folder of practices.</summary>
    public const string Folder = "practices";

    /// <summary>The sections, as they stand in a file, whatever its language: the parts of a practice by the words of their names.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. PracticeFields.Parts.Select(SectionOf)];

    /// <summary>The facts that say what a person would have chosen, by the form's field.</summary>
    public static IReadOnlyDictionary<string, FormField> Choices { get; } = PracticeForm.Fields.Concat(PracticeFields.Adaptation)
        .Except([PracticeFields.Title, PracticeFields.Summary, .. PracticeFields.Parts]).ToDictionary(f => JsonNamingPolicy.KebabCaseLower.ConvertName(f.Name));

    /// <summary>What other files call it by.</summary>
    public required string Key { get; init; }

    /// <summary>Facts on top of the file.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The title; empty in a revision that keeps it.</summary>
    public required string Title { get; init; }

    /// <summary>The summary; empty in a revision that keeps it.</summary>
    public required string Summary { get; init; }

    /// <summary>Its sections by name.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Where a fault in it is reported.</summary>
    public string Path => PathOf(Key);

    /// <summary>Key of the practice that it revises; empty for a practice.</summary>
    public string Revises => Fact("revises");

    /// <summary>Key of the member who wrote it.</summary>
    public string Author => Fact("author");

    /// <summary>Key of the practice that it translates; empty for an original.</summary>
    public string TranslationOf => Fact("translation-of");

    /// <summary>Key of the practice that it was adapted from; empty for none.</summary>
    public string AdaptedFrom => Fact("adapted-from");

    /// <summary>How many weeks ago it was written.</summary>
    public int? Written => Weeks("written");

    /// <summary>How many weeks ago the chapter could read it; null for a draft.</summary>
    public int? Chapter => Weeks("chapter");

    /// <summary>How many weeks ago it went to the network; null for one that stays in the chapter.</summary>
    public int? Network => Weeks("network");

    /// <summary>A fact; empty when the file does not say.</summary>
    public string Fact(string name) => Facts.GetValueOrDefault(name, "");

    /// <summary>The codes in a fact such as <c>[hope, meaning]</c>.</summary>
    public IReadOnlyList<string> Codes(string name) => Fact(name).Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a person would have typed.</summary>
    /// <param name="original">The id of the practice that it translates.</param>
    public PracticeForm ToForm(Guid? original) => FormValues<PracticeForm>.With(
        new PracticeForm { Title = Title, Summary = Summary, Note = Fact("note") },
        [
            .. PracticeFields.Parts.Select(f => KeyValuePair.Create(f.Name, (object?)Texts.GetValueOrDefault(SectionOf(f)))),
            .. Choices.Where(c => Facts.ContainsKey(c.Key)).Select(c => KeyValuePair.Create(c.Value.Name, c.Value.Kind == FieldKind.Checks ? (object?)Codes(c.Key) : Fact(c.Key))),
            KeyValuePair.Create(nameof(PracticeForm.TranslationOf), (object?)original?.ToString()),
        ]);

    /// <summary>The practice as this revision leaves it: what the revision does not say stays.</summary>
    public PracticeFile On(PracticeFile earlier) => earlier with
    {
        Key = Key,
        Title = Title.Length > 0 ? Title : earlier.Title,
        Summary = Summary.Length > 0 ? Summary : earlier.Summary,
        Texts = Merged(earlier.Texts, Texts),
        Facts = Merged(earlier.Facts, Facts),
    };

    /// <summary>Where the practice with a key is.</summary>
    public static string PathOf(string key) => $"{Folder}/{key}.md";

    private static string SectionOf(FormField part) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(part.Name).Replace('_', ' ') is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    private int? Weeks(string name) => int.TryParse(Fact(name), out var weeks) ? weeks : null;

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> earlier, IReadOnlyDictionary<string, string> later)
    {
        var merged = new Dictionary<string, string>(earlier);
        foreach (var (key, value) in later)
        {
            merged[key] = value;
        }

        return merged;
    }
}
