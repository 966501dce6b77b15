using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Backups;

/// <summary>
/// Makes a backup every night, and tries the newest one every month. It looks at what there is and not at what it did: a night that was missed is made up soon after the
/// next start, and what failed is tried again after an hour.
/// </summary>
internal sealed partial class NightlyBackup(
    BackupMaker maker, Drill drill, BackupRecords records, Database database, ThisNode node, BackupOptions options, IServer server, TimeProvider clock, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan tick = TimeSpan.FromMinutes(5), again = TimeSpan.FromHours(1);

    /// <summary>Does what is due.</summary>
    internal async Task Look(CancellationToken cancellationToken)
    {
        if (options.Nightly && node.IsFounded)
        {
            await MakeAndTry(clock.GetUtcNow(), cancellationToken);
        }

        // Old copies go, whether new ones are made or not: the privacy page promises it.
        maker.Prune();
    }

    private async Task MakeAndTry(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A folder that cannot be read does not say when the last one was made. And nothing is missed before the first night.
        var made = await records.Of(Recorded.Backup, cancellationToken);
        var last = (maker.Readable is { } files ? files.FirstOrDefault(b => !Retention.IsAhead(b.MadeAt, now))?.MadeAt : made?.SucceededAt)
            ?? await database.Find<DateTimeOffset>("select founded_at from node", null, cancellationToken);
        if (last < LastNight(now) && !IsTooSoon(made, now))
        {
            if ((await maker.Make(null, isAsked: false, cancellationToken)).Value is { } file)
            {
                LogMade(file.Path);
            }
        }

        var tried = await records.Of(Recorded.Drill, cancellationToken);
        if (maker.Readable is [_, ..] && IsFirstOf(tried?.SucceededAt, now) && !IsTooSoon(tried, now))
        {
            await drill.Try(null, isAsked: false, cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (server is NoServer)
        {
            return; // a verb, which has its own work, and sometimes another clock
        }

        maker.CleanUp();
        using var timer = new PeriodicTimer(tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Look(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (StorageFailure.Is(failure) || failure is IOException or UnauthorizedAccessException)
            {
                LogNotNoted(failure);
            }
        }
    }

    private static bool IsTooSoon(BackupRecord? last, DateTimeOffset now) => last is { Code.Length: > 0 } && now - last.TriedAt < again;

    // The drill of a month is due with its first backup.
    private static bool IsFirstOf(DateTimeOffset? last, DateTimeOffset now) =>
        last is not { } at || (Dates.DayOf(at).Year, Dates.DayOf(at).Month) != (Dates.DayOf(now).Year, Dates.DayOf(now).Month);

    private DateTimeOffset LastNight(DateTimeOffset now)
    {
        var today = Dates.InstantOf(Dates.DayOf(now).ToDateTime(new TimeOnly(options.Hour, 0)));
        return today <= now ? today : Dates.InstantOf(Dates.DayOf(now).AddDays(-1).ToDateTime(new TimeOnly(options.Hour, 0)));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backed up: {File}")]
    private partial void LogMade(string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "How the backup went could not be noted")]
    private partial void LogNotNoted(Exception failure);
}
