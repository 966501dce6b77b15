using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Ends a series: today is its last day. Drafts ahead that nobody has touched go; a later last day brings them back.</summary>
/// <param name="Actor">Who ends it.</param>
[GenerateSerializer, Immutable, Alias("series.end")]
public sealed record EndSeries([property: Id(0)] Actor Actor) : IOperation<MeetingSeries>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public Result<MeetingSeries> On(MeetingSeries series, OperationContext at) =>
        !series.Exists ? Refusal.Of("series.unknown")
        : series.Setup.Until <= Dates.DayOf(at.Now) ? series
        : series with { Version = series.Version + 1, Setup = series.Setup with { Until = Dates.DayOf(at.Now) } };
}
