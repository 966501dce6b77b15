using System.Diagnostics;
using System.Globalization;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>
/// What it costs to send a large library to the hub and to fetch it from there, beside the same bytes in the same pages through bare calls.
/// Every part is a whole round of a chapter: how it stands, hello, push, pull. The nodes' followers and indexes are on and begin their own
/// work while pages still come; what is left of it afterwards has a row of its own.
/// </summary>
internal sealed class BulkExchange(PostgresServer postgres) : IBenchmark
{
    private const int Practices = 10_000;
    private const int FewPractices = 500;
    private const int Changes = 100;
    private const int EmptyRounds = 20;

    /// <inheritdoc />
    public string Name => "exchange";

    /// <inheritdoc />
    public string About => $"{Practices} practices of 2 KB from a chapter to the hub and on to another chapter, {Changes} changes among them, and rounds without any; beside the same pages by bare gRPC into one table of the same engine";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var count = quick ? FewPractices : Practices;
        var samples = new List<Sample>(await On("embedded", null, count, cancel));
        if (PostgresServer.IsHere)
        {
            samples.AddRange(await On("postgresql", () => postgres.CreateDatabase(cancel), count, cancel));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> On(string engine, Func<Task<string>>? databases, int count, CancellationToken cancel)
    {
        await using var network = await RunningNetwork.Start(databases, loops: false, cancel);
        await using var peer = await BarePeer.Start(network, cancel);
        await peer.Pages(cancel); // its genesis and profile are at the hub already
        var practices = new SharedPractices(network.Author);

        await practices.Share(count, cancel);
        var whole = await Carry($"{engine}: {Said(count)} practices", count, network, peer, cancel);
        await practices.Revise(Changes, cancel);
        var changes = await Carry($"{engine}: {Changes} changes among them", Changes, network, peer, cancel);
        return [.. whole, .. changes, await Nothing(engine, network, peer, cancel)];
    }

    private static async Task<IReadOnlyList<Sample>> Carry(string what, int items, RunningNetwork network, BarePeer peer, CancellationToken cancel)
    {
        var pages = await peer.Pages(cancel);
        await network.Rest(cancel);
        var push = await Seconds(async () => Moved(items, (await RunningNetwork.Round(network.Author, cancel)).Sent));
        var hubIndexed = await Seconds(() => network.Hub.Followers.CatchUp(cancel));
        await network.Rest(cancel);
        var barePush = await Seconds(() => peer.Push(pages, cancel));

        await network.Rest(cancel);
        var pull = await Seconds(async () => Moved(items, (await RunningNetwork.Round(network.Reader, cancel)).Received));
        var readerIndexed = await Seconds(() => network.Reader.Followers.CatchUp(cancel));
        await network.Rest(cancel);
        var barePull = await Seconds(() => peer.Pull(pages, cancel));
        return
        [
            new($"{what}, push", "items/s", items / push, items / barePush),
            new($"{what}, push", "s", push, barePush),
            new($"{what}, push: rest of the hub's library", "s", hubIndexed),
            new($"{what}, pull", "items/s", items / pull, items / barePull),
            new($"{what}, pull", "s", pull, barePull),
            new($"{what}, pull: rest of the reader's library", "s", readerIndexed),
        ];
    }

    private static async Task<Sample> Nothing(string engine, RunningNetwork network, BarePeer peer, CancellationToken cancel)
    {
        var (rounds, bare) = (new List<double>(), new List<double>());
        await network.Rest(cancel);
        for (var round = 0; round < EmptyRounds; round++)
        {
            rounds.Add(await Seconds(async () => Moved(0, (await RunningNetwork.Round(network.Reader, cancel)).Received)));
            bare.Add(await Seconds(() => peer.Nothing(cancel)));
        }

        return new($"{engine}: a round without changes, beside one bare call", "ms", 1000 * Percentiles.Of(rounds).At(50), 1000 * Percentiles.Of(bare).At(50));
    }

    private static async Task<double> Seconds(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Moved(int expected, int items)
    {
        if (items != expected)
        {
            throw new InvalidOperationException($"{items} items moved, and not {expected}");
        }
    }

    private static string Said(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
