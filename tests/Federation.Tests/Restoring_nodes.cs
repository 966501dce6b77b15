using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Federation.Tests;

/// <summary>An older copy of a folder is put back and nobody is told. The network finds out by itself, and ends in one truth that has everything that was shared.</summary>
public sealed class Restoring_nodes(FoundedNetwork founded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task a_chapter_gets_back_what_it_had_shared_and_goes_on_behind_it(bool hubIsUp, bool isKilled)
    {
        await using var network = await founded.Copy(Cancel);
        var (hub, chapter) = (network.Hub, network.Chapters[0]);
        var author = new Author(chapter, network.Browsers[chapter], new Random(21));
        await network.Start(Cancel);
        var known = await Shared(author);
        await network.Agree(Cancel);
        var backup = await BackedUp(network, chapter);
        await author.Revise(known, Cancel);
        var forgotten = await Shared(author);
        await network.Agree(Cancel);
        await chapter.Stop(Cancel);
        chapter.Restore(backup);

        if (isKilled)
        {
            await chapter.DieAt(FaultPoints.OwnFeedBackNotSpeaking, 1, Cancel);
        }

        if (!hubIsUp)
        {
            await hub.Stop(Cancel);
        }

        await chapter.Start(Cancel);
        if (!hubIsUp)
        {
            // Nothing is signed that the hub may already have something else for.
            await author.Revise(known, Cancel);
            Assert.Contains("En attente d’être remise", (await network.Browsers[chapter].Open($"/fr/pratiques/{known.Id}", Cancel)).Words, StringComparison.Ordinal);
            Assert.Equal(3, chapter.Read().FeedOf(chapter.Read().NodeId).Count);
            await hub.Start(Cancel);
        }

        await network.Agree(Cancel);
        await author.Revise(forgotten, Cancel);
        await author.Revise(known, Cancel);
        await network.Agree(Cancel);
        await network.Stop(Cancel);

        Invariants.Hold(network, [author], new History());
    }

    [Fact]
    public async Task a_hub_gets_everything_back_though_nobody_has_anything_new_to_say()
    {
        await using var network = await founded.Copy(Cancel);
        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(22))).ToList();
        await network.Start(Cancel);
        var backup = await BackedUp(network, network.Hub);
        foreach (var author in authors)
        {
            await Shared(author);
        }

        await network.Agree(Cancel);
        await network.Hub.Stop(Cancel);
        network.Hub.Restore(backup);
        await network.Hub.Start(Cancel);
        await network.Agree(Cancel);

        await Shared(authors[0]);
        await network.Agree(Cancel);
        await network.Stop(Cancel);
        Invariants.Hold(network, authors, new History());
    }

    [Fact]
    public async Task a_hub_and_a_chapter_at_once_get_back_what_another_chapter_still_holds()
    {
        await using var network = await founded.Copy(Cancel);
        var (hub, chapter, other) = (network.Hub, network.Chapters[0], network.Chapters[1]);
        var author = new Author(chapter, network.Browsers[chapter], new Random(23));
        await network.Start(Cancel);
        var (old, oldHub) = (await BackedUp(network, chapter), await BackedUp(network, hub));
        var forgotten = await Shared(author);
        await network.Agree(Cancel);
        await network.Stop(Cancel);
        chapter.Restore(old);
        hub.Restore(oldHub);

        // The chapter that holds it comes last: the two that do not must wait for it.
        await hub.Start(Cancel);
        await chapter.Start(Cancel);
        await other.Start(Cancel);
        await network.Agree(Cancel);
        await author.Revise(forgotten, Cancel);
        await network.Agree(Cancel);
        await network.Stop(Cancel);

        Invariants.Hold(network, [author], new History());
    }

    [Fact]
    public async Task two_live_copies_of_a_chapter_are_told_and_somebody_decides_which_goes_on()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        var author = new Author(chapter, network.Browsers[chapter], new Random(24));
        await network.Start(Cancel);
        await Shared(author);
        await network.Agree(Cancel);
        var backup = await BackedUp(network, chapter);
        await using var copy = new TestNode(NodeProcess.Chapter, "copy", backup, Ports.Take(NodeProcess.Chapter));
        using var browser = new FormClient(copy.Address, network.Browsers[chapter]);
        var there = new Author(copy, browser, new Random(25));
        await copy.Start(Cancel);
        await Shared(there);
        await Until(() => network.Hub.Read().FeedOf(chapter.Read().NodeId).Count == 4, copy);

        var here = await Shared(author);
        await Until(async () => (await network.Browsers[chapter].Open("/fr/reseau", Cancel)).Has("take-over"), chapter);
        await copy.Stop(Cancel);
        var decided = await network.Browsers[chapter].Fill("/fr/reseau", "take-over", Cancel);
        await network.Agree(Cancel);
        await author.Revise(here, Cancel);
        await network.Agree(Cancel);

        Assert.True(decided.IsDone, decided.Words);
        await network.Stop(Cancel);
        var both = network.Chapters[1].Read().Shown.Where(row => row.WithdrawnAt is null).Select(row => row.PracticeId).ToList();
        Assert.Equal([.. there.Practices.Concat(author.Practices).Select(p => p.Id.ToString()).Order()], both.Order());
    }

    private static async Task<Written> Shared(Author author)
    {
        var practice = await author.Write(Cancel);
        await author.Share(practice, Cancel);
        return practice;
    }

    private static async Task<string> BackedUp(Network network, TestNode node)
    {
        await node.Stop(Cancel);
        var backup = network.Backup(node);
        await node.Start(Cancel);
        return backup;
    }

    private static Task Until(Func<bool> so, TestNode of) => Until(() => Task.FromResult(so()), of);

    private static async Task Until(Func<Task<bool>> so, TestNode of)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(2)); // turns a wait for ever into a failure; nothing is timed
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (!await so())
            {
                await tick.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            Assert.Fail($"{of.Name} never came so far:\n{of.Process.Process.Output}\n{of.Process.Process.Error}");
        }
    }
}
