namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>One measured job. It is run several times in the same process: a row's spread is that of its runs.</summary>
public interface IBenchmark
{
    /// <summary>What it is called on the command line and in <c>artifacts/benchmarks/{name}.json</c>.</summary>
    string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    string About { get; }

    /// <summary>Does the job once and says what it measured.</summary>
    /// <param name="quick">True: a small job, to see that it works; its figures mean little.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel);
}

/// <summary>One measure of one run.</summary>
/// <param name="Measure">What was measured, the same words in every run.</param>
/// <param name="Unit">Its unit: commits/s, ms, MB, …</param>
/// <param name="Value">The figure.</param>
/// <param name="Limit">The raw limit or the peer, measured in the same run and the same unit; null for a measure that is itself a limit.</param>
public sealed record Sample(string Measure, string Unit, double Value, double? Limit = null);
