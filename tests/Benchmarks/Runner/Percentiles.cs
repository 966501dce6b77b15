namespace RecoveryCoP.Benchmarks.Runner;

/// <summary>Figures in their order.</summary>
public sealed class Percentiles
{
    private readonly double[] _sorted;

    private Percentiles(double[] sorted) => _sorted = sorted;

    /// <summary>How many figures.</summary>
    public int Count => _sorted.Length;

    /// <summary>Sorts figures; at least one.</summary>
    public static Percentiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length > 0 ? new(sorted) : throw new ArgumentException("No figures", nameof(values));
    }

    /// <summary>The figure below or at which this share (0 to 100) of all lies; between two figures, in proportion.</summary>
    public double At(double percent)
    {
        var place = percent / 100 * (_sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + ((place - below) * (_sorted[above] - _sorted[below]));
    }
}
