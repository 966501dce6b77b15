using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.Node.Tests.Web.Charts;

public sealed class An_attendance_chart
{
    [Theory]
    [InlineData(1, 18)]
    [InlineData(6, 3)]
    [InlineData(24, 38)]
    [InlineData(120, 900)]
    public void keeps_its_columns_apart_and_inside(int meetings, int most)
    {
        var drawing = AttendanceDrawing.Of([.. Enumerable.Range(0, meetings).Select(i => Point(i, i % (most + 1), most - i % (most + 1)))]);

        Assert.All(drawing.Columns, column =>
        {
            Assert.Equal(column.InPerson.Y, column.Remote.Bottom, 6);
            Assert.True(column.Remote.Y > 0 && column.InPerson.Right <= Units.Width && column.InPerson.X >= 26);
        });
        Assert.All(drawing.Columns.Zip(drawing.Columns.Skip(1)), pair => Assert.True(pair.First.InPerson.Right < pair.Second.InPerson.X));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(18, 5)]
    [InlineData(38, 10)]
    [InlineData(81, 50)]
    public void has_a_scale_of_round_numbers_that_reaches_the_tallest(int most, int step)
    {
        var lines = AttendanceDrawing.Of([Point(0, most, 0)]).Lines;

        Assert.Equal([0, step, 2 * step, 3 * step, 4 * step], lines.Select(l => l.People));
        Assert.True(lines[^1].People >= most);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(24)]
    [InlineData(60)]
    public void writes_days_that_do_not_run_into_each_other_and_always_the_newest(int meetings)
    {
        var columns = AttendanceDrawing.Of([.. Enumerable.Range(0, meetings).Select(i => Point(i, 1, 1))]).Columns;
        var dated = columns.Where(c => c.Dated).ToList();

        Assert.True(columns[^1].Dated);
        Assert.All(dated.Zip(dated.Skip(1)), pair => Assert.True(pair.Second.Middle - pair.First.Middle >= 57.9));
    }

    private static AttendancePoint Point(int month, int inPerson, int remote) => new(new DateOnly(2024, 1, 17).AddMonths(month), inPerson, remote);
}
