using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Hub;

/// <summary>What anybody opens at a hub that has been in use for decades: a request over the loopback to its last byte. The hub is filled once and then read.</summary>
internal sealed class HubPages(PostgresServer postgres) : IBenchmark, IAsyncDisposable
{
    private const double PageBar = 50, SearchBar = 100, DiskBar = 6;
    private const int Practices = 100_000, FewPractices = 2_000;

    private readonly Dictionary<(string Engine, int Practices), (RunningNode Hub, (string Node, Guid Practice) One)> _filled = [];

    /// <inheritdoc />
    public string Name => "hub-pages";

    /// <inheritdoc />
    public string About => $"pages of a hub with {Practices:N0} practices of 100 chapters, at the server, p95; at most {PageBar} ms, searches {SearchBar} ms; at most {DiskBar} KB of disk a practice";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var count = quick ? FewPractices : Practices;
        var samples = new List<Sample>(await On("embedded", count, null, quick, cancel));
        if (PostgresServer.IsHere)
        {
            samples.AddRange(await On("postgresql", count, () => postgres.CreateDatabase(cancel), quick, cancel));
        }

        return samples;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var (hub, _) in _filled.Values)
        {
            await hub.DisposeAsync();
        }
    }

    private static IEnumerable<(string Name, string Path, double Bar)> Pages((string Node, Guid Practice) one) =>
    [
        ("home", "/fr", PageBar),
        ("communities", "/fr/communautes", PageBar),
        ("library", "/fr/bibliotheque", PageBar),
        ("library, page 500", "/fr/bibliotheque?page=500", PageBar),
        ("library, one topic", "/fr/bibliotheque?topic=recovery-college", PageBar),
        ("library, one chapter", $"/fr/bibliotheque?chapter={one.Node}", PageBar),
        ("a practice", $"/fr/bibliotheque/{one.Node}/{one.Practice}", PageBar),
        ("search, a word of every title", "/fr/bibliotheque?q=cafe", SearchBar),
        ("search, a word of most texts", "/fr/bibliotheque?q=entraide", SearchBar),
        ("search, a word of most texts, page 2,000", "/fr/bibliotheque?q=entraide&page=2000", SearchBar),
        ("search, two common words in one topic", "/fr/bibliotheque?q=entraide+atelier&topic=recovery-college", SearchBar),
        ("search, two letters", "/fr/bibliotheque?q=re", SearchBar),
        ("search, one letter, page 4,000", "/fr/bibliotheque?q=r&page=4000", SearchBar),
        ("search, a rare number", "/fr/bibliotheque?q=777", SearchBar),
    ];

    private async Task<IReadOnlyList<Sample>> On(string engine, int count, Func<Task<string>>? database, bool quick, CancellationToken cancel)
    {
        if (!_filled.TryGetValue((engine, count), out var at))
        {
            var hub = await RunningNode.Hub(database is null ? null : await database(), [], cancel);
            at = (hub, await LargeHub.Fill(hub, count, cancel));
            _filled[(engine, count)] = at;
        }

        using var reader = new FormClient(at.Hub.Address);
        var samples = new List<Sample> { new($"{engine}: disk a practice", "KB", await LargeHub.Size(at.Hub, cancel) / 1024d / count, DiskBar) };
        foreach (var (name, path, bar) in Pages(at.One))
        {
            samples.Add(new($"{engine}: {name}, p95", "ms", (await Waits.Of(reader, path, quick ? 5 : 30, cancel)).At(95), bar));
        }

        return samples;
    }
}
