using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Says that there is a meeting in a month after all.</summary>
/// <param name="Actor">Who says so.</param>
/// <param name="Month">Any day of the month.</param>
[GenerateSerializer, Immutable, Alias("series.take-skip-back")]
public sealed record TakeSkipBack([property: Id(0)] Actor Actor, [property: Id(1)] DateOnly Month) : IOperation<MeetingSeries>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<MeetingSeries> On(MeetingSeries series, OperationContext at) =>
        !series.Exists ? Refusal.Of("series.unknown")
        : !series.Skips.Contains(MeetingSeries.MonthOf(Month)) ? series
        : series with { Version = series.Version + 1, Skips = [.. series.Skips.Where(m => m != MeetingSeries.MonthOf(Month))] };
}
