using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Templates;

/// <summary>What a field of a template's item holds.</summary>
public enum TemplateShape
{
    /// <summary>One line of plain text.</summary>
    Line,

    /// <summary>Paragraphs, in Markdown; compared paragraph by paragraph.</summary>
    Prose,

    /// <summary>One of a few codes.</summary>
    Choice,

    /// <summary>Any of a few codes.</summary>
    Choices,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An hour of the day, as <c>18:30</c>.</summary>
    Hour,

    /// <summary>True or false.</summary>
    Tick,

    /// <summary>The id of an item of another kind.</summary>
    Reference,
}

/// <summary>A field that items of a kind have.</summary>
/// <param name="Name">As the files and the record say it, in camel case.</param>
/// <param name="Label">As pages say it.</param>
/// <param name="Shape">What it holds. Lines and prose are in both languages, all else is the same in both.</param>
public sealed record TemplateField(string Name, Text Label, TemplateShape Shape = TemplateShape.Line)
{
    /// <summary>True when an item without it is at fault.</summary>
    public bool IsRequired { get; init; }

    /// <summary>How many characters a side has at most.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>The codes to choose from; the name of the other kind for a reference.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The codes with what pages say for them.</summary>
    public IReadOnlyList<Option> Options
    {
        get;
        init => (field, Codes) = (value, [.. value.Select(o => o.Value)]);
    } = [];

    /// <summary>The least a number may be.</summary>
    public int Least { get; init; }

    /// <summary>The most a number may be.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>True for what is written in French and in English.</summary>
    public bool IsWritten => Shape is TemplateShape.Line or TemplateShape.Prose;

    /// <summary>What a page says for a value: a code in words, all else as it is.</summary>
    public string InWords(string value, Language language) => Shape switch
    {
        TemplateShape.Choice or TemplateShape.Choices => string.Join(", ", value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Options.FirstOrDefault(o => o.Value == code)?.Label.In(language) ?? code)),
        TemplateShape.Tick => new Text("oui", "yes").In(language),
        _ => value,
    };
}

/// <summary>Where a kind's items stand in the folder.</summary>
public enum TemplatePlace
{
    /// <summary>All in one JSON file, which is one object with one list.</summary>
    Json,

    /// <summary>Each in two Markdown files, <c>ID.fr.md</c> and <c>ID.en.md</c>.</summary>
    Markdown,

    /// <summary>The one item in two Markdown files, <c>NAME.fr.md</c> and <c>NAME.en.md</c>.</summary>
    OneMarkdown,
}

/// <summary>
/// A kind of thing that templates bring. The table of kinds (<see cref="TemplateKinds"/>) is the format: the reader, the JSON Schema, the checker, the comparison
/// and the hub's editor all go by it, so that a new kind is an entry there and the part of the feature that takes it.
/// </summary>
/// <param name="Name">In the record and in addresses: <c>topic</c>.</param>
/// <param name="Title">What pages call several of them.</param>
/// <param name="File">The file or folder: <c>topics.json</c>, <c>texts</c>.</param>
/// <param name="Place">How the file or folder holds them.</param>
/// <param name="Fields">What an item says.</param>
public sealed record TemplateKind(string Name, Text Title, string File, TemplatePlace Place, IReadOnlyList<TemplateField> Fields)
{
    /// <summary>What an item consists of; null for most kinds.</summary>
    public TemplateRows? Rows { get; init; }

    /// <summary>True when a chapter writes such things in one language, its own: of the item it takes that side.</summary>
    public bool InOneLanguage { get; init; }

    /// <summary>How many items a template has at most.</summary>
    public int Most { get; init; } = 50;

    /// <summary>The field that a Markdown file says in its first line; null where it has no such line.</summary>
    public TemplateField? Heading => Place == TemplatePlace.Markdown ? Fields.FirstOrDefault(f => f.Shape == TemplateShape.Line) : null;

    /// <summary>The one field that all the rest of a Markdown file is, up to its rows; null where the file has a section for each field.</summary>
    public TemplateField? Body => Fields.Where(f => f.IsWritten && f != Heading).ToList() is [var only] ? only : null;

    /// <summary>True when a line with two number signs begins another row or field, and so cannot stand inside one.</summary>
    public bool HasSections => Place != TemplatePlace.Json && (Rows is not null || Body is null);

    /// <summary>True when the file is one of this kind's.</summary>
    public bool Holds(string path) => Place switch
    {
        TemplatePlace.Json => path == File,
        TemplatePlace.OneMarkdown => path == $"{File}.fr.md" || path == $"{File}.en.md",
        _ => path.StartsWith(File + "/", StringComparison.Ordinal) && SideOf(path) is not null && TemplateChecks.IsId(IdOf(path)),
    };

    /// <summary>The id of the item that a Markdown file of this kind is one half of.</summary>
    public string IdOf(string path) => Place == TemplatePlace.OneMarkdown ? Name : path[(File.Length + 1)..^".fr.md".Length];

    /// <summary>The name of the list in a JSON file: the file's, in camel case.</summary>
    public string List => string.Concat(File.Split('.')[0].Split('-').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The language of a Markdown file, by its name; null for any other.</summary>
    public static Language? SideOf(string path) =>
        path.EndsWith(".fr.md", StringComparison.Ordinal) ? Language.French : path.EndsWith(".en.md", StringComparison.Ordinal) ? Language.English : null;
}

/// <summary>The rows of a kind's items.</summary>
/// <param name="Name">The kind of a row, in the record: <c>seat</c>.</param>
/// <param name="Title">What pages call one of them.</param>
/// <param name="List">The list's name in the file: <c>seats</c>.</param>
/// <param name="Fields">What a row says.</param>
/// <param name="Most">How many an item has at most.</param>
public sealed record TemplateRows(string Name, Text Title, string List, IReadOnlyList<TemplateField> Fields, int Most);
