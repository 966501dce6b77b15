using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Published;

/// <summary>
/// Whether what a steward is given fits the cheapest server a volunteer can rent: how large it is, how soon it answers, and what it still holds when
/// nobody asks anything. Programs are started in turn, so that whatever else the machine does touches all of them.
/// </summary>
internal sealed class PublishedPrograms : IBenchmark
{
    private const double MostOfTheSilo = 1.3;
    private const double MostMegabytes = 60;
    private const double MostResident = 150;
    private const string SignInPage = "/fr/entrer";

    private readonly List<PublishedProgram> _nodes = [];
    private PublishedProgram? _silo;

    /// <inheritdoc />
    public string Name => "published";

    /// <inheritdoc />
    public string About =>
        $"empty founded nodes as dotnet publish leaves them: at most {MostMegabytes} MB; from the start to the first page, at most {MostOfTheSilo} times that of an empty silo with the same storage; resident two minutes after the last request, at most {MostResident} MB";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        _silo ??= await PublishedProgram.Make("tests/EmptySilo", "/", cancel);
        if (_nodes.Count == 0)
        {
            _nodes.Add(await PublishedProgram.Make("src/Chapter", SignInPage, cancel));
            _nodes.Add(await PublishedProgram.Make("src/Hub", SignInPage, cancel));
        }

        using var folder = new TemporaryFolder();
        await using var silo = await StartedProgram.Start(_silo, folder, cancel);
        await using var chapter = await StartedProgram.Start(_nodes[0], folder, cancel);
        await using var hub = await StartedProgram.Start(_nodes[1], folder, cancel);
        await Task.Delay(TimeSpan.FromSeconds(quick ? 5 : 120), cancel);
        return [.. Samples(silo, null), .. Samples(chapter, silo), .. Samples(hub, silo)];
    }

    private static IEnumerable<Sample> Samples(StartedProgram started, StartedProgram? silo) =>
    [
        new($"{started.Program.Name}: size", "MB", started.Program.Megabytes, silo is null ? null : MostMegabytes),
        new($"{started.Program.Name}: first page after the start", "s", started.Seconds, MostOfTheSilo * silo?.Seconds),
        new($"{started.Program.Name}: resident memory at rest", "MB", started.ResidentMegabytes, silo is null ? null : MostResident),
    ];
}
