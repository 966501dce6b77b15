using System.Diagnostics;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Published;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>
/// What it takes a new chapter to fetch a province's whole library, and what it still holds of it in memory afterwards. The chapter is the published program on an
/// embedded database, as a volunteer runs it; the hub is filled once.
/// </summary>
internal sealed class LargePull : IBenchmark, IAsyncDisposable
{
    private const int Practices = 100_000, FewPractices = 2_000;
    private const double MostResident = 200;

    private readonly Dictionary<int, RunningNode> _hubs = [];
    private PublishedProgram? _chapter;

    /// <inheritdoc />
    public string Name => "large-pull";

    /// <inheritdoc />
    public string About => $"{Practices:N0} practices of 2 KB from a hub into a new chapter, until its library has them; resident two minutes after it, at most {MostResident} MB";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var hub = await Hub(quick ? FewPractices : Practices, cancel);
        _chapter ??= await PublishedProgram.Make("src/Chapter", "/fr/entrer", cancel);
        using var folder = new TemporaryFolder();
        await using var chapter = await StartedProgram.Start(_chapter, folder, cancel);
        var before = await Enrolled(hub, cancel);
        await chapter.Do(cancel, "enrol", "--code", await Admission.Code(hub, cancel), "--hub", hub.GrpcAddress);
        var enrolled = (await Enrolled(hub, cancel)).Except(before).Single();
        await Admission.Admit(hub, NodeId.TryParse(enrolled, out var id) ? id : throw new InvalidOperationException($"{enrolled} is no chapter."), cancel);

        // The program's own loop may have begun by the time the verb does: either way it returns when everything is there and worked in.
        var start = Stopwatch.GetTimestamp();
        await chapter.Do(cancel, "sync");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var atOnce = chapter.ResidentMegabytes;
        await Task.Delay(TimeSpan.FromSeconds(quick ? 5 : 120), cancel);
        return
        [
            new("until the library has them", "s", seconds),
            new("resident memory right after it", "MB", atOnce),
            new("resident memory two minutes after it", "MB", chapter.ResidentMegabytes, MostResident),
        ];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var hub in _hubs.Values)
        {
            await hub.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> Enrolled(RunningNode hub, CancellationToken cancel) =>
        await hub.Database.Query<string>("select node_id from enrolment order by node_id limit 100", null, cancel);

    private async Task<RunningNode> Hub(int practices, CancellationToken cancel)
    {
        if (!_hubs.TryGetValue(practices, out var hub))
        {
            _hubs[practices] = hub = await RunningNode.Hub(null, [], cancel);
            await new SharedPractices(hub, keepsRecords: false).Share(practices, cancel);
            await hub.Followers.CatchUp(cancel);
        }

        return hub;
    }
}
