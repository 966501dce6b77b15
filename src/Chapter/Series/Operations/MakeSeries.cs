using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Series;

/// <summary>Makes a series.</summary>
/// <param name="Actor">Who makes it.</param>
/// <param name="Setup">When its meetings are, and what they begin with.</param>
[GenerateSerializer, Immutable, Alias("series.make")]
public sealed record MakeSeries([property: Id(0)] Actor Actor, [property: Id(1)] SeriesSetup Setup) : IOperation<MeetingSeries>
{
    /// <inheritdoc />
    public static Access Access => Meeting.Leaders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Setup.Errors();

    /// <inheritdoc />
    /// <remarks>The same form sent twice finds its work done.</remarks>
    public Result<MeetingSeries> On(MeetingSeries series, OperationContext at) =>
        series.Exists ? series.Setup.Says(Setup) ? series : Refusal.Of("series.exists")
        : Setup.NothingAhead(at.Now) is { } nothing ? nothing
        : series with { Id = at.Id, Version = 1, Setup = Setup };
}
