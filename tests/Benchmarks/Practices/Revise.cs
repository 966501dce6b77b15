using RecoveryCoP.Federation.V1;
using Google.Protobuf;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Practices;

/// <summary>
/// What a command costs in a real chapter, beside the least that keeping the same bytes can cost. The bar (40 % of the rate, four times the
/// 99th percentile) is for practices in the network, the harder of the two: each revision is signed, chained and indexed meanwhile.
/// </summary>
internal sealed class Revise(PostgresServer postgres) : IBenchmark
{
    private const int Callers = 16;
    private const int Practices = 200;

    /// <inheritdoc />
    public string Name => "revise";

    /// <inheritdoc />
    public string About => $"revising {Practices} practices of 2 KB, {Callers} callers, beside a bare upsert of the same bytes through the same gate; at least 40 % of its rate, at most 4 times its p99 (embedded)";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var rounds = quick ? 1 : 5;
        var samples = new List<Sample>();
        foreach (var shared in new[] { true, false })
        {
            samples.AddRange(await On(null, shared, rounds, cancel));
        }

        if (PostgresServer.IsHere)
        {
            samples.AddRange(await On(await postgres.CreateDatabase(cancel), shared: true, rounds, cancel));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> On(string? database, bool shared, int rounds, CancellationToken cancel)
    {
        await using var chapter = await RunningNode.Chapter(database, cancel);
        var grains = new IPracticeGrain[Practices];
        for (var number = 0; number < Practices; number++)
        {
            grains[number] = chapter.Grains.GetGrain<IPracticeGrain>(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        }

        await new Load().Round(Callers, Practices, number => Write(grains[number], number, shared));
        await Prepare(chapter, cancel);
        await chapter.Followers.CatchUp(cancel);

        // In turns, so that whatever else the machine does meets both alike; the followers' rest is never left to the peer.
        var (revised, bare) = (new Load(), new Load());
        for (var round = 0; round <= rounds; round++)
        {
            if (round == 1)
            {
                // The first round only filled this node's caches and connections.
                (revised, bare) = (new Load(), new Load());
            }

            var revision = round + 2;
            PracticeContent[] texts = [.. Enumerable.Range(0, Practices).Select(number => SamplePractices.Text(number, revision))];
            await bare.Round(Callers, Practices, number => Upsert(chapter, number, texts[number].ToByteArray(), cancel));
            await revised.Round(Callers, Practices, number => Again(grains[number], texts[number], revision));
            await chapter.Followers.CatchUp(cancel);
        }

        return Samples($"{(database is null ? "embedded" : "postgresql")}, {(shared ? "in the network" : "in the chapter")}", database is null, revised, bare);
    }

    private static IReadOnlyList<Sample> Samples(string where, bool hasBar, Load revised, Load bare)
    {
        var (waits, least) = (revised.Waits, bare.Waits);
        return
        [
            new($"{where}: revisions", "per s", revised.Rate, bare.Rate),
            new($"{where}: a caller's wait, p50", "ms", waits.At(50), least.At(50)),
            new($"{where}: a caller's wait, p99", "ms", waits.At(99), least.At(99)),
            new($"{where}: share of the bare rate", "%", 100 * revised.Rate / bare.Rate, hasBar ? 40 : null),
            new($"{where}: p99 over the bare p99", "times", waits.At(99) / least.At(99), hasBar ? 4 : null),
        ];
    }

    private static async Task Write(IPracticeGrain grain, int number, bool shared)
    {
        Done(await grain.Do(new WritePractice(SamplePractices.Leader, SamplePractices.Text(number, 1).ToByteArray(), SamplePractices.Facts)));
        Done(await grain.Do(new ShareInChapter(SamplePractices.Leader, 1)));
        if (shared)
        {
            Done(await grain.Do(new ShareInNetwork(SamplePractices.Leader, 1, AuthorAgrees: true)));
        }
    }

    private static async Task Again(IPracticeGrain grain, PracticeContent text, int revision) =>
        Done(await grain.Do(new RevisePractice(SamplePractices.Leader, revision - 1, text.ToByteArray(), SamplePractices.Facts, "")));

    private static Task<int> Prepare(RunningNode chapter, CancellationToken cancel) => chapter.Database.Write(
        t => t.Execute($"create table bare (id bigint primary key, bytes {(chapter.Database.Engine == Node.Storage.Engine.Sqlite ? "blob" : "bytea")} not null)"), cancel);

    private static Task<int> Upsert(RunningNode chapter, int id, byte[] bytes, CancellationToken cancel) => chapter.Database.Write(
        t => t.Execute("insert into bare (id, bytes) values (@id, @bytes) on conflict (id) do update set bytes = excluded.bytes", new { id, bytes }), cancel);

    private static void Done(Result outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", outcome.Refusals));
        }
    }
}
