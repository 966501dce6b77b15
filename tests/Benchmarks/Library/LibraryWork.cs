using System.Diagnostics;
using System.Globalization;
using RecoveryCoP.Benchmarks.Federation;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Library;

/// <summary>What every node does with the practices it holds before anybody can read or find them: its library's tables and search index.</summary>
internal sealed class LibraryWork(PostgresServer postgres) : IBenchmark
{
    private const int Practices = 10_000, FewPractices = 500, Revisions = 100;
    private const double PracticesBar = 2_500, RevisionsBar = 150;

    /// <inheritdoc />
    public string Name => "library-work";

    /// <inheritdoc />
    public string About => string.Create(
        CultureInfo.InvariantCulture, $"the library's tables and index of {Practices:N0} practices of 2 KB, then of {Revisions} revisions among them; at most {PracticesBar:N0} and {RevisionsBar} ms");

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var count = quick ? FewPractices : Practices;
        var samples = new List<Sample>(await On("embedded", null, count, cancel));
        if (PostgresServer.IsHere)
        {
            samples.AddRange(await On("postgresql", await postgres.CreateDatabase(cancel), count, cancel));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> On(string engine, string? database, int count, CancellationToken cancel)
    {
        await using var hub = await RunningNode.Hub(database, [], cancel);
        // Nobody follows until it is measured.
        await hub.Followers.StopAsync(cancel);
        var practices = new SharedPractices(hub, keepsRecords: false);
        await practices.Share(count, cancel);
        var (all, allocated) = await Follow(hub, cancel);
        await practices.Revise(Revisions, cancel);
        var (some, _) = await Follow(hub, cancel);
        return
        [
            new($"{engine}: {count.ToString("#,0", CultureInfo.InvariantCulture)} practices", "ms", all, PracticesBar),
            new($"{engine}: allocated a practice", "KB", allocated / count / 1024),
            new($"{engine}: {Revisions} revisions", "ms", some, RevisionsBar),
        ];
    }

    private static async Task<(double Milliseconds, double Bytes)> Follow(RunningNode hub, CancellationToken cancel)
    {
        GC.Collect();
        var (before, start) = (GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await hub.Followers.CatchUp(cancel);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetTotalAllocatedBytes() - before);
    }
}
