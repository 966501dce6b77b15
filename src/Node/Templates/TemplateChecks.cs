using System.Globalization;
using System.Text.RegularExpressions;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Templates;

/// <summary>Where something is in a template; what is not said means the whole.</summary>
/// <param name="Kind">Name of the kind; empty for the head.</param>
/// <param name="Id">The item's id.</param>
/// <param name="Row">The row's id.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Side">The language.</param>
public sealed record TemplatePoint(string Kind, string Id = "", string? Row = null, string? Field = null, Language? Side = null);

/// <summary>Something that is wrong with what a template says, wherever it was written: in files, or in an editor.</summary>
/// <param name="At">Where.</param>
/// <param name="Refusal">What.</param>
/// <param name="Line">In prose: its line, from 0.</param>
public sealed record TemplateProblem(TemplatePoint At, Refusal Refusal, int Line = 0);

/// <summary>What must be true of a template's head and items, by the table of kinds. A template in which nothing is found can be written to files and read again as it was.</summary>
public static partial class TemplateChecks
{
    private static readonly string[] streams = ["practice", "system", "community"];

    /// <summary>What is wrong with what it says of itself.</summary>
    public static IEnumerable<TemplateProblem> Of(TemplateHead head)
    {
        TemplatePoint At(string field, Language? side = null) => new("", Field: field, Side: side);
        foreach (var (field, value, longest) in new[] { ("name", head.Name, 200), ("changes", head.Changes, 5000) })
        {
            foreach (var problem in Written(new(field, field.AsText(), field == "name" ? TemplateShape.Line : TemplateShape.Prose) { IsRequired = true, Longest = longest }, value, side => At(field, side), startsSections: false))
            {
                yield return problem;
            }
        }

        if (NetworkCodes.Licences.All(l => l.Value != head.Licence))
        {
            yield return new(At("licence"), Refusal.Of("template.code-unknown", "", head.Licence, string.Join(", ", NetworkCodes.Licences.Select(l => l.Value))));
        }

        if (head.MinimumSoftware > Migrator.ProgramVersion)
        {
            yield return new(At("minimumSoftware"), Refusal.Of("template.newer-software", "", head.MinimumSoftware, Migrator.ProgramVersion.ToString(3)));
        }

        foreach (var (field, id) in new[] { ("id", head.Id), ("forkOf", head.ForkOf) })
        {
            if (id is not null && !IsId(id))
            {
                yield return new(At(field), Refusal.Of("template.id"));
            }
        }

        if (head.ForkOf == head.Id)
        {
            yield return new(At("forkOf"), Refusal.Of("template.fork-of-itself"));
        }
    }

    /// <summary>What is wrong with its items.</summary>
    public static IEnumerable<TemplateProblem> Of(IReadOnlyList<TemplateItem> items) =>
        TemplateKinds.All.SelectMany(kind => Of(kind, [.. items.Where(i => i.Kind == kind.Name)], items)).Concat(Dates(items));

    /// <summary>True for what an item, a row or a template may be known by.</summary>
    public static bool IsId(string id) => Id().IsMatch(id);

    /// <summary>True for a template's version: three numbers.</summary>
    public static bool IsVersion(string? version) => version is not null && Version().IsMatch(version);

    private static IEnumerable<TemplateProblem> Of(TemplateKind kind, IReadOnlyList<TemplateItem> items, IReadOnlyList<TemplateItem> all)
    {
        foreach (var item in items.Skip(kind.Most))
        {
            yield return new(new(kind.Name, item.Id), Refusal.Of("template.too-many", "", kind.Most));
        }

        foreach (var item in items)
        {
            var at = new TemplatePoint(kind.Name, item.Id);
            var found = Fields(item, kind.Fields, at, kind, all).Concat(item.Rows.SelectMany((row, index) =>
            {
                var there = at with { Row = row.Id };
                var inRow = Fields(row, kind.Rows!.Fields, there, kind, all);
                return index < kind.Rows.Most ? inRow : inRow.Prepend(new(there, Refusal.Of("template.too-many", "", kind.Rows.Most)));
            }));
            foreach (var problem in found.Concat(kind == TemplateKinds.Balance ? Balance(item, at) : []))
            {
                yield return problem;
            }
        }

        foreach (var (id, row) in Twice(items.Select(i => (i.Id, (string?)null))).Concat(items.SelectMany(i => Twice(i.Rows.Select(r => (i.Id, (string?)r.Id))))))
        {
            yield return new(new(kind.Name, id, row), Refusal.Of("template.id-twice", "", row ?? id));
        }
    }

