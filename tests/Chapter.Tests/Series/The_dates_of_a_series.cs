using CsCheck;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.Series;

public sealed class The_dates_of_a_series
{
    private static readonly Gen<SeriesSetup> _setup = Gen.Select(
        Gen.Int[1, 6], Gen.Enum<SeriesDay>(), Gen.Enum<DayOfWeek>(), Gen.Int[1, 31], Gen.Int[0, 364], Gen.Int[0, 24 * 4 - 1], Gen.Bool,
        (every, on, weekday, day, from, quarters, holidays) => SeriesSamples.Setup with
        {
            EveryMonths = every,
            On = on,
            Weekday = weekday,
            Day = day,
            SkipsHolidays = holidays,
            Plan = SeriesSamples.Setup.Plan with { Start = new DateTime(2026, 1, 1).AddDays(from).AddMinutes(15 * quarters) },
        });

    [Fact]
    public void are_the_days_of_ten_years_that_its_words_say() => _setup.Sample(setup =>
    {
        var dates = setup.DatesFrom(setup.From).ToList();

        // The same by looking at every day there is.
        var monthly = Days(setup.From, setup.From.AddYears(10)).Where(d => IsIn(setup, d)).ToList();
        var said = monthly.Where((_, index) => index % setup.EveryMonths == 0).ToList();
        Assert.Equal(said, dates.Select(d => d.Date));
        Assert.All(dates, d => Assert.Equal(setup.SkipsHolidays && PublicHolidays.Has(d.Date), d.Fate == DateFate.Holiday));
    }, iter: 300);

    [Fact]
    public void are_the_same_from_wherever_one_looks() => Gen.Select(_setup, Gen.Int[0, 2000]).Sample((setup, later) =>
    {
        var day = setup.From.AddDays(later);
        var until = setup.From.AddYears(10);
        Assert.Equal(setup.DatesFrom(setup.From).Where(d => d.Date >= day), setup.DatesFrom(day).TakeWhile(d => d.Date <= until));
    }, iter: 300);

    [Fact]
    public void begin_at_the_hour_that_was_said_on_both_sides_of_every_change_of_the_clocks() => _setup.Sample(setup =>
    {
        foreach (var plan in setup.DatesFrom(setup.From).Select(d => setup.PlanOn(d.Date)))
        {
            var shown = TimeZoneInfo.ConvertTime(plan.StartsAt, Dates.Zone).DateTime;
            Assert.Equal(plan.Start, shown);
            // But for the hour that clocks leave out.
            Assert.True(shown.TimeOfDay == setup.Plan.Start.TimeOfDay || (shown.TimeOfDay - setup.Plan.Start.TimeOfDay == TimeSpan.FromHours(1) && Dates.Zone.IsInvalidTime(shown.AddHours(-1))));
            Assert.Empty(plan.Errors());
        }
    }, iter: 300);

    [Theory]
    [InlineData(2027, 3, 14, 7)] // clocks go forward at two
    [InlineData(2027, 11, 7, 7)] // and back, so that half past one comes twice
    public void know_the_night_in_which_clocks_change(int year, int month, int day, int hour)
    {
        var setup = SeriesSamples.Setup with { Plan = SeriesSamples.Setup.Plan with { Start = new(2026, 1, 1, month == 3 ? 2 : 1, 30, 0) } };

        var plan = setup.PlanOn(new(year, month, day));

        Assert.Equal(new DateTimeOffset(year, month, day, month == 3 ? hour : hour - 1, 30, 0, TimeSpan.Zero), plan.StartsAt);
    }

    [Theory]
    [InlineData(31, "01-31 02-28 03-31 04-30 05-31 06-30")]
    [InlineData(29, "01-29 02-28 03-29 04-29 05-29 06-29")]
    [InlineData(1, "01-01 02-01 03-01 04-01 05-01 06-01")]
    public void take_the_last_day_of_a_month_that_is_too_short(int day, string dates) => Assert.Equal(
        dates,
        Said(SeriesSamples.Setup with { On = SeriesDay.DayOfMonth, Day = day }, new(2027, 1, 1), 6));

    [Fact]
    public void leave_holidays_out_and_put_nothing_in_their_place()
    {
        var mondays = SeriesSamples.Setup with { On = SeriesDay.First, Weekday = DayOfWeek.Monday, SkipsHolidays = true };

        var dates = mondays.DatesFrom(new(2026, 8, 1)).Take(3).ToList();

        Assert.Equal([new(new(2026, 8, 3)), new(new(2026, 9, 7), DateFate.Holiday), new(new(2026, 10, 5))], dates);
    }

    [Fact]
    public void end_where_every_one_is_a_holiday() => Assert.All(
        (SeriesSamples.Setup with { EveryMonths = 6, On = SeriesDay.DayOfMonth, Day = 1, SkipsHolidays = true, Plan = SeriesSamples.Setup.Plan with { Start = new(2026, 1, 1, 18, 0, 0) } }).DatesFrom(new(2026, 1, 1)),
        d => Assert.Equal(DateFate.Holiday, d.Fate));

    [Fact]
    public void end_on_the_last_day()
    {
        var setup = SeriesSamples.Setup with { Until = new(2026, 5, 19) };

        Assert.Equal("03-17 04-21 05-19", Said(setup, new(2026, 1, 1), 9));
        Assert.Equal("03-17 04-21", Said(setup with { Until = new(2026, 5, 18) }, new(2026, 1, 1), 9));
    }

    private static string Said(SeriesSetup setup, DateOnly from, int count) =>
        string.Join(' ', setup.DatesFrom(from).Take(count).Select(d => d.Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private static bool IsIn(SeriesSetup setup, DateOnly day) => setup.On switch
    {
        SeriesDay.DayOfMonth => day.Day == setup.Day || (day.AddDays(1).Day == 1 && setup.Day > day.Day),
        SeriesDay.Last => day.DayOfWeek == setup.Weekday && day.AddDays(7).Month != day.Month,
        _ => day.DayOfWeek == setup.Weekday && (day.Day + 6) / 7 == (int)setup.On + 1,
    };

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
