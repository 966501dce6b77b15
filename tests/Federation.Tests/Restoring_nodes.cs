using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Federation.Tests;

/// <summary>An older copy of a folder is put back and nobody is told. The network finds out by itself, and ends in one truth that has everything that was shared.</summary>
[Collection<OneNetwork>]
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
        var known = await author.WriteAndShare(Cancel);
        await network.Agree(Cancel);
        var backup = network.CopyOf(chapter);
        await author.Revise(known, Cancel);
        var forgotten = await author.WriteAndShare(Cancel);
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_backup_of_a_chapter_or_of_its_hub_that_is_restored_with_the_words_ends_in_the_same_truth(bool isHub)
    {
        await using var network = await founded.Copy(Cancel);
        var (chapter, lost) = (network.Chapters[0], isHub ? network.Hub : network.Chapters[0]);
        var author = new Author(chapter, network.Browsers[chapter], new Random(28));
        await network.Start(Cancel);
        var known = await author.WriteAndShare(Cancel);
        await network.Agree(Cancel);
        var backup = await lost.Backup(Cancel);
        await author.Revise(known, Cancel);
        var forgotten = await author.WriteAndShare(Cancel);
        await network.Agree(Cancel);
        await lost.Stop(Cancel);

        await lost.RestoreFrom(backup, network.RecoveryWords[lost], Cancel);
        Assert.True(lost.Read().IsSilent);
        await lost.Start(Cancel);
        await network.Agree(Cancel);
        await author.Revise(forgotten, Cancel);
        await author.Revise(known, Cancel);
        await network.Agree(Cancel);
        await network.Stop(Cancel);

        Assert.False(lost.Read().IsSilent);
        Invariants.Hold(network, [author], new History());
    }

    [Fact]
    public async Task a_hub_gets_everything_back_though_nobody_has_anything_new_to_say()
    {
        await using var network = await founded.Copy(Cancel);
        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(22))).ToList();
        var backup = network.Backup(network.Hub);
        await network.Start(Cancel);
        foreach (var author in authors)
        {
            await author.WriteAndShare(Cancel);
        }

        await network.Agree(Cancel);
        await network.Hub.Stop(Cancel);
        network.Hub.Restore(backup);
        await network.Hub.Start(Cancel);
        await network.Agree(Cancel);

        await authors[0].WriteAndShare(Cancel);
        await network.Agree(Cancel);
        await network.Stop(Cancel);
        Invariants.Hold(network, authors, new History());
    }

    [Fact]
    public async Task a_chapter_that_was_off_while_the_hub_went_back_and_others_said_more_lacks_nothing_in_the_end()
    {
        await using var network = await founded.Copy(Cancel);
        var (hub, there) = (network.Hub, network.Chapters[1]);
        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(26))).ToList();
        var backup = network.Backup(hub);
        await network.Start(Cancel);
        await Share(authors[0], 5);
        await Share(authors[1], 5);
        await network.Agree(Cancel);
        await there.Stop(Cancel);
        await hub.Stop(Cancel);
        hub.Restore(backup);
        await hub.Start(Cancel);
        await Share(authors[0], 8);
        await hub.Until(state => state.Shown.Count(row => row.IsShown) >= 8, Cancel);

        await there.Start(Cancel);
        await network.Agree(Cancel);

        await there.Until(async () => (await network.Browsers[there].Open("/fr/reseau", Cancel)).Words.Contains("a tout reçu", StringComparison.Ordinal), Cancel);
        await network.Stop(Cancel);
        Assert.Equal(18, there.Read().Shown.Count(row => row.IsShown));
        Invariants.Hold(network, authors, new History());

        static async Task Share(Author author, int count)
        {
            for (var number = 0; number < count; number++)
            {
                await author.WriteAndShare(Cancel);
            }
        }
    }

    [Fact]
    public async Task a_hub_and_a_chapter_at_once_get_back_what_another_chapter_still_holds()
    {
        await using var network = await founded.Copy(Cancel);
        var (hub, chapter, other) = (network.Hub, network.Chapters[0], network.Chapters[1]);
        var author = new Author(chapter, network.Browsers[chapter], new Random(23));
        var (old, oldHub) = (network.Backup(chapter), network.Backup(hub));
        await network.Start(Cancel);
        var forgotten = await author.WriteAndShare(Cancel);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_hub_gets_everything_back_though_each_of_them_is_killed_over_it(bool chapterToo)
    {
        var random = new Random(Seed.Say());
        await using var network = await founded.Copy(Cancel);
        var (hub, chapter, other) = (network.Hub, network.Chapters[0], network.Chapters[1]);
        var authors = network.Chapters.Select(node => new Author(node, network.Browsers[node], new Random(random.Next()))).ToList();
        var (oldHub, old) = (network.Backup(hub), network.Backup(chapter));
        await network.Start(Cancel);
        var forgotten = await authors[0].WriteAndShare(Cancel);
        await authors[1].WriteAndShare(Cancel);
        await network.Agree(Cancel); // the take-down comes last: so a restored hub numbers otherwise
        await TakenDown(network, chapter, random);
        await network.Agree(Cancel);
        await network.Stop(Cancel);
        hub.Restore(oldHub);
        if (chapterToo)
        {
            chapter.Restore(old);
        }

        // First of all comes the hub's own feed, then the others': the hub dies over those. Each is started to die while the other does.
        var tally = new Tally();
        var hubDies = Die(hub, FaultPoints.GivenBackNotReplied, 2);
        await Die(other, FaultPoints.GivingBackNotOver);
        Assert.True(hub.Read().IsSilent);
        var otherDies = Die(other, FaultPoints.HeadsComparedCursorNotMoved);
        await hubDies;
        await hub.Start(Cancel);
        await otherDies;
        await other.Start(Cancel);
        if (chapterToo)
        {
            await Die(chapter, FaultPoints.OwnFeedBackNotSpeaking);
        }

        await chapter.Start(Cancel);
        await network.Agree(Cancel);
        await authors[0].Revise(forgotten, Cancel);
        await authors[1].WriteAndShare(Cancel);
        await network.Agree(Cancel);
        await network.Stop(Cancel);

        Seed.Said(tally.Print([FaultPoints.GivingBackNotOver, FaultPoints.GivenBackNotReplied, FaultPoints.HeadsComparedCursorNotMoved, FaultPoints.OwnFeedBackNotSpeaking]));
        Assert.False(hub.Read().IsSilent);
        Invariants.Hold(network, authors, new History());

        async Task Die(TestNode node, string point, int pass = 1)
        {
            await node.DieAt(point, pass, Cancel);
            tally.Add(point);
        }
    }

    /// <summary>Somebody's practice that the hub takes down: what makes a hub say something.</summary>
    private static async Task TakenDown(Network network, TestNode chapter, Random random)
    {
        var practice = await new Author(chapter, network.Browsers[chapter], random).WriteAndShare(Cancel);
        await network.Hub.Until(hub => hub.Shown.Any(row => row.PracticeId == practice.Id.ToString()), Cancel);
        var done = await network.Browsers[network.Hub].Fill($"/fr/bibliotheque/{chapter.Read().NodeId}/{practice.Id}/retirer", "take-down", Cancel, ("Reason", "legal"));
        Assert.True(done.IsDone, done.Words);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task every_gap_is_closed_within_two_rounds(bool isChapterOlder, bool isHubOlder)
    {
        await using var network = await founded.Copy(Cancel);
        var authors = network.Chapters.Select((chapter, n) => new Author(chapter, network.Browsers[chapter], new Random(31 + n))).ToList();
        var older = network.All.Where(node => node.IsHub ? isHubOlder : isChapterOlder && node == network.Chapters[0]).ToList();
        await network.Start(Cancel);
        await Task.WhenAll(authors.Select(author => author.WriteAndShare(Cancel)));
        await network.Agree(Cancel);
        var copies = older.ToDictionary(node => node, network.CopyOf);
        foreach (var author in authors)
        {
            await author.Revise(author.Practices[0], Cancel);
            await author.WriteAndShare(Cancel);
        }

        await network.Agree(Cancel);
        await network.Stop(Cancel);
        foreach (var (node, copy) in copies)
        {
            node.Restore(copy);
        }

        // The chapters do not run, so nothing is exchanged but in the rounds that are asked for.
        await network.Hub.Start(Cancel);
        foreach (var chapter in network.Chapters.Concat(network.Chapters))
        {
            var round = await chapter.Run(Cancel, "sync");
            Assert.True(round.ExitCode == 0, round.Output + round.Error);
        }

        Assert.Empty(Agreement.Gaps([.. network.All.Select(node => node.Read())]));
        await network.Start(Cancel);
        await network.Agree(Cancel);
        await network.Stop(Cancel);
        Invariants.Hold(network, authors, new History());
    }

    [Fact]
    public async Task two_live_copies_of_a_chapter_are_told_and_somebody_decides_which_goes_on()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        var author = new Author(chapter, network.Browsers[chapter], new Random(24));
        await network.Start(Cancel);
        await author.WriteAndShare(Cancel);
        await network.Agree(Cancel);
        var backup = network.CopyOf(chapter);
        await using var copy = new TestNode(NodeProcess.Chapter, "copy", backup, Ports.Take(NodeProcess.Chapter));
        using var browser = new FormClient(copy.Address, network.Browsers[chapter]);
        var there = new Author(copy, browser, new Random(25));
        await copy.Start(Cancel);
        await there.WriteAndShare(Cancel);
        await network.Hub.Until(hub => hub.FeedOf(chapter.Read().NodeId).Count == 4, Cancel);

        var here = await author.WriteAndShare(Cancel);
        await chapter.Until(async () => (await network.Browsers[chapter].Open("/fr/reseau", Cancel)).Has("take-over"), Cancel);
        await copy.Stop(Cancel);
        var decided = await network.Browsers[chapter].Fill("/fr/reseau", "take-over", Cancel);
        await network.Agree(Cancel);
        await author.Revise(here, Cancel);
        await network.Agree(Cancel);

        Assert.True(decided.IsDone, decided.Words);
        await network.Stop(Cancel);
        var both = network.Chapters[1].Read().Shown.Where(row => row.IsShown).Select(row => row.PracticeId).ToList();
        Assert.Equal([.. there.Practices.Concat(author.Practices).Select(p => p.Id.ToString()).Order()], both.Order());
    }
}
