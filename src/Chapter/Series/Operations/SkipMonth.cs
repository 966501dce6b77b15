using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Says that there is no meeting in a month. A draft that somebody has touched stays: whoever wants it gone gives it up on its own page.</summary>
/// <param name="Actor">Who says so.</param>
/// <param name="Month">Any day of the month.</param>
[GenerateSerializer, Immutable, Alias("series.skip-month")]
public sealed record SkipMonth([property: Id(0)] Actor Actor, [property: Id(1)] DateOnly Month) : IOperation<MeetingSeries>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<MeetingSeries> On(MeetingSeries series, OperationContext at)
    {
        var (today, month) = (Dates.DayOf(at.Now), MeetingSeries.MonthOf(Month));
        return !series.Exists ? Refusal.Of("series.unknown")
            : series.Skips.Contains(month) ? series
            : series.DatesFrom(today).All(d => MeetingSeries.MonthOf(d.Date) != month) ? Refusal.Of("series.no-date-then")
            // What is over need not be remembered.
            : series with { Version = series.Version + 1, Skips = [.. series.Skips.Where(m => m >= MeetingSeries.MonthOf(today)).Append(month).Order()] };
    }
}
