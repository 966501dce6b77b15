using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace RecoveryCoP.Node.Templates;

/// <summary>What came of reading a template.</summary>
/// <param name="Template">The template; null exactly when there are faults.</param>
/// <param name="Faults">Everything that is wrong with it, each with its file and line.</param>
public sealed record TemplateReading(Template? Template, IReadOnlyList<TemplateFault> Faults)
{
    /// <summary>The template, or why there is none: each refusal has the place in its field, as <c>topics.json:14</c>.</summary>
    public Result<Template> Result => Template is { } whole ? whole : Result<Template>.Refused(Faults.Select(f => f.Refusal with { Field = f.Place }));
}

/// <summary>Reads a template: a folder, a zip, or the bytes that a template is kept and signed as. It is read as a whole or not at all, in memory.</summary>
public static class TemplateReader
{
    /// <summary>Of a zip that somebody sent.</summary>
    public static Result<Template> Read(byte[] zip) => OfZip(zip).Result;

    /// <summary>Of a zip that somebody sent, with the faults by file and line.</summary>
    public static TemplateReading OfZip(byte[] zip) => Of(faults => TemplateFiles.OfZip(zip, faults));

    /// <summary>Of a folder.</summary>
    public static TemplateReading OfFolder(string folder) => Of(faults => TemplateFiles.OfFolder(folder, faults));

    /// <summary>Of files, by their paths in the folder.</summary>
    public static TemplateReading OfFiles(IReadOnlyDictionary<string, byte[]> files) => Of(faults => TemplateFiles.OfMemory(files, faults));

    /// <summary>Of what <see cref="TemplateWriter.ToBytes"/> wrote.</summary>
    public static TemplateReading OfBytes(byte[] bytes) => Of(faults =>
    {
        try
        {
            if (bytes.Length <= 2 * TemplateFiles.MostUnpacked && JsonSerializer.Deserialize<Dictionary<string, string>>(bytes) is { } files && files.Values.All(f => f is not null))
            {
                return TemplateFiles.OfMemory(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value)), faults);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        faults.Add(new("", 0, Refusal.Of("template.bytes")));
        return ImmutableSortedDictionary<string, byte[]>.Empty;
    });

    private static TemplateReading Of(Func<TemplateFaults, ImmutableSortedDictionary<string, byte[]>> files)
    {
        var faults = new TemplateFaults();
        var found = files(faults);
        if (faults.Count > 0)
        {
            return new(null, faults);
        }

        var places = new TemplatePlaces(faults);
        var texts = found.ToDictionary(f => f.Key, f => TemplateText.Of(f.Key, f.Value, faults));
        TemplateHead? head = null;
        if (!texts.TryGetValue(TemplateFiles.Head, out var said))
        {
            faults.Add(new(TemplateFiles.Head, 0, Refusal.Of("template.head-missing")));
        }
        else if (said is not null && LocatedJson.Of(TemplateFiles.Head, said, faults) is { } root)
        {
            head = new TemplateJsonFile(TemplateFiles.Head, places).Head(root);
        }

        ImmutableArray<TemplateItem> items = [.. TemplateKinds.All.SelectMany(kind => kind.Place == TemplatePlace.Json ? InJson(kind, texts, places, faults) : InMarkdown(kind, texts, places, faults))];
        // What could not be read is no fault of whoever names it.
        var broken = faults.Select(f => f.File).ToHashSet();
        foreach (var problem in TemplateChecks.Of(items).Where(p => p.Refusal.Code != "template.no-such" || !broken.Contains(p.Refusal.Args[1])))
        {
            places.Tell(problem);
        }

        return faults.Count > 0
            ? new(null, [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)])
            : new(new Template(head!, items), []);
    }

    private static IReadOnlyList<TemplateItem> InJson(TemplateKind kind, Dictionary<string, string?> texts, TemplatePlaces places, TemplateFaults faults) =>
        texts.GetValueOrDefault(kind.File) is { } text && LocatedJson.Of(kind.File, text, faults) is { } root ? new TemplateJsonFile(kind.File, places).Items(kind, root) : [];

    private static List<TemplateItem> InMarkdown(TemplateKind kind, Dictionary<string, string?> texts, TemplatePlaces places, TemplateFaults faults)
    {
        var items = new List<TemplateItem>();
        foreach (var id in texts.Keys.Where(kind.Holds).Select(kind.IdOf).Distinct().Order(StringComparer.Ordinal))
        {
            var (fr, en) = (TemplateMarkdownFiles.PathOf(kind, id, Language.French), TemplateMarkdownFiles.PathOf(kind, id, Language.English));
            foreach (var missing in new[] { fr, en }.Where(path => !texts.ContainsKey(path)))
            {
                places.Tell(missing, 0, "template.side-missing");
            }

            // Each side is read for its own faults, even where the other one cannot be.
            var sides = new[] { fr, en }.Select(path => texts.GetValueOrDefault(path) is { } text ? TemplateMarkdown.Of(path, text, kind, faults) : null).ToArray();
            if (sides is [{ } french, { } english])
            {
                items.Add(new TemplateMarkdownFiles(kind, places).Item(id, french, english));
            }
        }

        return items;
    }
}
