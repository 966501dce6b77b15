using System.Globalization;

namespace RecoveryCoP.Node.Web.Charts;

/// <summary>
/// Every picture is drawn 360 units wide. On a phone a unit is about a pixel, so text of 12 units stays legible there; on a wider screen the
/// whole picture grows, up to a width that the stylesheet sets.
/// </summary>
public static class Units
{
    /// <summary>The width of every picture.</summary>
    public const double Width = 360;

    /// <summary>A length as SVG reads it: a point for decimals in any language, and no more of them than can be seen.</summary>
    public static string U(double length) => Math.Round(length, 1, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A rectangle of a picture.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">To the right.</param>
/// <param name="Height">Downwards.</param>
public sealed record Box(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>True when the two share more than an edge.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
