using System.Text.Json;

namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>Runs benchmarks one after the other, prints their tables and keeps them as JSON.</summary>
public static class Run
{
    private const string Quick = "--quick";
    private const string Once = "--once";
    private const int Runs = 5;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs those that the arguments name, or all.</summary>
    /// <returns>The exit code: 2 when an argument names no benchmark.</returns>
    public static async Task<int> All(IReadOnlyList<IBenchmark> benchmarks, string[] args)
    {
        var names = args.Where(arg => arg is not (Quick or Once)).ToArray();
        if (names.Except(benchmarks.Select(benchmark => benchmark.Name)).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"No benchmark is called '{unknown}'. There are: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await Console.Out.WriteLineAsync($"{Machine.This.Cores} cores, {Machine.This.MemoryMb} MB, {Machine.This.System} {Machine.This.Architecture}, {Machine.This.Runtime}");
        foreach (var benchmark in benchmarks.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
        {
            await One(benchmark, args.Contains(Quick), args.Contains(Quick) || args.Contains(Once) ? 1 : Runs, stop.Token);
        }

        return 0;
    }

    private static async Task One(IBenchmark benchmark, bool quick, int runs, CancellationToken cancel)
    {
        // The first run warms what is compiled and cached, and is thrown away.
        await benchmark.Measure(quick: true, cancel);
        var samples = new List<Sample>();
        for (var run = 0; run < runs; run++)
        {
            samples.AddRange(await benchmark.Measure(quick, cancel));
        }

        var rows = Row.Of(samples);
        Table.Print(Console.Out, benchmark, rows, quick);
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "benchmarks")).FullName, $"{benchmark.Name}.json");
        var result = new { benchmark.Name, benchmark.About, Quick = quick, At = TimeProvider.System.GetUtcNow(), Machine = Machine.This, Rows = rows };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(result, _json), cancel);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RecoveryCoP.sln")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
