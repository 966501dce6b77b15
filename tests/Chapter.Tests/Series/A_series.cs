using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Series;

public sealed class A_series
{
    private static readonly Actor _who = MeetingSamples.Facilitator;

    [Fact]
    public void is_made_once_however_often_its_form_is_sent()
    {
        var series = SeriesSamples.Made();

        Assert.Equal((SeriesSamples.Id, 1), (series.Id, series.Version));
        Assert.Same(series, series.Try(new MakeSeries(_who, SeriesSamples.Setup)).Value);
        Assert.Equal("series.exists", CodeOf(series.Try(new MakeSeries(_who, SeriesSamples.Setup with { EveryMonths = 2 }))));
    }

    [Fact]
    public void is_no_series_of_what_cannot_be()
    {
        Assert.Equal("series.every-missing", Made(s => s with { EveryMonths = 0 }));
        Assert.Equal("series.every-missing", Made(s => s with { EveryMonths = 7 }));
        Assert.Equal("series.day-missing", Made(s => s with { On = (SeriesDay)9 }));
        Assert.Equal("series.date-missing", Made(s => s with { On = SeriesDay.DayOfMonth, Day = 32 }));
        Assert.Equal("series.lead-missing", Made(s => s with { LeadDays = 6 }));
        Assert.Equal("meeting.minutes-missing", Made(s => s with { Plan = s.Plan with { Minutes = 0 } }));
        Assert.Equal("series.no-dates", Made(s => s with { Until = new(2026, 3, 16) }));
        Assert.Equal("series.no-dates", Made(s => s with { On = SeriesDay.DayOfMonth, Day = 1, EveryMonths = 6, SkipsHolidays = true, Plan = s.Plan with { Start = new(2026, 1, 1, 18, 0, 0) } }));
    }

    [Fact]
    public void is_revised_by_who_has_seen_it()
    {
        var other = SeriesSamples.Setup with { Weekday = DayOfWeek.Thursday };
        var revised = SeriesSamples.Made().Try(new ReviseSeries(_who, 1, other)).Value!;

        Assert.Equal((2, DayOfWeek.Thursday), (revised.Version, revised.Setup.Weekday));
        Assert.Same(revised, revised.Try(new ReviseSeries(_who, 1, other)).Value);
        Assert.Equal("series.stale", CodeOf(revised.Try(new ReviseSeries(_who, 1, SeriesSamples.Setup))));
        Assert.Equal("series.no-dates", CodeOf(revised.Try(new ReviseSeries(_who, 2, other with { Until = new(2026, 3, 1) }))));
        Assert.Equal("series.unknown", CodeOf(new MeetingSeries().Try(new ReviseSeries(_who, 0, other))));
    }

    [Fact]
    public void skips_a_month_and_takes_the_skip_back()
    {
        var series = SeriesSamples.Made();
        var skipped = series.Try(new SkipMonth(_who, new(2026, 7, 21))).Value!;

        Assert.Equal(DateFate.Skipped, skipped.DatesFrom(new(2026, 7, 1)).First().Fate);
        Assert.Same(skipped, skipped.Try(new SkipMonth(_who, new(2026, 7, 2))).Value);
        var back = skipped.Try(new TakeSkipBack(_who, new(2026, 7, 1))).Value!;
        Assert.Equal((DateFate.TakesPlace, 3), (back.DatesFrom(new(2026, 7, 1)).First().Fate, back.Version));
        Assert.Same(back, back.Try(new TakeSkipBack(_who, new(2026, 7, 1))).Value);
        Assert.Equal("series.unknown", CodeOf(new MeetingSeries().Try(new SkipMonth(_who, new(2026, 7, 1)))));
        Assert.Equal("series.unknown", CodeOf(new MeetingSeries().Try(new TakeSkipBack(_who, new(2026, 7, 1)))));
    }

    [Theory]
    [InlineData(2026, 2)] // over
    [InlineData(2026, 4)] // between two dates
    [InlineData(2099, 3)] // nobody plans as far
    public void does_not_skip_a_month_without_a_date(int year, int month) => Assert.Equal(
        "series.no-date-then",
        CodeOf(SeriesSamples.Made(SeriesSamples.Setup with { EveryMonths = 2 }).Try(new SkipMonth(_who, new(year, month, 1)))));

    [Fact]
    public void keeps_the_month_free_whatever_day_of_it_the_series_moves_to()
    {
        var skipped = SeriesSamples.Made().Try(new SkipMonth(_who, new(2026, 7, 21))).Value!;

        var revised = skipped.Try(new ReviseSeries(_who, 2, SeriesSamples.Setup with { On = SeriesDay.Last, Weekday = DayOfWeek.Thursday })).Value!;

        Assert.Equal(new SeriesDate(new(2026, 7, 30), DateFate.Skipped), revised.DatesFrom(new(2026, 7, 1)).First());
    }

    [Fact]
    public void forgets_skips_that_are_over()
    {
        var skipped = SeriesSamples.Made().Try(new SkipMonth(_who, new(2026, 4, 1))).Value!;

        Assert.Equal([new(2026, 7, 1)], skipped.Try(new SkipMonth(_who, new(2026, 7, 1)), SeriesSamples.At(2026, 5, 1)).Value!.Skips);
    }

    [Fact]
    public void ends_today_and_goes_on_with_a_later_last_day()
    {
        var ended = SeriesSamples.Made().Try(new EndSeries(_who)).Value!;

        Assert.Equal(new DateOnly(2026, 3, 2), ended.Setup.Until);
        Assert.Empty(ended.DatesFrom(new(2026, 3, 2)));
        Assert.Same(ended, ended.Try(new EndSeries(_who), SeriesSamples.At(2026, 4, 1)).Value);
        Assert.NotEmpty(ended.Try(new ReviseSeries(_who, 2, SeriesSamples.Setup with { Until = new(2026, 12, 31) })).Value!.DatesFrom(new(2026, 3, 2)));
        Assert.Equal("series.unknown", CodeOf(new MeetingSeries().Try(new EndSeries(_who))));
    }

    [Fact]
    public void gives_each_month_one_meeting_of_its_own()
    {
        var (one, other) = (SeriesSamples.Made(), SeriesSamples.Made() with { Id = MeetingSamples.Later });
        var months = Enumerable.Range(0, 240).Select(n => new DateOnly(2026, 3, 17).AddMonths(n)).ToList();

        var ids = months.SelectMany(m => new[] { one.MeetingOf(m), other.MeetingOf(m) }).ToList();

        Assert.Equal(480, ids.Distinct().Count());
        Assert.Equal(one.MeetingOf(new(2026, 3, 1)), one.MeetingOf(new(2026, 3, 31)));
        Assert.All(ids, id => Assert.Equal(8, id.Version));
        // What is stored under it is found by it: it never changes.
        Assert.Equal(Guid.Parse("de1d718b-87a6-832b-a6ef-1982a685e8f2"), one.MeetingOf(new(2026, 3, 17)));
    }

    private static string Made(Func<SeriesSetup, SeriesSetup> change) => CodeOf(new MeetingSeries().Try(new MakeSeries(_who, change(SeriesSamples.Setup))));

    private static string CodeOf(Result<MeetingSeries> result) => result.Refusals.Single().Code;
}
