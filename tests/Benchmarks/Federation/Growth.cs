using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>
/// What a push costs a hub as the network grows: each of so many chapters waits with a long poll for what one of them says. The chapters are calls and nothing
/// else; the hub is a process of its own, so what the calls cost themselves is not in its figures.
/// </summary>
internal sealed class Growth : IBenchmark
{
    private static readonly int[] _sizes = [10, 100, 300];

    /// <inheritdoc />
    public string Name => "growth";

    /// <inheritdoc />
    public string About => "a hub and chapters that wait with a long poll each while one of them pushes a revision a second: the hub's processor time of a push, and until the last of them has it";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var samples = new List<Sample>();
        int[] sizes = quick ? [5, 10] : _sizes;
        using var folder = new TemporaryFolder();
        using var network = new WaitingChapters();
        var settings = new Dictionary<string, string?> { ["RECOVERYCOP_Exchange__ItemsPerDay"] = "1000000", ["RECOVERYCOP_Node__DataFolder"] = folder.Path };
        await using (var founding = await RunningNode.Hub(null, [], cancel, folder))
        {
            (settings["RECOVERYCOP_Node__Listen"], settings["RECOVERYCOP_Node__GrpcListen"]) = (founding.Service<NodeOptions>().Listen, founding.GrpcAddress);
            await network.Enrol(founding, sizes[^1], cancel);
        }

        await using var hub = NodeProcess.Start(NodeProcess.Hub, [], settings);
        await hub.Answers(new Uri(settings["RECOVERYCOP_Node__Listen"]!), cancel);
        var (before, atFirst) = (0, 0.0);
        foreach (var size in sizes)
        {
            await network.WaitUpTo(size, cancel);
            var (processor, all) = await network.Pushes(quick ? 3 : 20, hub.Process, cancel);
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
