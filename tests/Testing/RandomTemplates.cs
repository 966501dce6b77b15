using System.Globalization;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Testing;

/// <summary>
/// Whole templates at random, with which nothing is wrong: made from the table of kinds, so that a new kind or field is in them without a word here. The same seed
/// gives the same template.
/// </summary>
internal static class RandomTemplates
{
    /// <summary>How many a property is tried with; 100,000 by hand.</summary>
    public const string Count = "RECOVERYCOP_TEMPLATES";

    // What a reader stumbles over most easily: signs of Markdown, of JSON, of our own marks, letters of several bytes.
    private static readonly string[] _words =
    [
        "rencontre", "été", "l’accueil", "«\u00a0bienvenue\u00a0»", "pairs", "recovery", "40\u00a0%", "a, b", "x: y", "\"mot\"", "\\", "{#mot}", "#", "##", "###", "*fort*", "_doux_", "`code`", "1.", "-", "---", "💛", "e\u0301",
        "https://example.org", "a < b", "&amp;", "[x]", "(y)", "true", "null", "18:30", "https://example.org/a?b=c&d=e", "cœur",
    ];

    private static readonly string[] _starts = ["", "", "", "- ", "1. ", "> ", "### ", "#### ", "* ", "  - "];

    /// <summary>As many as were asked for, 2,000 unless told; the seed is printed, and taken from where all seeds are.</summary>
    public static IEnumerable<Template> Many(int usual = 2000)
    {
        var seed = Seed.Say();
        return Enumerable.Range(0, Seed.Told(Count) ?? usual).Select(n => Of(new Random(unchecked(seed + n))));
    }

    /// <summary>A template.</summary>
    public static Template Of(Random random)
    {
        var items = new List<TemplateItem>();
        foreach (var kind in TemplateKinds.All)
        {
            items.AddRange(In(random, kind, items));
        }

        var version = new Version(random.Next(10), random.Next(20), random.Next(20));
        return new Template(
            new TemplateHead(NewId(random), version)
            {
                Name = Both(() => Line(random, 60)),
                Changes = Both(() => Prose(random, 500)),
                Licence = random.Next(2) == 0 ? "CC-BY-4.0" : "CC-BY-SA-4.0",
                MinimumSoftware = random.Next(2) == 0 ? null : new Version(0, 0),
                ForkOf = random.Next(3) == 0 ? NewId(random) : null,
            },
            [.. items]);
    }

    /// <summary>The items of a kind, in the order in which files have them.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="before">What is there already, for what names others.</param>
    public static IReadOnlyList<TemplateItem> In(Random random, TemplateKind kind, IReadOnlyCollection<TemplateItem> before)
    {
        var ids = kind.Place == TemplatePlace.OneMarkdown ? (random.Next(4) == 0 ? [] : [kind.Name]) : Ids(random, Math.Min(kind.Most, random.Next(6)));
        var items = ids.Select(id => Item(random, kind, id, before)).OfType<TemplateItem>();
        if (kind.Place == TemplatePlace.Markdown)
        {
            items = items.OrderBy(item => item.Id, StringComparer.Ordinal);
        }

        // Two first meetings cannot stand for one date.
        return kind == TemplateKinds.FirstMeeting ? [.. items.DistinctBy(item => (item.Code("series"), item.Code("occurrence")))] : [.. items];
    }

    /// <summary>An item with this id; null when it has to name another one and there is none.</summary>
    public static TemplateItem? Item(Random random, TemplateKind kind, string id, IReadOnlyCollection<TemplateItem> before)
    {
        if (Filled(random, new TemplateItem(kind.Name, id), kind.Fields, before) is not { } item)
        {
            return null;
        }

        item = kind == TemplateKinds.Balance ? Balanced(random, item) : item;
        return kind.Rows is { } rows
            ? item with { Rows = [.. Ids(random, Math.Min(rows.Most, random.Next(1, 6))).Select(row => Filled(random, new TemplateItem(rows.Name, row), rows.Fields, before)!)] }
            : item;
    }

    /// <summary>Something that a field may say, on both sides; null when there is nothing that it could name.</summary>
    public static Bilingual? Value(Random random, TemplateField field, IReadOnlyCollection<TemplateItem> before)
    {
        if (field.Shape == TemplateShape.Line)
        {
            return Both(() => Line(random, field.Longest));
        }

        if (field.Shape == TemplateShape.Prose)
        {
            return Both(() => Prose(random, field.Longest));
        }

        var named = field.Shape == TemplateShape.Reference ? [.. before.Where(item => item.Kind == field.Codes[0]).Select(item => item.Id)] : field.Codes;
        var code = field.Shape switch
        {
            TemplateShape.Number => Digits(random.Next(field.Least, Math.Min(field.Most, 10_000) + 1)),
            TemplateShape.Hour => string.Create(CultureInfo.InvariantCulture, $"{random.Next(24):00}:{random.Next(60):00}"),
            TemplateShape.Tick => "true",
            TemplateShape.Choices => string.Join(',', named.OrderBy(_ => random.Next()).Take(random.Next(1, Math.Min(field.Most, named.Count) + 1))),
            _ => named.Count == 0 ? null : named[random.Next(named.Count)],
        };
        return code is null ? null : new(code, code);
    }

    /// <summary>An id.</summary>
    public static string NewId(Random random) => string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => "abcdefghijklmnopqrstuvwxyz0123456789-"[random.Next(37)]));

    private static TemplateItem? Filled(Random random, TemplateItem item, IReadOnlyList<TemplateField> fields, IReadOnlyCollection<TemplateItem> before)
    {
        foreach (var field in fields.Where(f => f.IsRequired || random.Next(2) == 0))
        {
            if (Value(random, field, before) is { } value)
            {
                item = item.With(field.Name, value.Fr, value.En);
            }
            else if (field.IsRequired)
            {
                return null;
            }
        }

        return item;
    }

    // Bands that some agenda can meet.
    private static TemplateItem Balanced(Random random, TemplateItem item)
    {
        var practice = random.Next(101);
        var system = random.Next(101 - practice);
        foreach (var (name, share) in new[] { ("practice", practice), ("system", system), ("community", 100 - practice - system) })
        {
            item = item.With(name + "From", Digits(random.Next(share + 1))).With(name + "To", Digits(random.Next(share, 101)));
        }

        return item;
    }

    private static List<string> Ids(Random random, int count) => [.. Enumerable.Range(0, count * 2).Select(_ => NewId(random)).Distinct().Take(count)];

    private static Bilingual Both(Func<string> side) => new(side(), side());

    // Nothing begins with two number signs: that is where a section of a file begins.
    private static string Line(Random random, int longest) => Cut("Un " + string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => _words[random.Next(_words.Length)])), longest);

    private static string Prose(Random random, int longest) => Cut(
        string.Join(random.Next(3) == 0 ? "\n" : "\n\n", Enumerable.Range(0, random.Next(1, 5)).Select(_ => _starts[random.Next(_starts.Length)] + Line(random, 200))), longest);

    // At a word's end, so that no letter of two characters is cut in half.
    private static string Cut(string text, int longest) => (text.Length <= longest ? text : text[..text.LastIndexOf(' ', longest)]).Trim();

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
