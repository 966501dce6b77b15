using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// Writes a template as people would: the same template always gives the same files, down to the byte, so that a template has one name. What is written is read
/// again as it was (<see cref="TemplateReader"/>), where <see cref="TemplateChecks"/> find nothing wrong with it.
/// </summary>
public static class TemplateWriter
{
    // The first day that a zip can say: when something was written is nobody's business.
    private static readonly DateTimeOffset noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A plain file that its owner may write and everybody may read.
    private const int PlainFile = 0x81A4 << 16;

    /// <summary>The files, by their paths in the folder.</summary>
    public static ImmutableSortedDictionary<string, string> ToFiles(Template template)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        files[TemplateFiles.Head] = Head(template.Head);
        foreach (var kind in TemplateKinds.All.Where(k => template.Of(k).Any()))
        {
            if (kind.Place == TemplatePlace.Json)
            {
                files[kind.File] = new CanonicalJson().Object(json => json.List(kind.List, template.Of(kind), item => Item(json, kind.Fields, kind.Rows, item))).Text;
                continue;
            }

            foreach (var item in template.Of(kind))
            {
                files[TemplateMarkdownFiles.PathOf(kind, item.Id, Language.French)] = Markdown(kind, item, Language.French);
                files[TemplateMarkdownFiles.PathOf(kind, item.Id, Language.English)] = Markdown(kind, item, Language.English);
            }
        }

        return files.ToImmutable();
    }

    /// <summary>The files in a zip, for people.</summary>
    public static byte[] ToZip(Template template)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in ToFiles(template))
            {
                var entry = archive.CreateEntry($"{template.Head.Id}/{path}", CompressionLevel.Optimal);
                (entry.LastWriteTime, entry.ExternalAttributes) = (noTime, PlainFile);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return zip.ToArray();
    }

    /// <summary>What is kept, signed and sent: one JSON object of the files, each a text by its path. Unlike a zip's, its bytes depend on no compression.</summary>
    public static byte[] ToBytes(Template template)
    {
        var json = new CanonicalJson();
        return Encoding.UTF8.GetBytes(json.Object(_ =>
        {
            foreach (var (path, text) in ToFiles(template))
            {
                json.Value(path, text);
            }
        }).Text);
    }

    /// <summary>What those bytes are known by: their SHA-256, in hexadecimal.</summary>
    public static string NameOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Head(TemplateHead head)
    {
        var json = new CanonicalJson();
        return json.Object(_ =>
        {
            json.Value("id", head.Id);
            json.Value("version", head.Version.ToString());
            json.Both("name", head.Name);
            json.Both("changes", head.Changes);
            json.Value("licence", head.Licence);
            json.Texts("languages", ["fr", "en"]);
            if (head.MinimumSoftware is { } least)
            {
                json.Value("minimumSoftware", least.ToString());
            }

            if (head.ForkOf is { } origin)
            {
                json.Value("forkOf", origin);
            }
        }).Text;
    }

    private static void Item(CanonicalJson json, IReadOnlyList<TemplateField> fields, TemplateRows? rows, TemplateItem item)
    {
        json.Value("id", item.Id);
        foreach (var field in fields.Where(f => item.Fields.ContainsKey(f.Name)))
        {
            var code = item.Code(field.Name);
            switch (field.Shape)
            {
                case TemplateShape.Line or TemplateShape.Prose:
                    json.Both(field.Name, item.Fields[field.Name]);
                    break;
                case TemplateShape.Number or TemplateShape.Tick:
                    json.Plain(field.Name, code);
                    break;
                case TemplateShape.Choices:
                    json.Texts(field.Name, item.Codes(field.Name));
                    break;
                default:
                    json.Value(field.Name, code);
                    break;
            }
        }

        if (rows is not null && item.Rows.Length > 0)
        {
            json.List(rows.List, item.Rows, row => Item(json, rows.Fields, null, row));
        }
    }

    private static string Markdown(TemplateKind kind, TemplateItem item, Language side)
    {
        var text = new StringBuilder();
        var coded = kind.Fields.Where(f => !f.IsWritten && item.Fields.ContainsKey(f.Name)).ToList();
        if (coded.Count > 0 && side == Language.French)
        {
            text.Append("---\n").AppendJoin('\n', coded.Select(f => $"{f.Name}: {string.Join(", ", item.Codes(f.Name))}")).Append("\n---\n");
        }

        if (kind.Heading is { } heading)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {item.In(side, heading.Name)}\n\n");
        }

        if (kind.Body is { } body && item.In(side, body.Name) is { Length: > 0 } said)
        {
            text.Append(said).Append('\n');
        }

        foreach (var field in kind.Body is null ? kind.Fields.Where(f => f.IsWritten && f != kind.Heading && item.In(side, f.Name).Length > 0) : [])
        {
            Section(field.Name, item.In(side, field.Name));
        }

        foreach (var row in item.Rows)
        {
            Section($"{row.In(side, kind.Rows!.Fields.First(f => f.Shape == TemplateShape.Line).Name)} {{#{row.Id}}}", row.In(side, kind.Rows.Fields.First(f => f.Shape == TemplateShape.Prose).Name));
        }

        return text.ToString();

        void Section(string heading, string said) => text.Append(text.Length > 0 && text[^2] != '\n' ? "\n" : "").Append(CultureInfo.InvariantCulture, $"## {heading}\n\n{said}\n");
    }
}
