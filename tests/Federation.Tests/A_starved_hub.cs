using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>
/// A hub on a machine that has no time for it: it runs for a twentieth of a second of every half, and stands still for longer than a chapter waits for an answer
/// now and then.
/// </summary>
[Collection<OneNetwork>]
public sealed class A_starved_hub(FoundedNetwork founded)
{
    private const int LongWaits = 4, ShortWaitsBetween = 6;

    // In twentieths of a second.
    private const int Waits = 9, WaitsLong = 80;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task loses_nothing_and_brings_every_chapter_what_the_others_said()
    {
        var random = new Random(Seed.Say());
        using var run = new Concurrently(Cancel);
        await using var network = await founded.Copy(run.Token);
        foreach (var chapter in network.Chapters)
        {
            chapter.Set("Sync__CallSeconds", "3");
            chapter.Set("Sync__PullWaitSeconds", "2");
        }

        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(random.Next()))).ToList();
        await network.Start(run.Token);
        using var fed = new CancellationTokenSource();
        using var written = new CancellationTokenSource();
        var starved = new TaskCompletionSource();
        var work = run.All([Starve(network.Hub, starved, fed.Token), .. authors.Select(author => author.Work(written.Token, run.Token))]);
        await starved.Task.WaitAsync(run.Token);
        await written.CancelAsync();
        // Nobody feeds it for that: slow is not never.
        await network.Agree(run.Token);
        await fed.CancelAsync();
        await work;
        await network.Stop(run.Token);

        Seed.Said(string.Create(CultureInfo.InvariantCulture, $"{authors.Sum(a => a.Practices.Sum(p => p.Marks.Count))} revisions acknowledged; {Failures(network)} calls that got no answer"));
        Invariants.Hold(network, authors, new History());
        Assert.True(Failures(network) > 0, "no call was too slow: the hub was not starved");
    }

    private static async Task Starve(TestNode hub, TaskCompletionSource enough, CancellationToken fed)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1) / 20);
        try
        {
            for (var wait = 1; ; wait++)
            {
                hub.Process.Process.Freeze();
                for (var ticks = wait % ShortWaitsBetween == 0 ? WaitsLong : Waits; ticks > 0; ticks--)
                {
                    await tick.WaitForNextTickAsync(fed);
                }

                hub.Process.Process.Thaw();
                await tick.WaitForNextTickAsync(fed);
                if (wait == LongWaits * ShortWaitsBetween)
                {
                    enough.SetResult();
                }
            }
        }
        catch (OperationCanceledException) when (fed.IsCancellationRequested)
        {
            hub.Process.Process.Thaw();
        }
    }

    private static int Failures(Network network) => network.Chapters.Sum(chapter => chapter.Process.Process.Output.Split("DEADLINE_EXCEEDED").Length - 1);
}
