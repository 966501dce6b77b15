using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>
/// What a push costs as the network grows: each of so many chapters waits with a long poll for what one of them says. The chapters are calls and nothing else, in
/// the hub's own process, so what they cost themselves is in the figures.
/// </summary>
internal sealed class Growth : IBenchmark
{
    private static readonly int[] _sizes = [10, 100, 300];

    /// <inheritdoc />
    public string Name => "growth";

    /// <inheritdoc />
    public string About => "a hub and chapters that wait with a long poll each while one of them pushes a revision a second: processor time of a push, hub and chapters' calls together, and until the last of them has it";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var samples = new List<Sample>();
        await using var hub = await RunningNode.Hub(null, new() { ["Exchange:ItemsPerDay"] = "1000000" }, cancel);
        using var network = new WaitingChapters(hub);
        var (before, atFirst) = (0, 0.0);
        foreach (var size in quick ? [5, 10] : _sizes)
        {
            await network.GrowTo(size, cancel);
            var (processor, all) = await network.Pushes(quick ? 3 : 20, cancel);
            samples.Add(new($"{size} chapters: processor time of a push", "ms", processor));
            samples.Add(new($"{size} chapters: until all of them have it, p95", "ms", all));
            if (before > 0)
            {
                samples.Add(new($"from {before} to {size} chapters: processor time for each that waits", "ms", (processor - atFirst) / (size - before)));
            }

            (before, atFirst) = before > 0 ? (before, atFirst) : (size, processor);
        }

        return samples;
    }
}
