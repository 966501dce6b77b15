using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.SampleChapters;

/// <summary>When things happened, seen from today.</summary>
internal sealed class SampleCalendar(DateTimeOffset now, MeetingsFile series)
{
    /// <summary>The time from which everything is counted: today.</summary>
    public DateTimeOffset Now => now;

    /// <summary>At noon in Montréal, that many weeks ago.</summary>
    public DateTimeOffset WeeksAgo(int weeks) => Local(Dates.DayOf(now).AddDays(-7 * weeks), new TimeOnly(12, 0));

    /// <summary>When a meeting begins, that many months before the next one; the next one is the first that has not begun.</summary>
    public DateTimeOffset Meeting(int monthsAgo)
    {
        var today = Dates.DayOf(now);
        var month = new DateOnly(today.Year, today.Month, 1);
        var next = In(month) > now ? month : month.AddMonths(1);
        return In(next.AddMonths(-monthsAgo));
    }

    private DateTimeOffset In(DateOnly month)
    {
        var first = (series.Weekday - month.DayOfWeek + 7) % 7;
        return Local(month.AddDays(first + (7 * (series.Week - 1))), series.Time);
    }

    private static DateTimeOffset Local(DateOnly day, TimeOnly time) => Dates.InstantOf(day.ToDateTime(time));
}
