using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web.Charts;

namespace RecoveryCoP.Node.Tests.Web.Charts;

public sealed class A_balance_bar
{
    [Theory]
    [InlineData(new[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [InlineData(new[] { 250, 80, 105 }, new[] { 58, 18, 24 })]
    [InlineData(new[] { 0, 7, 0 }, new[] { 0, 100, 0 })]
    [InlineData(new[] { 0, 0 }, new[] { 0, 0 })]
    [InlineData(new[] { 1_999_999_999, 1_999_999_999, 1 }, new[] { 50, 50, 0 })]
    public void gives_whole_percentages_that_add_up(int[] minutes, int[] percentages) =>
        Assert.Equal(percentages, Percentages.Of(minutes));

    [Theory]
    [InlineData(60, 30, 30)]
    [InlineData(1, 0, 999)]
    [InlineData(13, 17, 19)]
    public void fills_its_outline_from_end_to_end_without_overlap(params int[] minutes)
    {
        var lanes = Drawn(minutes).Lanes;

        Assert.Equal(BalanceDrawing.Bar.X, lanes[0].Segment.X, 6);
        Assert.Equal(BalanceDrawing.Bar.Right, lanes[^1].Segment.Right, 6);
        Assert.All(lanes.Zip(lanes.Skip(1)), pair => Assert.Equal(pair.First.Segment.Right, pair.Second.Segment.X, 6));
        Assert.Equal(100, lanes.Sum(l => l.Percent));
    }

    [Fact]
    public void keeps_every_lane_in_a_row_of_its_own_inside_the_picture()
    {
        var drawing = Drawn(10, 20, 30);

        Assert.All(drawing.Lanes, lane =>
        {
            Assert.True(lane.Track.Overlaps(lane.Filled) && lane.Filled.Right <= lane.Track.Right + 0.001);
            Assert.False(lane.Track.Overlaps(lane.Target!), "the target would hide what is filled");
            Assert.True(lane.Target!.Bottom <= drawing.Height && lane.Target.X >= 0 && lane.Target.Right <= Units.Width);
        });
        Assert.All(drawing.Lanes.Zip(drawing.Lanes.Skip(1)), pair => Assert.True(pair.First.Target!.Bottom < pair.Second.Baseline - 13));
    }

    [Theory]
    [InlineData(20, -1)]
    [InlineData(50, 0)]
    [InlineData(70, 1)]
    public void says_where_a_stream_stands_beside_its_target(int minutes, int against)
    {
        var lanes = BalanceDrawing.Of([Share(minutes, 40, 60), Share(100 - minutes, null, null)]).Lanes;

        Assert.Equal(against, lanes[0].Against);
        Assert.Null(lanes[1].Against);
        Assert.Null(lanes[1].Target);
    }

    [Fact]
    public void of_an_empty_agenda_is_empty() => Assert.All(Drawn(0, 0, 0).Lanes, lane =>
    {
        Assert.Equal(0, lane.Segment.Width);
        Assert.Equal(0, lane.Percent);
    });

    private static BalanceDrawing Drawn(params int[] minutes) => BalanceDrawing.Of([.. minutes.Select(m => Share(m, 20, 140))]);

    private static BalanceShare Share(int minutes, int? from, int? to) => new("practice", new Text("Volet", "Stream"), minutes, from, to);
}
