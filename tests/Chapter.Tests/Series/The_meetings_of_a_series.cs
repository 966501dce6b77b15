using CsCheck;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Series;

public sealed class The_meetings_of_a_series
{
    private static readonly Actor _who = MeetingSamples.Facilitator;

    private readonly Dictionary<Guid, Meeting> _meetings = [];
    private MeetingSeries _series = SeriesSamples.Made();
    private DateTimeOffset _now = SeriesSamples.Now;

    [Fact]
    public void are_drafts_that_know_their_series_and_are_made_as_many_days_ahead_as_it_says()
    {
        Make();

        var draft = Assert.Single(_meetings.Values);
        Assert.Equal((MeetingState.Draft, 1, Guid.Empty, SeriesSamples.Now), (draft.State, draft.Version, draft.PlannedBy, draft.PlannedAt));
        Assert.Equal(new Occurrence(SeriesSamples.Id, new(2026, 3, 17), 1), draft.Occurrence);
        Assert.Equal(new DateTime(2026, 3, 17, 18, 30, 0), draft.Plan.Start);
        Assert.True(draft.Plan.Says(SeriesSamples.Setup.Plan with { Start = draft.Plan.Start }));
        Assert.False(draft.MayRead(MeetingSamples.Member));

        _now = SeriesSamples.At(2026, 3, 6);
        Make();
        Assert.Single(_meetings);
        _now = SeriesSamples.At(2026, 3, 7); // 45 days before 21 April
        Make();
        Assert.Equal([new(2026, 3, 17), new DateOnly(2026, 4, 21)], Days());
    }

    [Fact]
    public void are_not_made_for_dates_that_passed_while_the_node_was_away()
    {
        _now = SeriesSamples.At(2026, 9, 20);
        Make();

        Assert.Equal([new DateOnly(2026, 10, 20)], Days());
    }

    [Fact]
    public void follow_it_while_nobody_has_touched_them()
    {
        Make();
        Revise(s => s with { On = SeriesDay.Last, Weekday = DayOfWeek.Thursday, Plan = s.Plan with { Place = "Salle 9" } });

        var moved = Assert.Single(_meetings.Values);
        Assert.Equal((new DateTime(2026, 3, 26, 18, 30, 0), "Salle 9", 2, new DateOnly(2026, 3, 26)), (moved.Plan.Start, moved.Plan.Place, moved.Version, moved.Occurrence!.Date));
        Assert.True(moved.Occurrence.IsAsMade);
    }

    [Fact]
    public void follow_it_in_all_but_their_title_and_agenda_where_a_date_is_about_something_of_its_own()
    {
        var id = _series.MeetingOf(new(2026, 5, 19));
        var usual = _series.Setup.PlanOn(new(2026, 5, 19));
        var about = usual with { Title = "Les mots", Items = [.. usual.Items.Take(1)] };
        _meetings[id] = new Meeting().Try(new SetOccasion(_who, new(_series.Id, new(2026, 5, 19), 1, Occasion: "words"), usual, null, about), id, _now).Value!;

        Revise(s => s with { On = SeriesDay.Last, Weekday = DayOfWeek.Thursday, Plan = s.Plan with { Place = "Salle 9" } });
        Assert.Equal(("Les mots", 1, new DateTime(2026, 5, 28, 18, 30, 0), "Salle 9", "words"), (_meetings[id].Plan.Title, _meetings[id].Plan.Items.Count, _meetings[id].Plan.Start, _meetings[id].Plan.Place, _meetings[id].Occurrence!.Occasion));

        // Long before it is due, and nothing is left to do.
        Make();
        Assert.Equal(2, _meetings[id].Version);
    }

    public static TheoryData<string> Touches => ["revise", "announce", "cancel", "restore"];

    [Theory]
    [MemberData(nameof(Touches))]
    public void stay_as_they_are_once_somebody_has(string touch)
    {
        Make();
        var draft = _meetings.Values.Single();
        Do(draft.Id, m => touch switch
        {
            "revise" => m.Try(new RevisePlan(_who, 1, m.Plan with { Title = "Avec une invitée" }), _now),
            "announce" => m.Try(new AnnounceMeeting(_who, 1), _now),
            "cancel" => m.Try(new CancelMeeting(_who, "Semaine de relâche"), _now),
            _ => m.Try(new CancelMeeting(_who, "Semaine de relâche"), _now).Value!.Try(new RestoreDraft(_who), _now),
        });
        var touched = _meetings.Values.Single();
        Assert.False(touched.Occurrence!.IsAsMade);

        Revise(s => s with { On = SeriesDay.Last, Weekday = DayOfWeek.Thursday });
        Change(new SkipMonth(_who, new(2026, 3, 1)));
        Change(new TakeSkipBack(_who, new(2026, 3, 1)));
        Change(new EndSeries(_who));

        // Nor does its month get another one.
        Assert.Same(touched, Assert.Single(_meetings.Values));
    }

