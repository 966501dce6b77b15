using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>Somebody has a copy of a chapter's folder, its signing key included, and speaks as the chapter. Its owner has the words on paper.</summary>
[Collection<OneNetwork>]
public sealed class A_thief_with_the_signing_key(FoundedNetwork founded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_shut_out_by_the_printed_words_while_it_goes_on_pushing_and_nothing_it_said_is_shown()
    {
        var random = new Random(Seed.Say());
        using var run = new Concurrently(Cancel);
        await using var network = await founded.Copy(run.Token);
        var chapter = network.Chapters[0];
        var author = new Author(chapter, network.Browsers[chapter], new Random(random.Next()));
        await network.Start(run.Token);
        await author.WriteAndShare(run.Token);
        await network.Agree(run.Token);
        var stolen = network.CopyOf(chapter);

        await using var thief = new TestNode(NodeProcess.Chapter, "thief", stolen, Ports.Take(NodeProcess.Chapter));
        using var browser = new FormClient(thief.Address, network.Browsers[chapter]);
        var stranger = new Author(thief, browser, new Random(random.Next()));
        var self = chapter.Read().NodeId;
        var firstStolen = chapter.Read().FeedOf(self).Count + 1;
        await thief.Start(run.Token);
        await stranger.WriteAndShare(run.Token);
        await network.Chapters[1].Until(reader => reader.Shown.Any(row => row.PracticeId == stranger.Practices[0].Id.ToString()), run.Token);

        // What the owner says now stands where the thief has said something else.
        await author.WriteAndShare(run.Token);
        await chapter.Until(owner => owner.Failures.Values.Contains("EPOCH_SUPERSEDED"), run.Token);
        using var pushing = new CancellationTokenSource();
        var pushed = run.All([stranger.Work(pushing.Token, run.Token)]);
        await network.Hub.Until(hub => hub.FeedOf(self).Count > firstStolen, run.Token);
        await chapter.Stop(run.Token);
        var recovered = await chapter.Type(network.RecoveryWords[chapter], run.Token, "recover", "--stolen-since", firstStolen.ToString(CultureInfo.InvariantCulture));
        Assert.True(recovered.ExitCode == 0, recovered.Output + recovered.Error);
        await chapter.Start(run.Token);
        await author.WriteAndShare(run.Token);
        await network.Agree(run.Token);
        await thief.Until(refused => refused.Failures.Values.Contains("KEY_UNKNOWN"), run.Token);
        await pushing.CancelAsync();
        await pushed;

        // Whatever it still had to say is as far as it ever comes.
        await network.Agree(run.Token);
        await thief.Stop(run.Token);
        await network.Stop(run.Token);
        Seed.Said(string.Create(CultureInfo.InvariantCulture, $"{stranger.Practices.Count} practices of the thief, {network.Hub.Read().FeedOf(self).Count(item => item.Status == "disbelieved")} items disbelieved"));
        Assert.Equal(author.Practices.Select(p => p.Id.ToString()).Order(), chapter.Read().OwnPractices.Select(p => p.Id).Order());
        Invariants.Hold(network, [author], new History());
    }
}
