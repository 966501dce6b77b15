using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Brings the meetings of a series to where it stands. It compares both as they are now; what was done already is done once.</summary>
internal sealed class SeriesMaker(SeriesQueries all, MeetingQueries meetings, IGrainFactory grains, TimeProvider clock)
{
    // A meeting a month as far as anybody plans.
    private const int MostMeetings = 200;

    private const int MostSeries = 10_000;

    /// <summary>One series; nothing when there is none.</summary>
    public async Task Make(Guid id, CancellationToken cancellationToken)
    {
        if (await all.Find(id, cancellationToken) is { } series)
        {
            await Make(series, cancellationToken);
        }
    }

    /// <summary>Every series.</summary>
    public async Task Make(CancellationToken cancellationToken)
    {
        foreach (var series in await all.All(MostSeries, cancellationToken))
        {
            // Read anew: somebody may have changed it while those before it were made.
            await Make(series.Id, cancellationToken);
        }
    }

    private async Task Make(MeetingSeries series, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var there = await meetings.OfSeries(series.Id, SeriesOutlook.Since(now), MostMeetings, cancellationToken);
        foreach (var (id, act) in SeriesOutlook.Missing(series, there, now))
        {
            if (await grains.Meeting(id).Do(act) is { Succeeded: false } refused)
            {
                throw new InvalidOperationException($"Meeting {id} of series {series.Id} was not made: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
            }
        }
    }
}

/// <summary>Follows a series whenever it is written.</summary>
internal sealed class SeriesFollower(Database database, SeriesMaker maker) : GrainFollower(database)
{
    public override string Name => "series";

    public override bool CallsGrains => true;

    protected override string Kind => MeetingSeries.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            await maker.Make(id, cancellationToken);
        }

        return _ => Task.CompletedTask;
    }
}

/// <summary>Looks at every series once a day, because a day brings further dates near: its log is the calendar.</summary>
internal sealed class SeriesDays(SeriesMaker maker, TimeProvider clock) : Follower
{
    public override string Name => "series-days";

    public override bool CallsGrains => true;

    protected override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        var today = Dates.DayOf(clock.GetUtcNow()).DayNumber;
        if (after == today)
        {
            return null;
        }

        await maker.Make(cancellationToken);
        return Step.Past(today);
    }
}