    [Fact]
    public void stay_in_their_month_however_far_somebody_moves_them()
    {
        Make();
        Do(_meetings.Keys.Single(), m => m.Try(new RevisePlan(_who, 1, m.Plan with { Start = new(2026, 4, 2, 18, 30, 0) }), _now));
        _now = SeriesSamples.At(2026, 3, 10);

        Make();

        Assert.Equal([new DateTime(2026, 4, 2, 18, 30, 0), new DateTime(2026, 4, 21, 18, 30, 0)], _meetings.Values.Select(m => m.Plan.Start).Order());
    }

    [Fact]
    public void go_when_their_date_is_skipped_and_come_back_with_it()
    {
        Make();
        Change(new SkipMonth(_who, new(2026, 3, 1)));

        var gone = Assert.Single(_meetings.Values);
        Assert.Equal((MeetingState.Cancelled, null), (gone.State, gone.AnnouncedAt));
        Assert.True(gone.Occurrence!.IsAsMade);

        Change(new TakeSkipBack(_who, new(2026, 3, 1)));
        Assert.Equal((MeetingState.Draft, null), (_meetings[gone.Id].State, _meetings[gone.Id].Cancellation));
    }

    [Fact]
    public void are_not_made_on_a_holiday_or_in_a_month_that_is_skipped()
    {
        _series = SeriesSamples.Made(SeriesSamples.Setup with { On = SeriesDay.First, Weekday = DayOfWeek.Monday, SkipsHolidays = true, LeadDays = 183 });
        Change(new SkipMonth(_who, new(2026, 7, 1)));

        // Easter Monday is the first Monday of April.
        Assert.Equal([new(2026, 3, 2), new(2026, 5, 4), new(2026, 6, 1), new DateOnly(2026, 8, 3)], Days());
    }

    [Fact]
    public void end_with_it()
    {
        _series = SeriesSamples.Made(SeriesSamples.Setup with { LeadDays = 100 });
        Make();
        Assert.Equal(3, Days().Count);
        Do(_series.MeetingOf(new(2026, 4, 1)), m => m.Try(new AnnounceMeeting(_who, 1), _now));

        Change(new EndSeries(_who));
        Assert.Equal([new DateOnly(2026, 4, 21)], Days());

        Revise(s => s with { Until = new(2026, 5, 31) });
        Assert.Equal([new(2026, 3, 17), new(2026, 4, 21), new DateOnly(2026, 5, 19)], Days());
    }

    [Fact]
    public void are_left_alone_when_their_hour_has_come()
    {
        Make();
        _now = new(2026, 3, 17, 22, 30, 0, TimeSpan.Zero);

        Change(new EndSeries(_who));

        Assert.Equal([new DateOnly(2026, 3, 17)], Days());
    }

    [Fact]
    public void stay_though_the_series_now_wants_them_later()
    {
        Make();
        Revise(s => s with { LeadDays = 7 });

        Assert.Equal([new DateOnly(2026, 3, 17)], Days());
    }

    [Fact]
    public void are_not_brought_back_by_whoever_looked_at_the_series_before()
    {
        Make();
        var late = SeriesOutlook.Missing(_series, [], _now).ToList();
        Change(new SkipMonth(_who, new(2026, 3, 1)));

        foreach (var (id, act) in late)
        {
            Do(id, m => m.Try(act, id, _now));
        }

        Assert.Equal(MeetingState.Cancelled, Assert.Single(_meetings.Values).State);
    }

    [Fact]
    public void are_told_apart_on_its_page()
    {
        _series = SeriesSamples.Made(SeriesSamples.Setup with { LeadDays = 100 });
        Make();
        Do(_series.MeetingOf(new(2026, 4, 1)), m => m.Try(new AnnounceMeeting(_who, 1), _now));
        Change(new SkipMonth(_who, new(2026, 5, 1)));
        Revise(s => s with { EveryMonths = 2 });

        var ahead = SeriesOutlook.Ahead(_series, [.. _meetings.Values], _now, 3);

        Assert.Equal(
            [(new DateOnly(2026, 3, 17), DateFate.TakesPlace, true, true), (new(2026, 4, 21), null, true, false), (new(2026, 5, 19), DateFate.Skipped, false, false), (new(2026, 7, 21), (DateFate?)DateFate.TakesPlace, false, true)],
            ahead.Select(d => (d.Date, d.Fate, d.Meeting is not null, d.CanBeSkipped)));
    }

