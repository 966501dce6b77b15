using System.Diagnostics;
using System.Globalization;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Published;

/// <summary>A published program that runs, and has answered its first visitors.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private static readonly string[] _founding =
    [
        "init", "--name", "Mesure", "--region", "05", "--person", "Camille", "--address", "camille@example.org",
        "--privacy-officer", "Présidence", "--privacy-contact", "camille@example.org",
    ];

    private readonly ChildProcess process;
    private readonly Dictionary<string, string?> settings;

    private StartedProgram(PublishedProgram program, ChildProcess process, Dictionary<string, string?> settings, double seconds) =>
        (Program, this.process, this.settings, Seconds) = (program, process, settings, seconds);

    public PublishedProgram Program { get; }

    /// <summary>From its start to the last byte of its first page.</summary>
    public double Seconds { get; }

    /// <summary>What it holds now.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
        }
    }

    /// <summary>Starts it on data of its own that an earlier run left in order.</summary>
    public static async Task<StartedProgram> Start(PublishedProgram program, TemporaryFolder folder, CancellationToken cancel)
    {
        var page = new Uri($"http://127.0.0.1:{FreePorts.Take()}{program.Page}");
        var settings = new Dictionary<string, string?>
        {
            ["RECOVERYCOP_Node__DataFolder"] = folder.Folder(program.Name),
            ["RECOVERYCOP_Node__Listen"] = page.GetLeftPart(UriPartial.Authority),
            ["RECOVERYCOP_Node__GrpcListen"] = program.Name == NodeProcess.Hub ? $"http://127.0.0.1:{FreePorts.Take()}" : "",
        };
        await Prepare(program, page, settings, cancel);

        var start = Stopwatch.GetTimestamp();
        var process = Run(program, [], settings);
        try
        {
            using var client = new HttpClient();
            await FirstPage(process, client, page, cancel);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

            // What the first visitors leave behind is a program's normal state, so a few come before it is left alone.
            for (var visit = 0; visit < 20; visit++)
            {
                await client.GetStringAsync(page, cancel);
            }

            return new(program, process, settings, seconds);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has the running program do a verb.</summary>
    /// <returns>What the verb printed.</returns>
    public async Task<string> Do(CancellationToken cancel, params string[] arguments)
    {
        await using var verb = Run(Program, arguments, settings);
        verb.EndInput();
        var ended = await verb.Ended(cancel);
        return ended.ExitCode == 0 ? ended.Output : throw new InvalidOperationException($"{arguments[0]} failed: {ended.Output}{ended.Error}");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    /// <summary>A node is founded; a silo without verbs makes its tables when it is started.</summary>
    private static async Task Prepare(PublishedProgram program, Uri page, Dictionary<string, string?> settings, CancellationToken cancel)
    {
        if (program.Name is not (NodeProcess.Chapter or NodeProcess.Hub))
        {
            await using var first = Run(program, [], settings);
            await first.Answers(page, cancel);
            return;
        }

        await using var founding = Run(program, _founding, settings);
        founding.EndInput();
        if (await founding.Ended(cancel) is { ExitCode: not 0 } failed)
        {
            throw new InvalidOperationException($"{program.Name} was not founded: {failed.Error}");
        }
    }

    private static ChildProcess Run(PublishedProgram program, string[] arguments, Dictionary<string, string?> settings) =>
        ChildProcess.Start(PublishedProgram.Dotnet, [program.Assembly, .. arguments], settings);

    private static async Task FirstPage(ChildProcess process, HttpClient client, Uri page, CancellationToken cancel)
    {
        while (!process.HasEnded)
        {
            try
            {
                await client.GetStringAsync(page, cancel);
                return;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null)
            {
                await Task.Delay(10, cancel);
            }
        }

        throw new InvalidOperationException($"It ended before it answered: {process.Error}");
    }
}
