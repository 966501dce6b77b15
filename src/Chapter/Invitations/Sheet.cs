using System.Text;
using CsvHelper;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>A row of a table, with the line of the file where it begins.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Cells">What stands in it, without the spaces around.</param>
/// <param name="IsUnclosed">True when a quotation mark in it is never closed: then it ends where its line does.</param>
internal sealed record SheetRow(int Line, IReadOnlyList<string> Cells, bool IsUnclosed = false)
{
    /// <summary>A cell; empty where the row is too short.</summary>
    public string this[int? column] => column is { } c && c < Cells.Count ? Cells[c] : "";
}

/// <summary>A table as spreadsheets write it: separators are found out, formulas are text like any other.</summary>
internal static class Sheet
{
    private const int MostColumns = 100, MostUnclosed = 20;

    /// <summary>Its rows; null when there are more than that.</summary>
    public static IReadOnlyList<SheetRow>? Read(string text, int most)
    {
        List<SheetRow> rows = [];
        var (from, above, unclosed) = (0, 0, 0);
        char? separator = null;
        while (true)
        {
            // A quotation mark that is never closed would take all that follows with it: its row ends with its line, and what follows is read anew.
            var isStrict = unclosed >= MostUnclosed;
            var spoiled = 0;
            using var csv = CsvReader.FromText(text[from..], Options(separator, !isStrict));
            while (csv.Read())
            {
                if (rows.Count > most)
                {
                    return null;
                }

                if (!isStrict && IsUnclosed(csv))
                {
                    spoiled = (int)csv.LineNumber;
                    break;
                }

                rows.Add(new(above + (int)csv.LineNumber, Cells(csv)));
            }

            separator ??= csv.Separator;
            if (spoiled == 0)
            {
                return rows;
            }

            for (var line = 1; line < spoiled; line++)
            {
                from = text.IndexOf('\n', from) + 1;
            }

            var end = text.IndexOf('\n', from);
            using var alone = CsvReader.FromText(end < 0 ? text[from..] : text[from..end], Options(separator, breaks: false));
            rows.Add(new(above + spoiled, alone.Read() ? Cells(alone) : [], IsUnclosed: true));
            if (end < 0)
            {
                return rows;
            }

            (from, above, unclosed) = (end + 1, above + spoiled, unclosed + 1);
        }
    }

    private static CsvReaderOptions Options(char? separator, bool breaks)
    {
        var options = new CsvReaderOptions { HasHeader = false, AllowLineBreaksInQuotes = breaks, TrackLineNumbers = true, IncludeValuesInExceptions = false };
        return separator is { } found ? options with { Separator = found } : options;
    }

    private static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, Math.Min(csv.FieldCount, MostColumns)).Select(c => csv.GetString(c).Trim())];

    // It goes to the end of the text, or to a quotation mark of another cell further down.
    private static bool IsUnclosed(CsvReader csv)
    {
        for (var c = 0; c < csv.FieldCount; c++)
        {
            var raw = Encoding.UTF8.GetString(csv.GetRawSpan(c)).Trim();
            if (raw.StartsWith('"') && raw.Contains('\n', StringComparison.Ordinal)
                && (raw.Length < 2 || !raw.EndsWith('"') || raw[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
