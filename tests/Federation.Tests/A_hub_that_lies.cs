using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>A chapter whose hub says whatever it likes about everybody's feeds and about itself, but has nobody's key.</summary>
[Collection<OneNetwork>]
public sealed class A_hub_that_lies(FoundedNetwork founded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gets_nothing_forged_shown_stops_nothing_else_and_is_forgiven_as_soon_as_it_tells_the_truth()
    {
        var random = new Random(Seed.Say());
        await using var network = await founded.Copy(Cancel);
        await using var liar = await LyingHub.InFrontOf(network.Hub, Cancel);
        var (writer, reader) = (network.Chapters[0], network.Chapters[1]);
        var authors = network.Chapters.Select(node => new Author(node, network.Browsers[node], new Random(random.Next()))).ToList();
        reader.CallHubAt(liar.Address);
        reader.Set("Sync__PullWaitSeconds", "2"); // it says hello between two pulls, and then learns the truth
        await network.Start(Cancel);
        await network.Agree(Cancel);
        var lies = new Lies(new Random(random.Next()));

        foreach (var lie in lies.InPages)
        {
            liar.Tell(lie);
            var practice = await authors[0].WriteAndShare(Cancel);
            await authors[0].Revise(practice, Cancel);
            await authors[0].Revise(practice, Cancel);
            await Heard(lie);

            // A page that is no good stops nobody from being heard.
            await authors[1].WriteAndShare(Cancel);
            await network.Hub.Until(hub => hub.FeedOf(reader.Read().NodeId).Count == reader.Read().FeedOf(reader.Read().NodeId).Count, Cancel);
            await Forgiven(lie);
        }

        foreach (var lie in lies.InAnswers)
        {
            liar.Tell(lie);
            await authors[1].WriteAndShare(Cancel);
            await authors[0].WriteAndShare(Cancel);
            await Heard(lie);
            await Forgiven(lie);
        }

        await network.Stop(Cancel);
        Invariants.Hold(network, authors, new History());

        async Task Heard(Lie lie)
        {
            await reader.Until(() => Task.FromResult(liar.WasHeard), Cancel);
            Invariants.NothingForged(network, authors);
            Seed.Said($"{TimeProvider.System.GetUtcNow():T} {lie}");
        }

        async Task Forgiven(Lie lie)
        {
            liar.Tell(null);
            await network.Agree(Cancel);
            Seed.Said($"{TimeProvider.System.GetUtcNow():T} {lie}: forgiven");
        }
    }
}
