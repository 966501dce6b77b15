using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Federation.Tests;

/// <summary>
/// A network of which two nodes at a time, any two, are put back to what they were some time before, again and again: from an older copy of the folder, which nobody is
/// told of, or from a backup with the words; some are killed over it, and some come back while the other side is away. What had been backed up or shared is there each
/// time, and no feed is forked in the end.
/// </summary>
[Collection<OneNetwork>]
public sealed class Fifty_restores(FoundedNetwork founded)
{
    private const int Fewest = 50;

    // A long run by hand asks for more.
    private const string RestoresVariable = "RECOVERYCOP_RESTORES";

    private static readonly string[] _whileRestoring = [FaultPoints.RestoreUnpackedNotChecked, FaultPoints.RestoreFilledNotRenewed, FaultPoints.RestoreDoneNotNamed];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task lose_nothing_that_was_backed_up_or_shared_and_fork_nothing_for_good()
    {
        var seed = Seed.Say();
        var restores = Seed.Told(RestoresVariable) ?? Fewest;
        Seed.Said($"{RestoresVariable}={restores}");
        var random = new Random(seed);
        await using var network = await founded.Copy(Cancel);
        var authors = network.Chapters.Select(chapter => new Author(chapter, network.Browsers[chapter], new Random(random.Next()))).ToList();
        var tally = new Tally();
        await network.Start(Cancel);

        for (var done = 0; done < restores; done += 2)
        {
            var lost = network.All.Index().Where(node => node.Index != done / 2 % network.All.Count).Select(node => node.Item).ToList();
            foreach (var author in authors)
            {
                await author.Write(Cancel);
            }

            // One in three with the words, and of those one in three is killed over it.
            var how = lost.Select((_, n) => (done + n) % 3 == 0).ToList();
            var kept = await Task.WhenAll(lost.Zip(how, (node, withWords) => withWords ? node.Backup(Cancel) : Task.FromResult(network.CopyOf(node))));
            // From here on a node that is put back knows only what others have of it.
            foreach (var author in authors)
            {
                await author.WriteAndShare(Cancel);
                await author.Revise(author.Practices.First(practice => practice.SharedFrom is not null), Cancel);
            }

            await network.Agree(Cancel);
            await Task.WhenAll(lost.Select((node, n) => PutBack(network, node, kept[n], how[n], (done + n) % 9 == 0 ? _whileRestoring[(done + n) / 9 % _whileRestoring.Length] : null, tally)));
            if (done % 4 == 0)
            {
                // Who still has everything is away when the others come back.
                var away = network.All.Except(lost).Single();
                await away.Stop(Cancel);
                await Task.WhenAll(lost.Select(node => node.Start(Cancel)));
                await away.Start(Cancel);
                tally.Add(Away);
            }
            else
            {
                await Task.WhenAll(lost.Select(node => node.Start(Cancel)));
            }

            await network.Agree(Cancel);
        }

        await Task.WhenAll(authors.Select(author => author.WriteAndShare(Cancel)));
        await network.Agree(Cancel);
        await network.Stop(Cancel);

        Seed.Said($"{tally.Of(Copies)} {Copies}, {tally.Of(Backups)} {Backups}, {tally.Of(Away)} times {Away}");
        Seed.Said(tally.Print(_whileRestoring));
        Assert.True(tally.Of(Copies) >= restores / 2 && tally.Of(Backups) >= restores / 4);
        Assert.All(network.All, node => Assert.False(node.Read().IsSilent));
        Invariants.Hold(network, authors, new History());
    }

    private const string Copies = "older copies", Backups = "backups", Away = "the other side away";

    private static async Task PutBack(Network network, TestNode node, string kept, bool withWords, string? killedAt, Tally tally)
    {
        await node.Process.Kill();
        if (withWords)
        {
            await node.RestoreFrom(kept, network.RecoveryWords[node], Cancel, killedAt);
            if (killedAt is not null)
            {
                tally.Add(killedAt);
            }
        }
        else
        {
            node.Restore(kept);
        }

        tally.Add(withWords ? Backups : Copies);
    }
}
