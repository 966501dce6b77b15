using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.PersonalData;

/// <summary>
/// Everything that is kept of a person, as one file: a page to read, and each part once for machines (JSON) and once for spreadsheets (CSV). It is written as it is
/// read, so that nobody's is ever whole in memory or on the node's disk.
/// </summary>
internal sealed class PersonalArchive(IEnumerable<IPersonalData> data, IEnumerable<PrivacyEntry> entries, PublicAddress site, TimeProvider clock)
{
    private static readonly JsonWriterOptions readableJson = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly HtmlEncoder html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The parts there are, for a person.</summary>
    public IReadOnlyList<PersonalPart> PartsOf(Guid person) => [.. data.SelectMany(d => d.Of(person))];

    /// <summary>What is kept of people and is in nobody's file, with the reason.</summary>
    public IEnumerable<PrivacyEntry> LeftOut => entries.Where(e => e.NotInMyData is not null).OrderBy(e => e.Order);

    /// <summary>Writes it.</summary>
    public async Task Write(Guid person, Language language, Stream to, CancellationToken cancellationToken)
    {
        var parts = PartsOf(person);
        var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            await Entry(zip, language == Language.French ? "lisez-moi.html" : "readme.html", file => WritePage(parts, language, file, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var part in parts)
            {
                await Entry(zip, $"{part.Name}.json", file => WriteJson(part, language, file, cancellationToken), cancellationToken).ConfigureAwait(false);
                await Entry(zip, $"{part.Name}.csv", file => WriteTable(part, language, file, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task Entry(ZipArchive zip, string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var file = await zip.CreateEntry(name).OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await write(file).ConfigureAwait(false);
        }
    }

    private async Task WriteJson(PersonalPart part, Language language, Stream file, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(file, readableJson);
        json.WriteStartArray();
        await foreach (var row in part.Rows(cancellationToken).ConfigureAwait(false))
        {
            json.WriteStartObject();
            foreach (var (column, value) in part.Columns.Zip(row))
            {
                json.WritePropertyName(column.Name);
                switch (value)
                {
                    case null: json.WriteNullValue(); break;
                    case bool yes: json.WriteBooleanValue(yes); break;
                    case int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
                    case IReadOnlyList<string> list: JsonSerializer.Serialize(json, list); break;
                    case IReadOnlyList<Coded> chosen: JsonSerializer.Serialize(json, chosen.Select(c => c.Code)); break;
                    default: json.WriteStringValue(Plain(value, language)); break;
                }
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
    }

    // The mark at the beginning is how spreadsheets know that it is UTF-8.
    private async Task WriteTable(PersonalPart part, Language language, Stream file, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', part.Columns.Select(c => Cell(c.Name)))).ConfigureAwait(false);
        await foreach (var row in part.Rows(cancellationToken).ConfigureAwait(false))
        {
            await text.WriteLineAsync(string.Join(',', row.Select(value => Cell(Plain(value, language))))).ConfigureAwait(false);
        }
    }

    /// <summary>A cell of a table. What a spreadsheet would take for a formula stands behind an apostrophe, as text: somebody else may have written it.</summary>
    internal static string Cell(string value) =>
        $"\"{(value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task WritePage(IReadOnlyList<PersonalPart> parts, Language language, Stream file, CancellationToken cancellationToken)
    {
        string T(Text text) => html.Encode(text.In(language));
        await using var page = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
        await page.WriteAsync(
            $$"""
            <!doctype html>
            <html lang="{{language.Code}}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{{T(PersonalDataText.PageTitle)}}</title>
            <style>
              body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1c2b28; background: #fff }
              dl { border-top: 1px solid #b9c6c2; padding-top: .5rem } dt { font-weight: 600 } dd { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere }
              h2 { margin-top: 2.5rem } a { color: #0b5a4a }
            </style>
            <main>
            <h1>{{T(PersonalDataText.PageTitle)}}</h1>
            <p>{{T(PersonalDataText.PageLead.With(Dates.DayAndTime(clock.GetUtcNow(), language)))}}</p>
            <p>{{T(PersonalDataText.Others)}}</p>
            """).ConfigureAwait(false);
        List<Text> empty = [];
        foreach (var part in parts)
        {
            var count = 0;
            await foreach (var row in part.Rows(cancellationToken).ConfigureAwait(false))
            {
                await page.WriteAsync(count++ == 0 ? $"<section><h2>{T(part.Title)}</h2><dl>" : "<dl>").ConfigureAwait(false);
                foreach (var (column, value) in part.Columns.Zip(row).Where(one => one.Second is not (null or "")))
                {
                    await page.WriteAsync($"<dt>{T(column.Label)}</dt><dd>{Shown(value!, language)}</dd>").ConfigureAwait(false);
                }

                await page.WriteLineAsync("</dl>").ConfigureAwait(false);
            }

            if (count == 0)
            {
                empty.Add(part.Title);
                continue;
            }

            await page.WriteLineAsync(count == PersonalPart.MostRows ? $"<p>{T(PersonalDataText.Cut.With(PersonalPart.MostRows))}</p></section>" : "</section>").ConfigureAwait(false);
        }

        await page.WriteLineAsync($"<section><h2>{T(PersonalDataText.Nothing)}</h2><ul>{string.Concat(empty.Select(title => $"<li>{T(title)}</li>"))}</ul></section>").ConfigureAwait(false);
        await page.WriteLineAsync($"<section><h2>{T(PersonalDataText.LeftOut)}</h2><dl>").ConfigureAwait(false);
        foreach (var entry in LeftOut)
        {
            await page.WriteLineAsync($"<dt>{T(entry.What)}</dt><dd>{T(entry.NotInMyData!)}</dd>").ConfigureAwait(false);
        }

        await page.WriteLineAsync("</dl></section></main></html>").ConfigureAwait(false);
    }

    private string Shown(object value, Language language) => value is Link
        ? $"<a href=\"{html.Encode(Plain(value, language))}\">{html.Encode(Plain(value, language))}</a>"
        : html.Encode(value switch
        {
            bool yes => (yes ? PersonalDataText.Yes : PersonalDataText.No).In(language),
            Coded chosen => chosen.Words.In(language),
            IReadOnlyList<Coded> several => string.Join("; ", several.Select(c => c.Words.In(language))),
            DateTimeOffset at => Dates.DayAndTime(at, language),
            DateOnly day => Dates.Day(day, language),
            _ => Plain(value, language),
        });

    private string Plain(object? value, Language language) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        Coded chosen => chosen.Code,
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Link page => new Uri(site.Root, page.Path.In(language)).ToString(),
        IReadOnlyList<string> list => string.Join("; ", list),
        IReadOnlyList<Coded> several => string.Join("; ", several.Select(c => c.Code)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"Nothing can be given as a {value.GetType().Name}.", nameof(value)),
    };
}
