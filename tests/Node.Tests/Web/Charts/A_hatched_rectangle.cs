using System.Globalization;
using System.Text.RegularExpressions;
using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.Node.Tests.Web.Charts;

public sealed partial class A_hatched_rectangle
{
    public static TheoryData<double, double, double, double> Boxes => new()
    {
        { 0, 0, 24, 16 },
        { 10.3, 4, 358, 32 },
        { 5, 7, 1.5, 40 },
        { 200, 3, 3, 3 },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void keeps_its_stripes_inside(double x, double y, double width, double height) => Inside(new Box(x, y, width, height), Hatching.Stripes(new Box(x, y, width, height)));

    [Theory]
    [MemberData(nameof(Boxes))]
    public void keeps_its_dots_inside(double x, double y, double width, double height) => Inside(new Box(x, y, width, height), Hatching.Dots(new Box(x, y, width, height)));

    [Fact]
    public void is_written_with_points_in_any_language()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-CA");
            Assert.DoesNotContain(',', Hatching.Stripes(new Box(0.5, 0.5, 20, 20)) + Units.U(1234.56));
            Assert.Equal("1234.6", Units.U(1234.56));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Inside(Box box, string path) => Assert.All(
        Point().Matches(path).Select(m => (X: Number(m.Groups[1]), Y: Number(m.Groups[2]))),
        point => Assert.True(
            point.X >= box.X - 0.06 && point.X <= box.Right + 0.06 && point.Y >= box.Y - 0.06 && point.Y <= box.Bottom + 0.06,
            $"{point} is outside {box}"));

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML]([\d.]+) ([\d.]+)")]
    private static partial Regex Point();
}
