using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// The JSON Schema of a template's files, from the table of kinds: for editors, which tell faults while somebody writes. A definition a file, and the schema as a whole
/// takes any of them. What one file cannot know (the other files, the Markdown in a text) only the reader checks.
/// </summary>
public static class TemplateSchema
{
    private static readonly JsonSerializerOptions indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, as <c>docs/template.schema.json</c> has it.</summary>
    public static string Text { get; } = Schema().ToJsonString(indented);

    private static JsonObject Schema()
    {
        var files = new JsonObject { [TemplateFiles.Head] = Head() };
        foreach (var kind in TemplateKinds.All.Where(k => k.Place == TemplatePlace.Json))
        {
            files[kind.File] = Object(new() { [kind.List] = List(Item(kind.Fields, kind.Rows), kind.Most, kind.Title) }, [kind.List], isFile: true);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:recoverycop:template",
            ["title"] = "Modèle de communauté · Template of a community",
            ["oneOf"] = new JsonArray([.. files.Select(f => new JsonObject { ["$ref"] = $"#/$defs/{f.Key}" })]),
            ["$defs"] = files,
        };
    }

    private static JsonObject Head() => Object(
        new()
        {
            ["id"] = Id(),
            ["version"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}$" },
            ["name"] = Both(true, 200, new("Nom", "Name")),
            ["changes"] = Both(false, 5000, new("Ce qui a changé depuis la version précédente", "What changed since the version before")),
            ["licence"] = new JsonObject { ["enum"] = Values(NetworkCodes.Licences.Select(l => l.Value)) },
            ["languages"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = Values(["fr", "en"]) }, ["minItems"] = 2, ["maxItems"] = 2, ["uniqueItems"] = true },
            ["minimumSoftware"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){1,2}$" },
            ["forkOf"] = Id(),
        },
        ["id", "version", "name", "changes", "licence", "languages"], isFile: true);

    private static JsonObject Item(IReadOnlyList<TemplateField> fields, TemplateRows? rows)
    {
        var properties = new JsonObject { ["id"] = Id() };
        foreach (var field in fields)
        {
            properties[field.Name] = Field(field);
        }

        if (rows is not null)
        {
            properties[rows.List] = List(Item(rows.Fields, null), rows.Most, rows.Title);
        }

        return Object(properties, ["id", .. fields.Where(f => f.IsRequired).Select(f => f.Name)]);
    }

    private static JsonObject Field(TemplateField field) => field.Shape switch
    {
        TemplateShape.Line or TemplateShape.Prose => Both(field.Shape == TemplateShape.Line, field.Longest, field.Label),
        TemplateShape.Number => Said(new() { ["type"] = "integer", ["minimum"] = field.Least, ["maximum"] = field.Most }, field.Label),
        TemplateShape.Tick => Said(new() { ["type"] = "boolean" }, field.Label),
        TemplateShape.Hour => Said(new() { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, field.Label),
        TemplateShape.Choices => Said(new() { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = Values(field.Codes) }, ["uniqueItems"] = true, ["maxItems"] = Math.Min(field.Most, field.Codes.Count) }, field.Label),
        TemplateShape.Reference => Said(Id(), field.Label),
        _ => Said(new() { ["enum"] = Values(field.Codes) }, field.Label),
    };

    private static JsonObject Both(bool isLine, int longest, Text label)
    {
        JsonObject Side()
        {
            var side = new JsonObject { ["type"] = "string", ["pattern"] = @"\S", ["maxLength"] = longest };
            if (isLine)
            {
                side["pattern"] = @"^[^\n\t]*\S[^\n\t]*$";
            }

            return side;
        }

        return Said(Object(new() { ["fr"] = Side(), ["en"] = Side() }, ["fr", "en"]), label);
    }

    private static JsonObject List(JsonObject item, int most, Text title) => Said(new() { ["type"] = "array", ["items"] = item, ["maxItems"] = most }, title);

    private static JsonObject Id() => new() { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,60}$" };

    private static JsonObject Object(JsonObject properties, IEnumerable<string> required, bool isFile = false)
    {
        if (isFile)
        {
            properties.Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        }

        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = Values(required), ["additionalProperties"] = false };
    }

    private static JsonObject Said(JsonObject schema, Text label)
    {
        schema.Insert(0, "description", $"{label.Fr} · {label.En}");
        return schema;
    }

    private static JsonArray Values(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
