using System.Globalization;

namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>Rows as people read them.</summary>
internal static class Table
{
    private static readonly string[] _head = ["measure", "unit", "min", "median", "max", "limit", "of the limit"];

    public static void Print(TextWriter output, IBenchmark benchmark, IReadOnlyList<Row> rows, bool quick)
    {
        string[][] lines = [_head, .. rows.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, _head.Length).Select(column => lines.Max(line => line[column].Length))];
        output.WriteLine();
        output.WriteLine($"{benchmark.Name}: {benchmark.About} ({(quick ? "quick: figures mean little" : $"{rows.Max(row => row.Runs)} runs")})");
        foreach (var line in lines)
        {
            // Words to the left, figures to the right.
            output.WriteLine(string.Join("  ", line.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }

    private static string[] Cells(Row row) =>
        [row.Measure, row.Unit, Figure(row.Min), Figure(row.Median), Figure(row.Max), row.Limit is { } limit ? Figure(limit) : "", Share(row)];

    private static string Figure(double value) => value.ToString(Math.Abs(value) < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    private static string Share(Row row) =>
        row.Limit is { } limit and not 0 ? (row.Median / limit).ToString("0%", CultureInfo.InvariantCulture) : "";
}
