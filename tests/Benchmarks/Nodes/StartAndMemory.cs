using System.Diagnostics;
using System.Globalization;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Nodes;

/// <summary>Whether a node fits the cheapest server a volunteer can rent: how soon it answers, and what it still holds when nobody asks anything.</summary>
internal sealed class StartAndMemory : IBenchmark
{
    private const double MostSeconds = 2;
    private const double MostMegabytes = 150;

    /// <inheritdoc />
    public string Name => "start-and-memory";

    /// <inheritdoc />
    public string About => "an empty founded node as its own process: from its start to its first page, and resident memory two minutes after its last request";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using var chapter = await Started.Of(NodeProcess.Chapter, folder, cancel);
        await using var hub = await Started.Of(NodeProcess.Hub, folder, cancel);
        await Task.Delay(TimeSpan.FromSeconds(quick ? 5 : 120), cancel);
        return [.. chapter.Samples(), .. hub.Samples()];
    }

    /// <summary>A node that has answered its first visitors.</summary>
    private sealed record Started(string Program, NodeProcess Node, double Seconds) : IAsyncDisposable
    {
        public static async Task<Started> Of(string program, TemporaryFolder folder, CancellationToken cancel)
        {
            var page = new Uri($"http://127.0.0.1:{FreePorts.Take()}/fr/entrer");
            var settings = new Dictionary<string, string?>
            {
                ["RECOVERYCOP_Node__DataFolder"] = folder.Folder(program),
                ["RECOVERYCOP_Node__Listen"] = page.GetLeftPart(UriPartial.Authority),
                ["RECOVERYCOP_Node__GrpcListen"] = program == NodeProcess.Hub ? $"http://127.0.0.1:{FreePorts.Take()}" : "",
            };
            await Found(program, settings, cancel);

            var start = Stopwatch.GetTimestamp();
            var node = NodeProcess.Start(program, [], settings);
            try
            {
                var seconds = await FirstPage(node, page, start, cancel);

                // What the first visitors leave behind is a node's normal state, so a few come before it is left alone.
                using var client = new HttpClient();
                for (var visit = 0; visit < 20; visit++)
                {
                    await client.GetStringAsync(page, cancel);
                }

                return new Started(program.ToLowerInvariant(), node, seconds);
            }
            catch
            {
                await node.DisposeAsync();
                throw;
            }
        }

        public IEnumerable<Sample> Samples() =>
        [
            new($"{Program}: first page after the start", "s", Seconds, MostSeconds),
            new($"{Program}: resident memory at rest", "MB", ResidentMegabytes(Node.Id), MostMegabytes),
        ];

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }

    private static async Task Found(string program, Dictionary<string, string?> settings, CancellationToken cancel)
    {
        string[] said =
        [
            "init", "--name", "Mesure", "--region", "05", "--person", "Camille", "--address", "camille@example.org",
            "--privacy-officer", "Présidence", "--privacy-contact", "camille@example.org",
        ];
        var finished = await NodeProcess.Run(program, said, cancel, settings);
        if (finished.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} was not founded: {finished.Error}");
        }
    }

    private static async Task<double> FirstPage(NodeProcess node, Uri page, long start, CancellationToken cancel)
    {
        using var client = new HttpClient();
        while (!node.Process.HasEnded)
        {
            try
            {
                using var answer = await client.GetAsync(page, cancel);
                answer.EnsureSuccessStatusCode();
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null)
            {
                await Task.Delay(10, cancel);
            }
        }

        throw new InvalidOperationException($"It ended before it answered: {node.Process.Error}");
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