    private static IEnumerable<(string Id, string? Row)> Twice(IEnumerable<(string Id, string? Row)> ids) => ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key);

    private static IEnumerable<TemplateProblem> Fields(TemplateItem item, IReadOnlyList<TemplateField> fields, TemplatePoint at, TemplateKind kind, IReadOnlyList<TemplateItem> all)
    {
        if (!IsId(item.Id))
        {
            yield return new(at, Refusal.Of("template.id"));
        }

        foreach (var field in fields)
        {
            var value = item.Fields.GetValueOrDefault(field.Name) ?? new(null, null);
            var there = at with { Field = field.Name };
            foreach (var problem in field.IsWritten ? Written(field, value, side => there with { Side = side }, kind.HasSections) : Codes(field, value, there, all))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<TemplateProblem> Written(TemplateField field, Bilingual value, Func<Language?, TemplatePoint> at, bool startsSections)
    {
        if (value.IsEmpty)
        {
            if (field.IsRequired)
            {
                yield return new(at(null), Refusal.Of("template.missing", "", field.Name));
            }

            yield break;
        }

        foreach (var (language, said) in new[] { (Language.French, value.Fr), (Language.English, value.En) })
        {
            if (string.IsNullOrWhiteSpace(said))
            {
                yield return new(at(language), Refusal.Of("template.one-language", "", field.Name, language.Code));
                continue;
            }

            if (said.Length > field.Longest)
            {
                yield return new(at(language), Refusal.Of("template.long", "", field.Name, field.Longest, said.Length));
            }

            if (TemplateText.HasUnseen(said))
            {
                yield return new(at(language), Refusal.Of("template.unseen-sign"));
            }

            if (field.Shape == TemplateShape.Line && said.AsSpan().IndexOfAny('\n', '\t') >= 0)
            {
                yield return new(at(language), Refusal.Of("template.not-line", "", field.Name));
            }

            if (startsSections && said.Split('\n').Index().FirstOrDefault(l => TemplateMarkdown.IsSection(l.Item)) is { Item: not null } heading)
            {
                yield return new(at(language), Refusal.Of("template.heading-inside"), heading.Index);
            }

            foreach (var (line, kind, what) in field.Shape == TemplateShape.Prose && said.Length <= field.Longest ? SafeMarkdown.Faults(said) : [])
            {
                yield return new(at(language), Refusal.Of(kind switch
                {
                    MarkdownFaultKind.Html => "template.html",
                    MarkdownFaultKind.Picture => "template.picture",
                    MarkdownFaultKind.Link => "template.link-target",
                    _ => "template.knotted",
                }, "", what), line);
            }
        }
    }

    private static IEnumerable<TemplateProblem> Codes(TemplateField field, Bilingual value, TemplatePoint at, IReadOnlyList<TemplateItem> all)
    {
        if (value.IsEmpty)
        {
            return field.IsRequired ? [new(at, Refusal.Of("template.missing", "", field.Name))] : [];
        }

        var code = value.Fr ?? "";
        if (code != value.En)
        {
            return [new(at, Refusal.Of("template.codes-differ", "", field.Name))];
        }

        Refusal? Unknown(string said) => field.Codes.Contains(said) ? null : Refusal.Of("template.code-unknown", "", said, string.Join(", ", field.Codes));
        var wrong = field.Shape switch
        {
            TemplateShape.Choice => [Unknown(code)],
            TemplateShape.Choices => Many(code.Split(',')),
            TemplateShape.Number => [int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.Least && number <= field.Most ? null : Refusal.Of("template.number", "", field.Name, field.Least, field.Most)],
            TemplateShape.Hour => [Hour().IsMatch(code) ? null : Refusal.Of("template.hour", "", field.Name)],
            TemplateShape.Tick => [code == "true" ? null : Refusal.Of("template.not-tick", "", field.Name)],
            TemplateShape.Reference => [all.Any(i => i.Kind == field.Codes[0] && i.Id == code) ? null : Refusal.Of("template.no-such", "", code, TemplateKinds.Of(field.Codes[0])!.File)],
            _ => (IEnumerable<Refusal?>)[],
        };
        return wrong.OfType<Refusal>().Select(refusal => new TemplateProblem(at, refusal));

        IEnumerable<Refusal?> Many(string[] codes) =>
        [
            .. codes.Select(Unknown),
            codes.Distinct().Count() < codes.Length ? Refusal.Of("template.code-twice", "", field.Name) : null,
            codes.Length > field.Most ? Refusal.Of("template.too-many", "", field.Most) : null,
        ];
    }

    // What no agenda could meet is no target.
    private static IEnumerable<TemplateProblem> Balance(TemplateItem item, TemplatePoint at)
    {
        int Percent(string field) => int.TryParse(item.Code(field), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : -1;
        var bands = streams.Select(stream => (Stream: stream, From: Percent(stream + "From"), To: Percent(stream + "To"))).ToList();
        if (bands.Any(b => b.From < 0 || b.To < 0))
        {
            return [];
        }

        return bands.Where(b => b.From > b.To).Select(b => new TemplateProblem(at with { Field = b.Stream + "From" }, Refusal.Of("template.balance-reversed", "", b.From, b.To)))
            .Concat(bands.Sum(b => b.From) > 100 || bands.Sum(b => b.To) < 100 ? [new TemplateProblem(at, Refusal.Of("template.balance-impossible"))] : []);
    }

    private static IEnumerable<TemplateProblem> Dates(IReadOnlyList<TemplateItem> items) =>
        items.Where(i => i.Kind == TemplateKinds.FirstMeeting.Name && i.Code("series").Length > 0 && i.Code("occurrence").Length > 0)
            .GroupBy(i => (Series: i.Code("series"), Occurrence: i.Code("occurrence")))
            .SelectMany(g => g.Skip(1).Select(i => new TemplateProblem(new(i.Kind, i.Id, Field: "occurrence"), Refusal.Of("template.same-date", "", g.First().Id))));

    [GeneratedRegex("^[a-z0-9-]{1,60}\\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}\z")]
    private static partial Regex Version();

    [GeneratedRegex("^([01][0-9]|2[0-3]):[0-5][0-9]\\z")]
    private static partial Regex Hour();
}
