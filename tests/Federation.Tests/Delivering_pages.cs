using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Federation.Tests;

/// <summary>Pages of a feed that reach the hub twice, too early, or in pieces.</summary>
[Collection<OneNetwork>]
public sealed class Delivering_pages(FoundedNetwork founded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task twice_and_out_of_order_ends_as_delivering_them_once_in_order()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        var author = new Author(chapter, network.Browsers[chapter], new Random(21));
        var known = chapter.Read().Feeds.Count(item => item.NodeId == chapter.Read().NodeId);
        var waiting = await WriteAlone(chapter, author, known);
        var (first, second) = (waiting.Take(3).ToList(), waiting.Skip(3).ToList());

        network.Hub.Set("Exchange__PageAheadSeconds", "1"); // how long the page that is too early waits for the one before
        await network.Hub.Start(Cancel);
        using (var courier = new Courier(chapter, network.Hub))
        {
            Assert.Equal(["Rejected GAP"], await courier.Deliver(second, Cancel));
            Assert.All(await courier.Deliver(first, Cancel), result => Assert.Equal("Accepted", result));
            Assert.All(await courier.Deliver(first, Cancel), result => Assert.Equal("Duplicate", result));
            Assert.Equal([.. first.Select(_ => "Duplicate"), .. second.Select(_ => "Accepted")], await courier.Deliver(waiting, Cancel));
            Assert.All(await courier.Deliver(Enumerable.Reverse(waiting), Cancel), result => Assert.Equal("Duplicate", result));
        }

        await Task.WhenAll(network.Chapters.Select(node => node.Start(Cancel)));
        await network.Agree(Cancel);
        await network.Stop(Cancel);
        Invariants.Hold(network, [author], new History());
    }

    // While the hub is away, so that the feed is only here.
    private static async Task<IReadOnlyList<FeedEntry>> WriteAlone(TestNode chapter, Author author, int known)
    {
        await chapter.Start(Cancel);
        for (var written = 0; written < 3; written++)
        {
            var practice = await author.Write(Cancel);
            await author.Share(practice, Cancel);
            await author.Revise(practice, Cancel);
        }

        const int said = 6;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (chapter.Read() is var now && now.FeedOf(now.NodeId).Count < known + said)
        {
            await tick.WaitForNextTickAsync(Cancel);
        }

        await chapter.Stop(Cancel);
        var state = chapter.Read();
        return [.. Feeds.EntriesOf(state, state.NodeId).Where(e => e.Row.First > known).Select(e => e.Entry)];
    }
}
