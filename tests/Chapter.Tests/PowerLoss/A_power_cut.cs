using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.PowerLoss;

/// <summary>
/// A chapter works, and all that its database asks of the disk is written down, with what was acknowledged in between. Then the power goes, thousands of times, at any
/// moment: the files are as a disk may leave them that keeps fsync's promise and no other, the database is opened as at a start, and must be, byte for byte, as it was
/// after one of the commits, the last acknowledged one or a later one. So nothing acknowledged is lost, and nothing is there in part.
/// </summary>
public sealed class A_power_cut(RecordedWork work) : IClassFixture<RecordedWork>
{
    private const int FewestCuts = 5_000;

    // A long run by hand asks for more.
    private const string CutsVariable = "RECOVERYCOP_POWER_CUTS";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done()
    {
        var cuts = Seed.Told(CutsVariable) ?? FewestCuts;
        var found = await Cut(cuts, isHonest: true);

        Assert.All(Enum.GetValues<Fate>(), fate => Assert.True(found.Count(f => f.Fate == fate) >= cuts / 10));
        Assert.True(found.Count(f => f.Outcome is Outcome.AsAfterACommit) == cuts, string.Join('\n', found.Where(f => f.Outcome is not Outcome.AsAfterACommit).Take(20)));
    }

    [Fact]
    public async Task on_a_disk_that_says_that_it_has_written_and_has_not_is_found_out_here()
    {
        var found = await Cut(300, isHonest: false);

        Assert.Contains(found, f => f.Outcome is Outcome.Lost);
        Assert.Contains(found, f => f.Outcome is Outcome.Unreadable or Outcome.Mixed);
    }

    private async Task<IReadOnlyList<Found>> Cut(int cuts, bool isHonest)
    {
        var seed = Seed.Say();
        Seed.Said($"{CutsVariable}={cuts}");
        var random = new Random(seed);
        var fates = Enum.GetValues<Fate>();
        var planned = Enumerable.Range(0, cuts)
            .Select(n => new Planned(work.SomeMoment(random), fates[n % fates.Length], random.Next()))
            .OrderBy(p => p.Events)
            .ToList();
        var found = await Task.WhenAll(planned.Chunk(Math.Max(1, cuts / (Environment.ProcessorCount * 2))).Select(part => Task.Run(() => Try(part, isHonest), Cancel)));
        var all = found.SelectMany(f => f).ToList();
        Seed.Said($"{work.Events.Count} events, {work.Commits} commits; {string.Join(", ", all.CountBy(f => (f.Fate, f.Outcome)).OrderBy(c => c.Key).Select(c => $"{c.Key.Fate} {c.Key.Outcome} {c.Value}"))}");
        return all;
    }

    private async Task<List<Found>> Try(IReadOnlyList<Planned> part, bool isHonest)
    {
        using var folder = new OpenedAgain();
        var (disk, events, found) = (new DiskAfterPowerLoss(work.Before, isHonest), 0, new List<Found>());
        foreach (var cut in part)
        {
            for (; events < cut.Events; events++)
            {
                disk.Happens(work.Events[events]);
            }

            var (outcome, left) = (Outcome.Unreadable, "");
            try
            {
                outcome = work.Judge((await folder.Open(disk.Left(cut.Fate, new Random(cut.Seed)), isChecked: false, Cancel)).Hash, cut.Events);
            }
            catch (Exception refused) when (refused is SqliteException or DatabaseMissingException)
            {
                left = refused.Message;
            }

            // What cannot be had again by the seed alone, since work never goes twice the same way: what the files were when it was closed.
            found.Add(new(cut.Events, cut.Fate, cut.Seed, outcome, outcome is Outcome.AsAfterACommit ? "" : $"{left} {folder.Files}"));
        }

        return found;
    }

    private sealed record Planned(int Events, Fate Fate, int Seed);

    private sealed record Found(int Events, Fate Fate, int Seed, Outcome Outcome, string Left);
}

/// <summary>How a database is after the power went.</summary>
public enum Outcome
{
    AsAfterACommit,

    /// <summary>As after a commit, before one that was acknowledged.</summary>
    Lost,

    /// <summary>As after no commit.</summary>
    Mixed,
    Unreadable,
}

