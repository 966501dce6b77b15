using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>Nodes that were away and are back: everybody goes on where they were.</summary>
[Collection<OneNetwork>]
public sealed class Coming_back(FoundedNetwork founded)
{
    private const int Rounds = 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task after_stopping_in_good_order_loses_nothing()
    {
        using var run = new Concurrently(Cancel);
        await using var network = await founded.Copy(run.Token);
        await network.Start(run.Token);
        var history = new History();
        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(11))).ToList();
        using var written = new CancellationTokenSource();

        var work = run.All(authors.Select(author => author.Work(written.Token, run.Token)));
        await run.All(network.All.Select(node => Restart(node, history, run.Token)));
        await written.CancelAsync();
        await work;
        await network.Agree(run.Token);
        await network.Stop(run.Token);

        Invariants.Hold(network, authors, history);
    }

    [Fact]
    public async Task finds_a_hub_that_had_been_away_and_hands_it_what_was_waiting()
    {
        await using var network = await founded.Copy(Cancel);
        var (chapter, browser) = (network.Chapters[0], network.Browsers[network.Chapters[0]]);
        var author = new Author(chapter, browser, new Random(12));
        await chapter.Start(Cancel);
        var practice = await author.Write(Cancel);
        await author.Share(practice, Cancel);
        await author.Revise(practice, Cancel);
        Assert.Contains("En attente d’être remise", (await browser.Open($"/fr/pratiques/{practice.Id}", Cancel)).Words, StringComparison.Ordinal);

        await network.Hub.Start(Cancel);
        await network.Chapters[1].Start(Cancel);
        await network.Agree(Cancel);

        Assert.Contains("Au carrefour provincial depuis", (await browser.Open($"/fr/pratiques/{practice.Id}", Cancel)).Words, StringComparison.Ordinal);
        await network.Stop(Cancel);
        Invariants.Hold(network, [author], new History());
    }

    [Fact]
    public async Task without_its_cursor_fetches_everything_again_and_doubles_nothing()
    {
        await using var network = await founded.Copy(Cancel);
        await network.Start(Cancel);
        var author = new Author(network.Chapters[0], network.Browsers[network.Chapters[0]], new Random(13));
        for (var done = 0; done < 8; done++)
        {
            await author.Something(Cancel);
        }

        await network.Agree(Cancel);
        var reader = network.Chapters[1];
        await reader.Stop(Cancel);
        reader.ForgetCursor();
        await reader.Start(Cancel);
        await author.Something(Cancel);
        await network.Agree(Cancel);
        var rebuilt = await reader.Run(Cancel, "library-rebuild");
        await network.Agree(Cancel);
        await network.Stop(Cancel);

        Invariants.Hold(network, [author], new History());
        Assert.NotEmpty(reader.Read().Cursor);
        Assert.True(rebuilt.ExitCode == 0 && rebuilt.Output.Contains("The library was made anew", StringComparison.Ordinal), rebuilt.Output + rebuilt.Error);
    }

    private static async Task Restart(TestNode node, History history, CancellationToken cancel)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await node.Stop(cancel);
            history.Note(node.Read());
            await node.Start(cancel);
        }
    }
}
