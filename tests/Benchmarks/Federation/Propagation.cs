using System.Diagnostics;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>How long one change is on its way from chapter to chapter while everything else rests. The peer is one bare call: the way has two of them, and three commits.</summary>
internal sealed class Propagation(PostgresServer postgres) : IBenchmark
{
    private const int Practices = 20;

    /// <inheritdoc />
    public string Name => "propagation";

    /// <inheritdoc />
    public string About => "single revisions, chapter to hub to chapter, the loops running with long polls: from the commit at the one until the item is stored at the other; beside a bare unary gRPC round trip on loopback";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var changes = quick ? 20 : 200;
        var samples = new List<Sample>(await On("embedded", null, changes, cancel));
        if (PostgresServer.IsHere)
        {
            samples.AddRange(await On("postgresql", () => postgres.CreateDatabase(cancel), changes, cancel));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> On(string engine, Func<Task<string>>? databases, int changes, CancellationToken cancel)
    {
        await using var network = await RunningNetwork.Start(databases, loops: true, cancel);
        await using var bare = await BareExchange.Start(new BareTable(network.Hub.Database), cancel);
        var practices = new SharedPractices(network.Author);
        await practices.Share(Practices, cancel);
        await Change(network, practices, 0, cancel);

        var (ways, calls) = (new List<double>(), new List<double>());
        for (var change = 0; change < changes; change++)
        {
            // A revision now and then, as people make them: each finds the nodes idle.
            await network.Rest(cancel);
            ways.Add(await Change(network, practices, change, cancel));
            await network.Rest(cancel);
            calls.Add(await Call(bare, cancel));
        }

        var (way, call) = (Percentiles.Of(ways), Percentiles.Of(calls));
        return
        [
            new($"{engine}: chapter to hub to chapter, p50", "ms", way.At(50), call.At(50)),
            new($"{engine}: chapter to hub to chapter, p95", "ms", way.At(95), call.At(95)),
        ];
    }

    private static async Task<double> Change(RunningNetwork network, SharedPractices practices, int change, CancellationToken cancel)
    {
        var (item, said) = await practices.Revise(change, Practices, cancel);
        return Stopwatch.GetElapsedTime(said, await Stored(network.Reader.Database, item, cancel)).TotalMilliseconds;
    }

    private static async Task<long> Stored(Database database, ItemId item, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(2)); // turns a wait for ever into a failure
        while (true)
        {
            var written = database.Changes.Next;
            if (await database.Find<long>("select count(*) from item where item_id = @id", new { id = item.ToBytes() }, limit.Token) > 0)
            {
                return Stopwatch.GetTimestamp();
            }

            await written.WaitAsync(limit.Token);
        }
    }

    private static async Task<double> Call(BareExchange bare, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        await bare.Client.HelloAsync(new HelloRequest(), cancellationToken: cancel);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
