using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// How much room is left on the disks that the node writes to. Below what the settings say, nothing more is written that takes room, in words and before the
/// database itself fails; reading, signing in, answering, leaving and taking back go on.
/// </summary>
public sealed partial class DiskRoom
{
    /// <summary>What a refusal says.</summary>
    public static RefusalText Text { get; } = new("storage.low", new(
        "Rien n’a été enregistré\u00a0: il reste trop peu d’espace sur le disque de ce serveur. Votre texte est encore ici; réessayez quand la personne qui s’occupe du serveur aura libéré de l’espace.",
        "Nothing was saved: too little room is left on this server’s disk. Your text is still here; try again once the person who looks after the server has made room."));

    // What says that somebody comes, leaves or takes something back fits; what somebody tells does not.
    private const int Little = 1024;

    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(1);

    private readonly long threshold;
    private readonly TimeProvider clock;
    private readonly ILogger<DiskRoom> log;
    private readonly Lock gate = new();
    private volatile string[] folders;
    private long? lookedAt;
    private bool isLow;

    /// <summary>Watches the disks of some folders.</summary>
    /// <param name="folders">Those that the node writes to.</param>
    /// <param name="lowMebibytes">Less than this is low; 0 never is.</param>
    /// <param name="clock">Tells how old what is known is.</param>
    /// <param name="log">Told once when it begins and once when it ends.</param>
    public DiskRoom(IReadOnlyList<string> folders, int lowMebibytes, TimeProvider clock, ILogger<DiskRoom> log) =>
        (this.folders, threshold, this.clock, this.log) = ([.. folders], lowMebibytes * 1024L * 1024, clock, log);

    /// <summary>Less than this is low, in bytes.</summary>
    public long Threshold => threshold;

    /// <summary>The fullest of the disks; null where none can be asked.</summary>
    public DiskSpace? Fullest => folders.Select(Ask).OfType<DiskSpace>().MinBy(disk => disk.Free);

    /// <summary>True while nothing more is written that takes room.</summary>
    public bool IsLow
    {
        get
        {
            lock (gate)
            {
                if (lookedAt is { } at && clock.GetElapsedTime(at) < fresh)
                {
                    return isLow;
                }

                lookedAt = clock.GetTimestamp();
                // Somewhat more than was missing, so that it does not come and go with every file.
                var now = Fullest is { } disk && disk.Free < (isLow ? threshold + (threshold / 8) : threshold);
                if (now != isLow)
                {
                    isLow = now;
                    Tell();
                }

                return isLow;
            }
        }
    }

    /// <summary>Refuses what takes room while there is too little. What the node does by itself is for those who do it to hold back.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="bytes">How much more there would be; asked only when it matters.</param>
    public Refusal? RefusalFor(Actor actor, Func<long> bytes) => !actor.Is(Actor.NodeRole) && IsLow && bytes() > Little ? Refusal.Of(Text.Code) : null;

    /// <summary>The folder that a database has on this machine, if it has one.</summary>
    internal async Task AddDisk(Database database, CancellationToken cancellationToken)
    {
        if (await database.LocalFolder(cancellationToken).ConfigureAwait(false) is { } folder)
        {
            folders = [.. folders, folder];
        }
    }

    private void Tell()
    {
        if (isLow)
        {
            LogLow(Fullest?.Folder ?? "", (Fullest?.Free ?? 0) / (1024 * 1024));
        }
        else
        {
            LogRoom(Fullest?.Folder ?? "");
        }
    }

    private static DiskSpace? Ask(string folder)
    {
        try
        {
            return new DriveInfo(folder) is var disk ? new(folder, disk.AvailableFreeSpace, disk.TotalSize) : null;
        }
        catch (Exception silent) when (silent is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // some shares of other machines do not say
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk of {Folder} has only {Mebibytes} MiB left (Storage:LowDiskMebibytes): nothing that takes room is written until there is more. Make room there")]
    private partial void LogLow(string folder, long mebibytes);

    [LoggerMessage(Level = LogLevel.Information, Message = "The disk of {Folder} has room again")]
    private partial void LogRoom(string folder);
}

/// <summary>A disk.</summary>
/// <param name="Folder">A folder on it.</param>
/// <param name="Free">Bytes that are left to this program.</param>
/// <param name="Size">Bytes in all.</param>
public sealed record DiskSpace(string Folder, long Free, long Size);

/// <summary>Asks the disks now and then, so that the log tells of a disk that fills up while nobody writes.</summary>
internal sealed class DiskWatch(DiskRoom room, Database database, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan tick = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(tick, clock);
        var isAsked = false;
        do
        {
            isAsked = isAsked || await AskDatabase(stoppingToken).ConfigureAwait(false);
            _ = room.IsLow;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task<bool> AskDatabase(CancellationToken cancellationToken)
    {
        try
        {
            await room.AddDisk(database, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception away) when (StorageFailure.Is(away))
        {
            return false;
        }
    }
}
