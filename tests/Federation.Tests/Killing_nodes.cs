using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Federation.Tests;

/// <summary>One hub and two chapters, killed at the worst moments there are while people write, share, revise and withdraw at both chapters.</summary>
[Collection<OneNetwork>]
public sealed class Killing_nodes(FoundedNetwork founded)
{
    private const int FewestKills = 10;
    // A long run by hand asks for more.
    private const string KillsVariable = "RECOVERYCOP_KILLS";

    private static readonly string[] _atHub = [FaultPoints.PushCommittedNotReplied, FaultPoints.PullPageHalfSent];
    private static readonly string[] _atChapters = [FaultPoints.PushRepliedNotStored, FaultPoints.PullAppliedCursorNotMoved];

    [Fact]
    public async Task loses_nothing_acknowledged_doubles_nothing_and_shows_nothing_unsigned()
    {
        var seed = Seed.Say();
        var kills = Seed.Told(KillsVariable) ?? FewestKills;
        Seed.Said($"{KillsVariable}={kills}");
        var random = new Random(seed);
        using var run = new Concurrently(TestContext.Current.CancellationToken);
        await using var network = await founded.Copy(run.Token);
        var history = new History();
        var tally = new Tally();
        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(random.Next()))).ToList();

        using var written = new CancellationTokenSource();
        var work = run.All(authors.Select(author => author.Work(written.Token, run.Token)));
        // One side at a time: a chapter that waits for a hub that is always dying learns nothing, and neither does this test.
        await run.All(network.Chapters.Select(chapter => chapter.Start(run.Token)));
        await run.All([Kill(network.Hub, Times(_atHub, kills), new Random(random.Next()), tally, history, run.Token)]);
        await run.All(network.Chapters.Select(chapter =>
            Kill(chapter, Times(_atChapters, (kills + 1) / network.Chapters.Count), new Random(random.Next()), tally, history, run.Token)));
        await written.CancelAsync();
        await work;
        await network.Agree(run.Token);
        await network.Stop(run.Token);

        Seed.Said(tally.Print([.. _atHub, .. _atChapters]));
        Seed.Said(string.Create(CultureInfo.InvariantCulture, $"{authors.Sum(a => a.Practices.Count)} practices, {authors.Sum(a => a.Practices.Sum(p => p.Marks.Count))} revisions acknowledged"));
        Invariants.Hold(network, authors, history);
        Assert.All([.. _atHub, .. _atChapters], point => Assert.True(tally.Of(point) >= FewestKills, $"only {tally.Of(point)} kills hit {point} (seed {seed})"));
    }

    private static async Task Kill(TestNode node, string[] points, Random random, Tally tally, History history, CancellationToken cancel)
    {
        random.Shuffle(points);
        foreach (var point in points)
        {
            var pass = random.Next(1, 3);
            Seed.Said($"{TimeProvider.System.GetUtcNow():T} {node.Name} {point} {pass}");
            await node.DieAt(point, pass, cancel);
            tally.Add(point);
            history.Note(node.Read());
        }

        await node.Start(cancel);
    }

    private static string[] Times(string[] points, int times) => [.. points.SelectMany(point => Enumerable.Repeat(point, times))];
}
