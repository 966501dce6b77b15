namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>A measure over all runs.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Min">The smallest of the runs.</param>
/// <param name="Median">The middle one.</param>
/// <param name="Max">The largest.</param>
/// <param name="Limit">The median of the limit measured beside it; null when there is none.</param>
/// <param name="Runs">How many runs.</param>
public sealed record Row(string Measure, string Unit, double Min, double Median, double Max, double? Limit, int Runs)
{
    /// <summary>One row a measure, in the order in which the first run gave them.</summary>
    public static IReadOnlyList<Row> Of(IEnumerable<Sample> samples) => [.. samples.GroupBy(sample => (sample.Measure, sample.Unit)).Select(Of)];

    private static Row Of(IGrouping<(string Measure, string Unit), Sample> runs)
    {
        var values = Percentiles.Of(runs.Select(run => run.Value));
        double[] limits = [.. runs.Where(run => run.Limit is not null).Select(run => run.Limit!.Value)];
        return new(
            runs.Key.Measure, runs.Key.Unit, values.At(0), values.At(50), values.At(100),
            limits.Length == 0 ? null : Percentiles.Of(limits).At(50), values.Count);
    }
}
