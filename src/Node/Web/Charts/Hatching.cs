using System.Globalization;
using System.Text;
using static RecoveryCoP.Node.Web.Charts.Units;

namespace RecoveryCoP.Node.Web.Charts;

/// <summary>
/// Fills a rectangle with stripes or dots as one path. SVG's own patterns need ids, and two pictures on a page would have the same ones.
/// </summary>
public static class Hatching
{
    private const double Step = 7;

    /// <summary>Diagonal stripes, each cut off at the rectangle's edges.</summary>
    public static string Stripes(Box box)
    {
        var path = new StringBuilder();
        // Each stripe is a line x - y = k; it runs from where it enters the rectangle to where it leaves it.
        for (var k = Step / 2; k < box.Width + box.Height; k += Step)
        {
            var fromX = Math.Max(0, k - box.Height);
            var toX = Math.Min(box.Width, k);
            path.Append(CultureInfo.InvariantCulture, $"M{U(box.X + fromX)} {U(box.Y + k - fromX)}L{U(box.X + toX)} {U(box.Y + k - toX)}");
        }

        return path.ToString();
    }

    /// <summary>Dots in offset rows: points of no length, which a round line cap makes visible.</summary>
    public static string Dots(Box box)
    {
        var path = new StringBuilder();
        var odd = false;
        for (var y = Step / 2; y <= box.Height - 2; y += Step, odd = !odd)
        {
            for (var x = odd ? Step : Step / 2; x <= box.Width - 2; x += Step)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{U(box.X + x)} {U(box.Y + y)}h0");
            }
        }

        return path.ToString();
    }
}
