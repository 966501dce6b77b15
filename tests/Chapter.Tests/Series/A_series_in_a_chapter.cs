using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Series;

/// <summary>The whole program on one engine, from Monday 2 March 2026 on.</summary>
public abstract class A_series_in_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private MeetingQueries Meetings => _chapter.Get<MeetingQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task has_its_drafts_made_by_the_node_as_the_days_go_by()
    {
        var id = await Made();
        Assert.Equal([new DateOnly(2026, 3, 17)], await Days(id));

        await _chapter.Pass(TimeSpan.FromDays(4));
        Assert.Equal([new DateOnly(2026, 3, 17)], await Days(id));
        // Off on the day itself.
        _chapter.Clock.Advance(TimeSpan.FromDays(2));
        await _chapter.Restart();
        await _chapter.Pass();
        Assert.Equal([new(2026, 3, 17), new DateOnly(2026, 4, 21)], await Days(id));
        Assert.Equal(["Rencontre du mardi", "Rencontre du mardi"], (await Meetings.DraftsOfSeries(_chapter.Facilitator, _chapter.Clock.GetUtcNow(), 9, Cancel)).Select(r => r.Title));
        Assert.Empty(await Meetings.DraftsOfSeries(new(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), []), _chapter.Clock.GetUtcNow(), 9, Cancel));
    }

    [Fact]
    public async Task is_followed_by_what_nobody_touched_and_by_nothing_else()
    {
        var id = await Made(s => s with { LeadDays = 100 });
        var (march, april, may) = (await MeetingOf(id, 3), await MeetingOf(id, 4), await MeetingOf(id, 5));
        await _chapter.Do(march, new AnnounceMeeting(_chapter.Facilitator, 1));
        await _chapter.Do(april, new CancelMeeting(_chapter.Facilitator, "Congé"));

        await Do(id, new ReviseSeries(_chapter.Facilitator, 1, SeriesSamples.Setup with { LeadDays = 100, Weekday = DayOfWeek.Thursday }));
        await Do(id, new SkipMonth(_chapter.Facilitator, new(2026, 6, 1)));
        await _chapter.Pass();

        Assert.Equal(
            [(march, MeetingState.Announced, new(2026, 3, 17)), (april, MeetingState.Cancelled, new(2026, 4, 21)), (may, MeetingState.Draft, new DateOnly(2026, 5, 21))],
            (await All(id)).Select(m => (m.Id, m.State, m.Plan.Day)));

        await Do(id, new EndSeries(_chapter.Facilitator));
        await _chapter.Do(april, new RestoreDraft(_chapter.Facilitator));
        await _chapter.Pass();
        Assert.Equal([MeetingState.Announced, MeetingState.Draft, MeetingState.Cancelled], (await All(id)).Select(m => m.State));
    }

    [Fact]
    public async Task gets_each_meeting_once_however_often_the_node_is_cut_off_and_whoever_makes_it()
    {
        var id = await Made(s => s with { LeadDays = 100 });
        var changes = await Changes();
        Assert.Equal(3, (await All(id)).Count);

        // Cut off after the meetings were made, and before the follower wrote down how far it had come.
        foreach (var follower in new[] { "series", "series-days" })
        {
            await _chapter.Get<Database>().Write(t => FollowerLoop.Rewind(t, follower, 0), Cancel);
        }

        await _chapter.Restart();
        await _chapter.Pass();
        // And several at once.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _chapter.Get<SeriesMaker>().Make(Cancel)));
        Assert.Equal(changes, await Changes());

        // Cut off between two meetings: the rest is made.
        await _chapter.Get<IGrainFactory>().Series(id).Do(new ReviseSeries(_chapter.Facilitator, 1, SeriesSamples.Setup with { LeadDays = 100, Weekday = DayOfWeek.Friday }));
        var series = (await _chapter.Get<SeriesQueries>().Find(id, Cancel))!;
        var (first, act) = SeriesOutlook.Missing(series, await All(id), _chapter.Clock.GetUtcNow()).FirstOrDefault();
        if (act is not null)
        {
            await _chapter.Do(first, act);
        }

        await _chapter.Restart();
        await _chapter.Pass();
        Assert.Equal([new(2026, 3, 20), new(2026, 4, 17), new DateOnly(2026, 5, 15)], await Days(id));
        Assert.Equal(changes + 3, await Changes());
    }

    [Fact]
    public async Task is_told_to_no_member_before_its_meeting_is_announced()
    {
        await _chapter.AddMember();
        var id = await Made();
        Assert.Empty(await _chapter.Pass(TimeSpan.FromDays(2)));

        await _chapter.Do(await MeetingOf(id, 3), new AnnounceMeeting(_chapter.Facilitator, 1));
        Assert.NotEmpty(await _chapter.Pass());
    }

    [Fact]
    public async Task leaves_nothing_behind_when_it_is_refused()
    {
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());

        var refused = await _chapter.Get<IGrainFactory>().Series(id).Do(new MakeSeries(new(_chapter.Facilitator.Id, []), SeriesSamples.Setup));

        Assert.Equal(Access.RoleMissing, refused.Refusals.Single().Code);
        Assert.Null(await _chapter.Get<SeriesQueries>().Find(id, Cancel));
        Assert.Empty(await _chapter.Get<SeriesQueries>().All(9, Cancel));
    }

    private async Task<Guid> Made(Func<SeriesSetup, SeriesSetup>? change = null)
    {
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        await Do(id, new MakeSeries(_chapter.Facilitator, change?.Invoke(SeriesSamples.Setup) ?? SeriesSamples.Setup));
        await _chapter.Pass();
        return id;
    }

    private async Task Do<TOperation>(Guid id, TOperation operation) where TOperation : IOperation<MeetingSeries> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().Series(id).Do(operation)).Refusals);

    private async Task<Guid> MeetingOf(Guid series, int month) => (await _chapter.Get<SeriesQueries>().Find(series, Cancel))!.MeetingOf(new(2026, month, 1));

    private Task<IReadOnlyList<Meeting>> All(Guid series) => Meetings.OfSeries(series, SeriesOutlook.Since(_chapter.Clock.GetUtcNow()), 99, Cancel);

    private async Task<IEnumerable<DateOnly>> Days(Guid series) => (await All(series)).Where(m => m.State == MeetingState.Draft).Select(m => m.Plan.Day);

    private Task<long> Changes() => _chapter.Get<Database>().Find<long>("select count(*) from change_log where kind = 'meeting'", null, Cancel);
}

public sealed class A_series_in_a_chapter_on_sqlite() : A_series_in_a_chapter(null);

public sealed class A_series_in_a_chapter_on_postgresql(PostgresServer server) : A_series_in_a_chapter(server);
