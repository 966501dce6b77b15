namespace RecoveryCoP.Node.Web.Charts;

/// <summary>Where the columns of an attendance chart are.</summary>
public sealed class AttendanceDrawing
{
    /// <summary>The height of the picture.</summary>
    public const double Height = 190;

    private const double Left = 30;
    private const double Top = 18;
    private const double Bottom = 160;
    private const double LabelWidth = 58;

    private AttendanceDrawing(IReadOnlyList<Column> columns, IReadOnlyList<(int People, double Y)> lines) => (Columns, Lines) = (columns, lines);

    /// <summary>One a meeting, in the order given.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The lines of the scale, from nobody upwards.</summary>
    public IReadOnlyList<(int People, double Y)> Lines { get; }

    /// <summary>Lays the meetings out.</summary>
    public static AttendanceDrawing Of(IReadOnlyList<AttendancePoint> points)
    {
        var step = StepFor(points.Select(p => p.InPerson + p.Remote).DefaultIfEmpty(0).Max());
        var top = step * 4;
        var pitch = (Units.Width - Left) / Math.Max(1, points.Count);
        var width = Math.Min(30, pitch * 0.72);
        // Days are written under as many columns as have room for them, counted from the newest.
        var every = (int)Math.Ceiling(LabelWidth / pitch);
        var columns = points.Select((point, index) =>
        {
            var middle = Left + pitch * (index + 0.5);
            var (inPerson, remote) = (Tall(point.InPerson, top), Tall(point.Remote, top));
            return new Column(
                point,
                middle,
                new Box(middle - width / 2, Bottom - inPerson, width, inPerson),
                new Box(middle - width / 2, Bottom - inPerson - remote, width, remote),
                (points.Count - 1 - index) % every == 0);
        });
        return new AttendanceDrawing([.. columns], [.. Enumerable.Range(0, 5).Select(i => (i * step, Bottom - Tall(i * step, top)))]);
    }

    private static double Tall(int people, int top) => (Bottom - Top) * Math.Max(0, people) / top;

    /// <summary>The smallest of 1, 2, 5, 10, 20, 50 … of which four reach the tallest column.</summary>
    private static int StepFor(int most)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var step in new[] { power, 2 * power, 5 * power })
            {
                if (step * 4L >= most || power >= 10_000_000)
                {
                    return step;
                }
            }
        }
    }

    /// <summary>One meeting's place.</summary>
    /// <param name="Point">What it shows.</param>
    /// <param name="Middle">The middle of the column.</param>
    /// <param name="InPerson">Those in the room, from the ground up.</param>
    /// <param name="Remote">Those at a distance, on top of them.</param>
    /// <param name="Dated">True where the day is written below.</param>
    public sealed record Column(AttendancePoint Point, double Middle, Box InPerson, Box Remote, bool Dated);
}

/// <summary>Who came to one meeting.</summary>
/// <param name="Day">The day of the meeting.</param>
/// <param name="InPerson">How many in the room.</param>
/// <param name="Remote">How many from a distance.</param>
public sealed record AttendancePoint(DateOnly Day, int InPerson, int Remote);
