using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Templates;

/// <summary>What a template's JSON files say, by the table of kinds; what it must be is for <see cref="TemplateChecks"/>.</summary>
internal sealed partial class TemplateJsonFile(string file, TemplatePlaces places)
{
    // By which editors know what a file may say.
    private const string Schema = "$schema";

    /// <summary>The items of a kind's file: one object with one list.</summary>
    public IReadOnlyList<TemplateItem> Items(TemplateKind kind, LocatedJson root)
    {
        var list = MembersOf(root, new(kind.Name), [kind.List, Schema]).GetValueOrDefault(kind.List);
        if (list is null && root.Type == JsonTokenType.StartObject)
        {
            places.Tell(file, root.Line, "template.list-missing", kind.List);
        }

        return list is null ? [] : ItemsOf(list, kind.Name, kind.Fields, kind.List, kind.Rows, kind.Most, id => new TemplatePoint(kind.Name, id));
    }

    /// <summary>What the template says of itself; null when too little is said to make one of it.</summary>
    public TemplateHead? Head(LocatedJson root)
    {
        TemplatePoint At(string name) => new("", Field: name);
        var members = MembersOf(root, new(""), ["id", "version", "name", "changes", "licence", "languages", "minimumSoftware", "forkOf", Schema]);
        places.Note(new(""), file, root.Line);
        foreach (var (name, value) in members)
        {
            places.Note(At(name), file, value.Line);
        }

        foreach (var name in ((string[])["id", "version", "licence", "languages"]).Where(name => !members.ContainsKey(name) && root.Type == JsonTokenType.StartObject))
        {
            places.Tell(At(name), file, root.Line, "template.missing", name);
        }

        string? Said(string name) => members.TryGetValue(name, out var value) ? CodeOf(value, At(name), name) : null;
        Bilingual Both(string name) => members.TryGetValue(name, out var value) ? WrittenOf(value, At(name), name) : new(null, null);
        Version? Numbers(string name, Func<string, bool> isShaped, string code)
        {
            if (Said(name) is not { } said)
            {
                return null;
            }

            if (isShaped(said))
            {
                return Version.Parse(said);
            }

            places.Tell(At(name), file, members[name].Line, code);
            return null;
        }

        if (members.GetValueOrDefault("languages") is { } languages && !languages.Elements.Select(l => l.Text).Order(StringComparer.Ordinal).SequenceEqual(["en", "fr"]))
        {
            places.Tell(At("languages"), file, languages.Line, "template.languages");
        }

        var (id, version) = (Said("id"), Numbers("version", TemplateChecks.IsVersion, "template.version"));
        var head = new TemplateHead(id ?? "-", version ?? new(0, 0, 0))
        {
            Name = Both("name"),
            Changes = Both("changes"),
            Licence = Said("licence") ?? "",
            MinimumSoftware = Numbers("minimumSoftware", TwoOrThreeNumbers().IsMatch, "template.minimum-version"),
            ForkOf = Said("forkOf"),
        };
        foreach (var problem in root.Type == JsonTokenType.StartObject ? TemplateChecks.Of(head) : [])
        {
            places.Tell(problem);
        }

        return id is null || version is null ? null : head;
    }

    private List<TemplateItem> ItemsOf(LocatedJson list, string name, IReadOnlyList<TemplateField> fields, string listName, TemplateRows? rows, int most, Func<string, TemplatePoint> pointOf)
    {
        if (list.Type != JsonTokenType.StartArray)
        {
            places.Tell(file, list.Line, "template.not-list", listName);
            return [];
        }

        var items = new List<TemplateItem>();
        string[] known = ["id", .. fields.Select(f => f.Name), .. rows is null ? (string[])[] : [rows.List]];
        if (list.Elements.Count > most)
        {
            places.Tell(file, list.Elements[most].Line, "template.too-many", most);
        }

        foreach (var element in list.Elements.Take(most))
        {
            var id = element.Members.GetValueOrDefault("id") is { Type: JsonTokenType.String } said ? said.Text : null;
            var at = pointOf(id ?? "");
            var members = MembersOf(element, at, known);
            if (element.Type != JsonTokenType.StartObject)
            {
                continue;
            }

            if (id is null)
            {
                places.Tell(file, element.Line, "template.missing", "id");
                continue;
            }

            if (items.Exists(i => i.Id == id))
            {
                places.Tell(file, element.Line, "template.id-twice", id);
                continue;
            }

            places.Note(at, file, element.Line);
            var item = new TemplateItem(name, id);
            foreach (var field in fields.Where(f => members.ContainsKey(f.Name)))
            {
                var there = at with { Field = field.Name };
                places.Note(there, file, members[field.Name].Line);
                var value = ValueOf(field, members[field.Name], there);
                item = item.With(field.Name, value.Fr, value.En);
            }

            items.Add(rows is null || !members.TryGetValue(rows.List, out var below) ? item
                : item with { Rows = [.. ItemsOf(below, rows.Name, rows.Fields, rows.List, null, rows.Most, row => at with { Row = row })] });
        }

        return items;
    }

    private Bilingual ValueOf(TemplateField field, LocatedJson value, TemplatePoint at)
    {
        if (field.IsWritten)
        {
            return WrittenOf(value, at, field.Name);
        }

        var code = field.Shape switch
        {
            TemplateShape.Number => int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && value.Type == JsonTokenType.Number
                ? number.ToString(CultureInfo.InvariantCulture) : Wrong(value, at, "template.number", field.Name, field.Least, field.Most),
            TemplateShape.Tick => value.Type switch
            {
                JsonTokenType.True => "true",
                JsonTokenType.False => null,
                _ => Wrong(value, at, "template.not-tick", field.Name),
            },
            TemplateShape.Choices => value.Type == JsonTokenType.StartArray && value.Elements.All(e => e.Type == JsonTokenType.String)
                ? string.Join(',', value.Elements.Select(e => e.Text)) : Wrong(value, at, "template.not-list", field.Name),
            _ => CodeOf(value, at, field.Name),
        };
        return new(code, code);
    }

    private Bilingual WrittenOf(LocatedJson value, TemplatePoint at, string name)
    {
        if (value.Type != JsonTokenType.StartObject)
        {
            places.Tell(at, file, value.Line, "template.not-both", name);
            return new(null, null);
        }

        var sides = MembersOf(value, at, ["fr", "en"]);
        string? Side(Language language)
        {
            var there = at with { Side = language };
            places.Note(there, file, sides.GetValueOrDefault(language.Code)?.Line ?? value.Line);
            return sides.TryGetValue(language.Code, out var side) ? CodeOf(side, there, name)?.Trim() : null;
        }

        return new(Side(Language.French), Side(Language.English));
    }

    private string? CodeOf(LocatedJson value, TemplatePoint at, string name) =>
        value.Type == JsonTokenType.String ? value.Text : Wrong(value, at, "template.not-text", name);

    private string? Wrong(LocatedJson value, TemplatePoint at, string code, params object[] args)
    {
        places.Tell(at, file, value.Line, code, args);
        return null;
    }

    private IReadOnlyDictionary<string, LocatedJson> MembersOf(LocatedJson value, TemplatePoint at, IReadOnlyList<string> known)
    {
        if (value.Type != JsonTokenType.StartObject)
        {
            places.Tell(at, file, value.Line, "template.not-object");
        }

        foreach (var (name, member) in value.Members.Where(m => !known.Contains(m.Key)))
        {
            places.Tell(file, member.Line, "template.key-unknown", name, string.Join(", ", known.Where(k => k != Schema)));
        }

        return value.Members;
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){1,2}\z")]
    private static partial Regex TwoOrThreeNumbers();
}
