using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>Forgets, once the questions about a meeting have closed, who answered; and what was answered, where it is too little to be shown.</summary>
internal sealed partial class PulseErasure(Database database, TimeProvider clock, ILogger<PulseErasure> log) : BackgroundService
{
    private const string IsTooFew = "opened_at <= @before and answers < @fewest";
    private const string IsOver = "exists (select 1 from pulse p where p.meeting = pulse_answered.meeting and p.opened_at <= @before)";

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);

    /// <summary>Does it once.</summary>
    internal async Task Look(CancellationToken cancellationToken)
    {
        var args = new { before = clock.GetUtcNow() - PulseRules.Open, fewest = (long)PulseRules.FewestShown };
        // A write wakes up all that follows: not for nothing.
        if (await database.Find<long>($"select (select count(*) from pulse where {IsTooFew}) + (select count(*) from pulse_answered where {IsOver})", args, cancellationToken) > 0)
        {
            await database.Write(
                async t =>
                {
                    await t.Erase($"delete from pulse_answered where {IsOver}", args);
                    await t.Erase($"delete from pulse where {IsTooFew}", args);
                },
                cancellationToken);
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
                LogFailed(failure); // it is forgotten next time
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Who answered the questions about a meeting could not be forgotten")]
    private partial void LogFailed(Exception failure);
}

/// <summary>Forgets at once that somebody answered who has left. What they answered is in the sums, where it is nobody's.</summary>
internal sealed class PulseOfMembers(Database database) : GrainFollower(database)
{
    private const string IsGone =
        """
        member = @id and exists (select 1 from account a join pulse p on p.meeting = pulse_answered.meeting
                                  where a.id = pulse_answered.member and (a.left_at is not null or a.joined_at > p.opened_at))
        """;

    private readonly Database database = database;

    public override string Name => "pulse-of-members";

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        List<Guid> gone = [];
        foreach (var id in ids)
        {
            if (await database.Find<long>($"select count(*) from pulse_answered where {IsGone}", new { id }, cancellationToken) > 0)
            {
                gone.Add(id);
            }
        }

        return async transaction =>
        {
            foreach (var id in gone)
            {
                await transaction.Erase($"delete from pulse_answered where {IsGone}", new { id });
            }
        };
    }
}
