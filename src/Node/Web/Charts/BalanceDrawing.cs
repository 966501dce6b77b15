namespace RecoveryCoP.Node.Web.Charts;

/// <summary>Where the parts of a balance bar are: the whole agenda on top, then each stream on a scale of its own with its target.</summary>
public sealed class BalanceDrawing
{
    private const double BarHeight = 34;
    private const double RowHeight = 56;
    private const double TrackHeight = 13;

    private BalanceDrawing(IReadOnlyList<Lane> lanes) => Lanes = lanes;

    /// <summary>Every stream, in the order given.</summary>
    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>The height of the picture.</summary>
    public double Height => BarHeight + Lanes.Count * RowHeight + 2;

    /// <summary>The outline of the whole bar.</summary>
    public static Box Bar { get; } = new(1, 1, Units.Width - 2, BarHeight - 2);

    /// <summary>Lays the shares out.</summary>
    public static BalanceDrawing Of(IReadOnlyList<BalanceShare> shares)
    {
        int[] minutes = [.. shares.Select(s => Math.Max(0, s.Minutes))];
        var percentages = Percentages.Of(minutes);
        var total = Math.Max(1, minutes.Sum());
        var lanes = new List<Lane>();
        var x = Bar.X;
        foreach (var (index, share) in shares.Index())
        {
            var width = Bar.Width * minutes[index] / total;
            var top = BarHeight + index * RowHeight;
            var track = new Box(1, top + 28, Units.Width - 2, TrackHeight);
            lanes.Add(new Lane(
                share,
                percentages[index],
                new Box(x, Bar.Y, width, Bar.Height),
                top + 22,
                track,
                track with { Width = track.Width * minutes[index] / total },
                share is { BandFrom: { } from, BandTo: { } to } ? Band(track, from, to) : null));
            x += width;
        }

        return new BalanceDrawing(lanes);
    }

    private static Box Band(Box track, int from, int to)
    {
        var (low, high) = (Math.Clamp(from, 0, 100), Math.Clamp(to, 0, 100));
        return new Box(track.X + track.Width * low / 100, track.Bottom + 3, track.Width * Math.Max(0, high - low) / 100, 5);
    }

    /// <summary>One stream's place.</summary>
    /// <param name="Share">What it shows.</param>
    /// <param name="Percent">Its part; all of them add up to 100, unless there are no minutes.</param>
    /// <param name="Segment">Its part of the whole bar.</param>
    /// <param name="Baseline">Where its words stand.</param>
    /// <param name="Track">Its own scale, from 0 to 100 percent.</param>
    /// <param name="Filled">How much of the scale it fills.</param>
    /// <param name="Target">The bracket below the scale that it should end above; null without a target.</param>
    public sealed record Lane(BalanceShare Share, int Percent, Box Segment, double Baseline, Box Track, Box Filled, Box? Target)
    {
        /// <summary>Where it stands beside its target; null without one.</summary>
        public int? Against => Share is { BandFrom: { } from, BandTo: { } to } ? Percent < from ? -1 : Percent > to ? 1 : 0 : null;
    }
}

/// <summary>One stream's part of an agenda.</summary>
/// <param name="Code"><c>practice</c>, <c>system</c> or <c>community</c>: chooses the pattern it is drawn with.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Minutes">Minutes given to it.</param>
/// <param name="BandFrom">Lower end of the chapter's target, in percent; null without a target.</param>
/// <param name="BandTo">Upper end of the chapter's target, in percent; null without a target.</param>
public sealed record BalanceShare(string Code, Text Label, int Minutes, int? BandFrom, int? BandTo);
