using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>
/// Makes a backup while the node serves: a copy of the database as it is at one moment, checked whole, with the keys and the settings, in one file that only the
/// printed words open elsewhere. It has its name once all of it is on disk and was read back; before, it does not count.
/// </summary>
internal sealed partial class BackupMaker(
    Database database, DataFolder folder, ThisNode node, NodeKind kind, FeedHeads heads, StorageOptions storage, BackupOptions options, BackupRecords records, DiskRoom room, FaultPoints faults,
    TimeProvider clock, ILogger<BackupMaker> log) : IDisposable
{
    // What lies in the data folder beside the database and belongs to the node; the drill key does not.
    private static readonly string[] files = ["mark", "settings.json", ErasureLedger.Name];

    private static readonly string[] folders = ["keys", "cookies"];

    private const string Usual = "backups";

    // What people write meanwhile needs some room too, and a backup must not be why they may not.
    private const long LeastReserve = 8 * 1024 * 1024;

    private long Reserve => Math.Max(LeastReserve, room.Threshold);

    // How many old ones go at once, and how often.
    private const int OldAtOnce = 2;
    private static readonly TimeSpan between = TimeSpan.FromHours(20);

    // Old ones that could not be deleted, of which there is no more to say until the next start.
    private readonly HashSet<string> stuck = [];
    private readonly Lock pruning = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private long? pruned;

    /// <summary>The version that a backup of this program carries.</summary>
    public static Version ProgramVersion => Migrator.ProgramVersion;

    /// <summary>Where backups are kept.</summary>
    public string Folder => Path.GetFullPath(options.Folder.Length > 0 ? options.Folder : Usual, folder.Path);

    /// <summary>Where a copy of the database lies while it is needed, in the clear as the database is; emptied at every start.</summary>
    public string Work => folder.File("backup-work");

    /// <summary>Where a backup is opened to be tried, in the clear too; emptied with it.</summary>
    public string DrillWork => folder.File("drill-work");

    /// <summary>Those that there are, the newest first.</summary>
    public IReadOnlyList<BackupFile> There => In(Folder);

    /// <summary>The same; null when the folder cannot be read.</summary>
    public IReadOnlyList<BackupFile>? Readable
    {
        get
        {
            try
            {
                return There;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>PostgreSQL's own programs, for this node's database.</summary>
    public PostgreSqlPrograms Programs { get; } = new(options.PostgreSqlPrograms, storage.ConnectionString);

    /// <summary>The newest of some, not counting what a clock dated that was wrong, unless there is nothing else.</summary>
    public BackupFile? NewestOf(IReadOnlyList<BackupFile> files) => files.FirstOrDefault(b => !Retention.IsAhead(b.MadeAt, clock.GetUtcNow())) ?? (files is [var first, ..] ? first : null);

    /// <summary>Makes one, notes how it went, and lets go of those that need not be kept any longer.</summary>
    /// <param name="by">Who asked; null for whoever runs the server, or for the night.</param>
    /// <param name="isAsked">True when somebody asked.</param>
    /// <param name="cancellationToken">Gives up; nothing remains.</param>
    public async Task<Result<BackupFile>> Make(Guid? by, bool isAsked, CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return Refusal.Of("backup.not-founded");
        }

        return await InTurn(async () =>
        {
            var made = await Refusable(() => MakeNow(node.Identity.Id, ProgramVersion.ToString(3), cancellationToken));
            if (made.Refusals is [var refusal, ..])
            {
                LogFailed(refusal.Code, string.Join(' ', refusal.Args));
            }

            await records.Note(Recorded.Backup, made.Refusals is [var why, ..] ? why : null, by, isAsked);
            return made;
        }, cancellationToken);
    }

    /// <summary>
    /// Makes one of a database of an older version, before anything else has read it. Nothing is noted in it; what this reads (<see cref="DatabaseCheck"/>,
    /// <see cref="FeedHeads"/>, <see cref="ThisNode.Find"/>) may rely on nothing but columns that version 1 had, as a restore may.
    /// </summary>
    /// <param name="madeBy">The version whose database it is: the one that has to be able to restore it.</param>
    /// <param name="cancellationToken">Gives up; nothing remains.</param>
    /// <returns>It; null while nobody has founded the node.</returns>
    public async Task<Result<BackupFile>?> MakeBeforeUpgrade(string madeBy, CancellationToken cancellationToken) =>
        await node.Find(cancellationToken) is { } found ? await Refusable(() => MakeNow(found.Id, madeBy, cancellationToken)) : null;

    /// <summary>Does something while no backup is made and none is tried.</summary>
    public async Task<T> InTurn<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Lets go of those that need not be kept any longer, also where they were kept before another folder was set. What cannot be deleted stays, and keeps nothing else from being done.</summary>
    public void Prune() => Try(() =>
    {
        lock (pruning)
        {
            var there = new[] { Folder, folder.File(Usual) }.Distinct().SelectMany(In).Where(b => !stuck.Contains(b.Path)).ToList();
            var mostDays = pruned is { } last && clock.GetElapsedTime(last) < between ? 0 : OldAtOnce;
            pruned = mostDays > 0 ? clock.GetTimestamp() : pruned;
            var going = Retention.Going([.. there.Select(b => b.MadeAt)], clock.GetUtcNow(), mostDays).ToHashSet();
            foreach (var old in there.Where(b => going.Contains(b.MadeAt) && !Try(() => File.Delete(b.Path))))
            {
                stuck.Add(old.Path);
            }
        }
    });

    /// <summary>What was left lying by a backup or a drill that was cut off is gone, where it can be deleted.</summary>
    public void CleanUp() => CleanUp(node.IsFounded ? node.Identity.Id : null);

    private void CleanUp(NodeId? id)
    {
        foreach (var work in new[] { Work, DrillWork }.Where(Directory.Exists))
        {
            Try(() => Directory.Delete(work, recursive: true));
        }

        Try(() =>
        {
            foreach (var left in id is { } own ? BackupFiles.UnfinishedIn(Folder, own.Value) : [])
            {
                File.Delete(left);
            }
        });
    }

    /// <summary>Does it; what keeps a file from being written is a refusal too: a full disk is nobody's bug.</summary>
    public static async Task<Result<T>> Refusable<T>(Func<Task<T>> work) where T : class
    {
        try
        {
            return await work();
        }
        catch (BackupRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (Exception failure) when (StorageFailure.Is(failure) || failure is IOException or UnauthorizedAccessException)
        {
            return StorageFailure.CodeOf(failure) == StorageFailure.Full ? Refusal.Of("backup.no-room") : Refusal.Of("backup.no-access", "", failure.Message);
        }
    }

    private async Task<BackupFile> MakeNow(NodeId id, string program, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        string PlaceOf(DateTimeOffset at) => Path.Combine(Durable.Folder(Folder), BackupFiles.NameOf(id.Value, at));
        while (File.Exists(PlaceOf(now)))
        {
            // Names tell seconds: the second of two in one takes the next, and replaces nothing.
            now = now.AddSeconds(1);
        }

        var place = PlaceOf(now);
        var unfinished = place + BackupFiles.Unfinished;
        try
        {
            CleanUp(id);
            await DemandRoom(cancellationToken);
            var copy = Path.Combine(Durable.EmptyFolder(Work), DatabaseCopy.NameOf(database.Engine));
            var found = await DatabaseCopy.Make(database, Programs, copy, cancellationToken);
            faults.Pass(FaultPoints.BackupCopiedNotWritten);
            var key = RandomNumberGenerator.GetBytes(SealedFile.KeyBytes);
            await Write(unfinished, key, copy, found, new(id, program, now), cancellationToken);
            await ReadBack(unfinished, key, cancellationToken);
            faults.Pass(FaultPoints.BackupWrittenNotNamed);
            Durable.Move(unfinished, place);
            Prune();
            return new(place, now, new FileInfo(place).Length);
        }
        finally
        {
            CleanUp(id);
        }
    }

    private IReadOnlyList<BackupFile> In(string kept) => node.IsFounded ? BackupFiles.In(kept, node.Identity.Id.Value) : [];

    private bool Try(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotDeleted(failure);
            return false;
        }
    }

    // A disk that is full of a backup is full for what people write too, and that must not be known by trying.
    private async Task DemandRoom(CancellationToken cancellationToken)
    {
        var bytes = await database.Find<long>(
            database.Engine == Engine.Sqlite
                ? "select (p.page_count - f.freelist_count) * s.page_size from pragma_page_count() p, pragma_freelist_count() f, pragma_page_size() s"
                : "select pg_database_size(current_database()) / 2", // a dump has no indexes and is compressed
            null,
            cancellationToken);
        var (work, kept) = (RoomOf(folder.Path), RoomOf(Folder));
        // A folder does not say which disk it is on; one of the same size is taken to be the same.
        var isOneDisk = work.Size == kept.Size;
        if (work.Free < (isOneDisk ? 2 * bytes : bytes) + Reserve || kept.Free < bytes)
        {
            throw new BackupRefusedException(Refusal.Of("backup.no-room"));
        }
    }

    // A share of another machine may not say it, and is tried then.
    private static (long Size, long Free) RoomOf(string path)
    {
        try
        {
            var disk = new DriveInfo(path);
            return (disk.TotalSize, disk.AvailableFreeSpace);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (0, long.MaxValue);
        }
    }

    private async Task Write(string file, byte[] key, string copy, CheckedDatabase found, Origin of, CancellationToken cancellationToken)
    {
        var state = await heads.State(of.Node, cancellationToken);
        await using var to = Durable.Create(file);
        var header = new BackupHeader
        {
            Program = of.Program, Node = of.Node.Value, Kind = kind.Code, Engine = database.Engine, MadeAt = of.At,
            DatabaseBytes = new FileInfo(copy).Length,
            Words = KeySeals.ToWords(state.Keys.Head!.Recovery, key),
            Drill = KeySeals.ToDrill(DrillKey.Of(folder.Path), key),
        };
        await using var sealing = SealedFile.Begin(to, header, key);
        await using (var zip = new ZipArchive(sealing, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in files.Where(name => File.Exists(folder.File(name))))
            {
                await Add(zip, name, folder.File(name), cancellationToken);
            }

            foreach (var inside in folders.Where(name => Directory.Exists(folder.File(name))).SelectMany(name => Directory.GetFiles(folder.File(name))))
            {
                await Add(zip, Path.GetRelativePath(folder.Path, inside).Replace('\\', '/'), inside, cancellationToken);
            }

            await Add(zip, DatabaseCopy.NameOf(database.Engine), copy, cancellationToken);
            faults.Pass(FaultPoints.BackupHalfWritten);
            await using var manifest = await zip.CreateEntry(UnpackedBackup.Manifest).OpenAsync(cancellationToken);
            await JsonSerializer.SerializeAsync(manifest, found, cancellationToken: cancellationToken);
        }

        sealing.Complete();
        to.Flush(flushToDisk: true);
    }

    private static async Task Add(ZipArchive zip, string name, string file, CancellationToken cancellationToken)
    {
        await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var to = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await from.CopyToAsync(to, cancellationToken);
    }

    private static async Task ReadBack(string file, byte[] key, CancellationToken cancellationToken)
    {
        await using var from = File.OpenRead(file);
        var (_, hash) = await BackupHeader.Read(from, cancellationToken);
        await SealedFile.Open(from, hash, key, Stream.Null, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private sealed record Origin(NodeId Node, string Program, DateTimeOffset At);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something of the backups could not be read or deleted")]
    private partial void LogNotDeleted(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "No backup was made: {Code} {Detail}")]
    private partial void LogFailed(string code, string detail);
}
