using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>Bits are flipped on the way between chapters and hub, connections are cut in the middle of what they carry, and bytes come late.</summary>
[Collection<OneNetwork>]
public sealed class A_line_that_garbles(FoundedNetwork founded)
{
    private const int Flips = 30, Cuts = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task loses_nothing_forges_nothing_and_does_not_keep_the_nodes_from_agreeing()
    {
        var random = new Random(Seed.Say());
        using var run = new Concurrently(Cancel);
        await using var network = await founded.Copy(run.Token);
        var lines = network.Chapters.Select(chapter => new BadLine(network.Hub, Flips, Cuts, new Random(random.Next()))).ToList();
        await using var first = lines[0];
        await using var second = lines[1];
        foreach (var (chapter, line) in network.Chapters.Zip(lines))
        {
            chapter.CallHubAt(line.Address);
            // A length that was garbled is waited for in vain: not for long here.
            chapter.Set("Sync__CallSeconds", "3");
            chapter.Set("Sync__PullWaitSeconds", "2");
        }

        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(random.Next()))).ToList();
        await network.Start(run.Token);
        using var written = new CancellationTokenSource();
        var work = run.All(authors.Select(author => author.Work(written.Token, run.Token)));
        foreach (var (chapter, line) in network.Chapters.Zip(lines))
        {
            await chapter.Until(() => Task.FromResult(line.IsGood), run.Token);
        }

        await written.CancelAsync();
        await work;
        await network.Agree(run.Token);
        await network.Stop(run.Token);
        Seed.Said(string.Create(CultureInfo.InvariantCulture, $"{2 * Flips} bits flipped, {2 * Cuts} connections cut, {authors.Sum(a => a.Practices.Sum(p => p.Marks.Count))} revisions acknowledged"));
        Invariants.Hold(network, authors, new History());
    }
}