    [Fact]
    public void stand_beside_their_date_also_when_they_were_moved_to_an_earlier_day_and_are_over()
    {
        _series = SeriesSamples.Made(SeriesSamples.Setup with { LeadDays = 100 });
        Make();
        var id = _series.MeetingOf(new(2026, 3, 1));
        var early = new DateTime(2026, 3, 3, 18, 30, 0);
        Do(id, m => m.Try(new RevisePlan(_who, 1, m.Plan with { Start = early }), _now));
        _now = new DateTimeOffset(2026, 3, 5, 17, 0, 0, TimeSpan.Zero);

        var first = SeriesOutlook.Ahead(_series, [.. _meetings.Values], _now, 3)[0];

        Assert.Equal((new DateOnly(2026, 3, 17), early, false), (first.Date, first.Meeting!.Plan.Start, first.CanBeSkipped));
    }

    // Two years in which somebody changes the series, its drafts or its skips, and the node looks now and then, twice at a time.
    [Fact]
    public void are_never_two_in_a_month_and_never_changed_once_touched() => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 60], Gen.Int[0, 11], Gen.Bool).Array[5, 40].Sample(steps =>
    {
        var all = new The_meetings_of_a_series();
        foreach (var (what, days, choice, looks) in steps)
        {
            all._now = all._now.AddDays(days);
            var before = all._meetings.Values.Where(m => m.Occurrence is { IsAsMade: false }).ToList();
            all.Step(what, choice);
            var untouched = before.Where(m => ReferenceEquals(all._meetings[m.Id], m)).ToList();
            if (looks)
            {
                all.Make();
            }

            Assert.All(untouched, m => Assert.Same(m, all._meetings[m.Id]));
            Assert.All(all._meetings, m => Assert.Equal(m.Key, all._series.MeetingOf(m.Value.Occurrence!.Date)));
            Assert.Equal(all._meetings.Count, all._meetings.Values.DistinctBy(m => (m.Occurrence!.Date.Year, m.Occurrence.Date.Month)).Count());
        }
    }, iter: 500);

    private void Step(int what, int choice)
    {
        var some = _meetings.Values.OrderBy(m => m.Id).Skip(choice % Math.Max(1, _meetings.Count)).FirstOrDefault();
        switch (what)
        {
            case 0:
                Try(new SkipMonth(_who, Dates.DayOf(_now).AddMonths(choice)));
                break;
            case 1:
                Try(new TakeSkipBack(_who, Dates.DayOf(_now).AddMonths(choice)));
                break;
            case 2:
                Try(new ReviseSeries(_who, _series.Version, _series.Setup with { EveryMonths = 1 + (choice % 3), On = (SeriesDay)(choice % 6), Day = 1 + choice, Weekday = (DayOfWeek)(choice % 7), Until = null, SkipsHolidays = choice % 2 == 0, LeadDays = 7 + (choice * 10) }));
                break;
            case 3:
                Try(new EndSeries(_who));
                break;
            case 4 when some is not null:
                Try(some, m => m.Try(new RevisePlan(_who, m.Version, m.Plan with { Title = $"Autre {choice}" }), _now));
                break;
            case 5 when some is not null:
                Try(some, m => m.Try(new AnnounceMeeting(_who, m.Version), _now));
                break;
            case 6 when some is not null:
                Try(some, m => m.Try(new CancelMeeting(_who, "Neige"), _now));
                break;
            case 7 when some is not null:
                Try(some, m => m.Try(new RestoreDraft(_who), _now));
                break;
        }
    }

    private void Make()
    {
        foreach (var (id, act) in SeriesOutlook.Missing(_series, Known(), _now).ToList())
        {
            Do(id, m => m.Try(act, id, _now));
        }

        // What is missing is missing once.
        Assert.Empty(SeriesOutlook.Missing(_series, Known(), _now));
    }

    // As the query finds them.
    private IEnumerable<Meeting> Known() => _meetings.Values.Where(m => m.Occurrence!.Date >= SeriesOutlook.Since(_now));

    private void Revise(Func<SeriesSetup, SeriesSetup> change) => Change(new ReviseSeries(_who, _series.Version, change(_series.Setup)));

    private void Change<TOperation>(TOperation operation) where TOperation : IOperation<MeetingSeries>
    {
        _series = _series.Try(operation, _now).Value!;
        Make();
    }

    private void Try<TOperation>(TOperation operation) where TOperation : IOperation<MeetingSeries> => _series = _series.Try(operation, _now).Value ?? _series;

    private void Try(Meeting meeting, Func<Meeting, Result<Meeting>> operation) => _meetings[meeting.Id] = operation(meeting).Value ?? meeting;

    private void Do(Guid id, Func<Meeting, Result<Meeting>> operation) => _meetings[id] = operation(_meetings.GetValueOrDefault(id) ?? new()).Value!;

    private List<DateOnly> Days() => [.. _meetings.Values.Where(m => m.State != MeetingState.Cancelled).Select(m => m.Plan.Day).Order()];
}
