using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Sets a series up otherwise. Drafts that nobody has touched follow it; every other meeting stays as it is.</summary>
/// <param name="Actor">Who revises it.</param>
/// <param name="BasedOn">Version that the actor had before their eyes.</param>
/// <param name="Setup">The series now, whole.</param>
[GenerateSerializer, Immutable, Alias("series.revise")]
public sealed record ReviseSeries([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] SeriesSetup Setup) : IOperation<MeetingSeries>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Setup.Errors();

    /// <inheritdoc />
    public Result<MeetingSeries> On(MeetingSeries series, OperationContext at) =>
        !series.Exists ? Refusal.Of("series.unknown")
        : series.Setup.Says(Setup) ? series
        : BasedOn != series.Version ? Refusal.Of("series.stale", "", series.Version)
        : Setup.NothingAhead(at.Now) is { } nothing ? nothing
        : series with { Version = series.Version + 1, Setup = Setup with { Unknown = series.Setup.Unknown } };
}
