using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Records what is to be told whenever a meeting is written.</summary>
internal sealed class MeetingNotices(Database database, NoticeReaders readers) : GrainFollower(database)
{
    private readonly Database database = database;

    public override string Name => "meeting-notices";

    protected override string Kind => Meeting.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        List<Func<Transaction, Task>> works = [];
        foreach (var id in ids)
        {
            if (await database.Find<string>("select json from meeting where id = @id", new { id }, cancellationToken) is { } json
                && await readers.Missing(JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!, cancellationToken) is { } work)
            {
                works.Add(work);
            }
        }

        return async transaction =>
        {
            foreach (var work in works)
            {
                await work(transaction);
            }
        };
    }
}

/// <summary>
/// Records what is to be told because of the hour: what to read, that it is tomorrow, and what has become urgent; to whom joined since the announcement, that there is
/// a meeting; to whom a letter was under way when it was cancelled, that it is; of actions, that they come due; and on Mondays, what is new.
/// </summary>
internal sealed partial class NoticeClock(Database database, NoticeReaders readers, ActionNotices actions, IntentionNotices intentions, WeeklySummary summary, TimeProvider clock, ILogger<NoticeClock> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);

    /// <summary>Does it once.</summary>
    internal async Task Look(CancellationToken cancellationToken)
    {
        // Beginnings are written on the clocks of their zone: a day more on each side covers every zone.
        var now = clock.GetUtcNow();
        var meetings = await database.Query<string>(
            "select json from meeting where state in ('announced', 'cancelled') and begins >= @from order by begins limit 100",
            new { from = now.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) },
            cancellationToken);
        foreach (var json in meetings)
        {
            if (await readers.Missing(JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!, cancellationToken) is { } record)
            {
                await database.Write(record, cancellationToken);
            }
        }

        if (await actions.Missing(cancellationToken) is { } recordActions)
        {
            await database.Write(recordActions, cancellationToken);
        }

        if (await intentions.Missing(cancellationToken) is { } recordIntentions)
        {
            await database.Write(recordIntentions, cancellationToken);
        }

        if (await summary.Missing(cancellationToken) is { } recordSummary)
        {
            await database.Write(recordSummary, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(failure); // what is missing is found next time
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is to be told of meetings could not be recorded")]
    private partial void LogFailed(Exception failure);
}