/// <summary>A folder whose files are put there and opened as the program does.</summary>
internal sealed class OpenedAgain : IDisposable
{
    // In memory where there is such a place: that the disk is safe is what is asked here, not how fast it is.
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"recoverycop-test-{Path.GetRandomFileName()}")).FullName;

    /// <summary>What files there are, and how large.</summary>
    public string Files => string.Join(", ", new DirectoryInfo(_folder).GetFiles().Select(f => $"{f.Name} {f.Length}"));

    public async Task<(string Hash, long Position)> Open(IEnumerable<(string Name, byte[] Bytes)> files, bool isChecked, CancellationToken cancel)
    {
        foreach (var old in Directory.GetFiles(_folder))
        {
            File.Delete(old);
        }

        foreach (var (name, bytes) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, name), bytes, cancel);
        }

        var file = Path.Combine(_folder, "node.db");
        long position;
        await using (var database = new SqliteDatabase(file))
        {
            database.DemandWhole();
            await database.Open(cancel);
            Assert.True(!isChecked || await database.CheckIntegrity(cancel) is null);
            position = await database.Find<long>("select position from counter where name = 'change'", null, cancel);
        }

        return (Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, cancel))), position);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>A chapter at work, on a disk that is written down: people write at once, long and short, somebody leaves and is forgotten, and the program ends and begins again.</summary>
public sealed class RecordedWork : IAsyncLifetime
{
    private const int Authors = 4, Turns = 8;

    private readonly Dictionary<string, int> _commits = [];
    private readonly List<int> _acknowledged = [];
    private int[] _mustReach = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IReadOnlyDictionary<string, byte[]> Before { get; private set; } = null!;

    public IReadOnlyList<DiskEvent> Events { get; private set; } = [];

    public int Commits => _commits.Count;

    /// <summary>How many events have happened when the power goes: any number, and often just so many that somebody was told.</summary>
    public int SomeMoment(Random random) => random.Next(3) == 0 ? _acknowledged[random.Next(_acknowledged.Count)] + 1 : random.Next(Events.Count + 1);

    public Outcome Judge(string hash, int events) =>
        !_commits.TryGetValue(hash, out var commit) ? Outcome.Mixed : commit < _mustReach[events] ? Outcome.Lost : Outcome.AsAfterACommit;

    public async ValueTask InitializeAsync()
    {
        await using var chapter = await WritingChapter.Start(null);
        await chapter.Stop();
        Before = Directory.GetFiles(chapter.Folder, "node.db*").ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        using (var disk = RecordedDisk.Begin(chapter.Folder))
        {
            await chapter.Run();
            await Work(chapter, disk);
            await chapter.Restart();
            await Work(chapter, disk);
            Events = disk.Events;
        }

        await Replay();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task Work(WritingChapter chapter, RecordedDisk disk)
    {
        var authors = new List<Actor>();
        for (var n = 0; n < Authors; n++)
        {
            authors.Add((await chapter.AddMember()).Who);
            await Acknowledge();
        }

        await Task.WhenAll(authors.Select(async (author, n) =>
        {
            var random = new Random(n);
            for (var turn = 0; turn < Turns; turn++)
            {
                var text = Samples.Text();
                text.Text = new string((char)('a' + turn), 1 + random.Next(20_000));
                Assert.True((await chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(Guid.CreateVersion7(chapter.Clock.GetUtcNow())).Do(new WritePractice(author, text.ToByteArray(), Samples.Facts))).Succeeded);
                await Acknowledge();
            }
        }));
        await chapter.Announce(new DateTime(2026, 4, 1, 18, 30, 0));
        await Acknowledge();
        Assert.True((await chapter.Get<People>().End(new(authors[0], authors[0].Id), Cancel)).Succeeded);
        await Acknowledge();
        await chapter.Pass();

        async Task Acknowledge() => disk.Note(new DiskEvent.Acknowledged(await chapter.Get<Database>().Find<long>("select position from counter where name = 'change'", null, Cancel)));
    }

    // With each sync something may have been committed; what there is then, whole and checked, is what there may be after a loss.
    private async Task Replay()
    {
        using var folder = new OpenedAgain();
        var disk = new DiskAfterPowerLoss(Before, isHonest: true);
        _mustReach = new int[Events.Count + 1];
        var last = (Commit: 0, Position: 0L);
        await Look();
        foreach (var (index, happened) in Events.Index())
        {
            disk.Happens(happened);
            _mustReach[index + 1] = _mustReach[index];
            if (happened is DiskEvent.Synced)
            {
                await Look();
            }
            else if (happened is DiskEvent.Acknowledged acknowledged)
            {
                Assert.True(last.Position >= acknowledged.Position);
                _mustReach[index + 1] = last.Commit;
                _acknowledged.Add(index);
            }
        }

        async Task Look()
        {
            var (hash, position) = await folder.Open(disk.Left(Fate.AllOfIt, new Random(0)), isChecked: true, Cancel);
            _commits.TryAdd(hash, _commits.Count);
            last = (_commits[hash], position);
        }
    }
}
