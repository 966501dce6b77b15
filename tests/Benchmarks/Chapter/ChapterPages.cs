using System.Globalization;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Chapter;

/// <summary>
/// What pages that every member opens cost at the server, in a chapter far larger than any will be: a request over the loopback, through
/// session, queries and rendering, to its last byte. The bar is 50 ms on the embedded database.
/// </summary>
internal sealed class ChapterPages(PostgresServer postgres) : IBenchmark
{
    private const double Bar = 50;

    private static readonly (string Name, string Path)[] _pages =
    [
        ("a member's home", "/fr"),
        ("list of meetings", "/fr/rencontres"),
        ("list of meetings, a past year, page 2", $"/fr/rencontres?year={LargeChapter.BusiestYear.ToString(CultureInfo.InvariantCulture)}&page=2"),
        ("topics", "/fr/sujets"),
        ("practices", "/fr/pratiques"),
        ("people", "/fr/personnes"),
        ("committees", "/fr/comites"),
        ("actions", "/fr/suivis"),
    ];

    /// <inheritdoc />
    public string Name => "chapter-pages";

    /// <inheritdoc />
    public string About => $"pages of a chapter with {LargeChapter.Members:N0} members and {LargeChapter.Meetings} meetings, at the server; at most {Bar} ms (embedded)";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var samples = new List<Sample>(await On(null, quick, cancel));
        if (PostgresServer.IsHere && !quick)
        {
            samples.AddRange(await On(await postgres.CreateDatabase(cancel), quick, cancel));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> On(string? database, bool quick, CancellationToken cancel)
    {
        // Letters to everybody are another benchmark's matter.
        await using var chapter = await RunningNode.Chapter(database, cancel, settings: new() { ["Mail:MostPerDay"] = "1" });
        var link = await LargeChapter.Fill(chapter, cancel);
        using var reader = new FormClient(chapter.Address);
        await reader.SignIn(link, cancel);
        var samples = new List<Sample>();
        var searched = (await reader.Fill("/fr/personnes", "search", cancel, ("Sought", "etie"))).Location;
        foreach (var (name, path) in _pages.Append(("people, searched", searched)))
        {
            var waits = await Waits.Of(reader, path, quick ? 20 : 200, cancel);
            var where = database is null ? "embedded" : "postgresql";
            samples.Add(new($"{where}: {name}, p50", "ms", waits.At(50), database is null ? Bar : null));
            samples.Add(new($"{where}: {name}, p95", "ms", waits.At(95), database is null ? Bar : null));
        }

        return samples;
    }
}
