using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Statistics;

public sealed class Approving_a_return
{
    private static readonly Quarter _quarter = new(2026, 3);
    private static readonly IReadOnlyList<Figure> _figures = [new(Figures.Shared, 3), new(Figures.Revised, 1)];

    [Theory]
    [InlineData("executive", true)]
    [InlineData("steward", false)]
    [InlineData("facilitator", false)]
    [InlineData("secretary", false)]
    [InlineData("privacy-officer", false)]
    [InlineData(null, false)]
    public void is_for_the_executive_committee_alone(string? role, bool allowed) =>
        Assert.Equal(allowed, Approve(new(), role: role).Succeeded);

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal([typeof(ApproveReturn), typeof(RecallReturns)], Operations.On<QuarterReturn>());

    [Fact]
    public void keeps_exactly_what_was_shown()
    {
        var approved = Approve(new()).Value!;

        Assert.Equal(("2026Q3", _quarter.Key), (approved.Period, approved.Id));
        Assert.Equal((1, _quarter.End), (approved.Approved[0].Number, approved.Approved[0].At));
        Assert.Equal(_figures, approved.Approved[0].Figures);
    }

    [Fact]
    public void is_refused_before_the_quarter_has_ended() =>
        Assert.Equal("statistics.not-ended", Approve(new(), now: _quarter.End.AddSeconds(-1)).Refusals[0].Code);

    [Theory]
    [InlineData("2026Q5")]
    [InlineData("")]
    public void is_refused_for_a_quarter_that_does_not_exist(string period) =>
        Assert.Equal("statistics.period-unknown", Approve(new(), period: period).Refusals[0].Code);

    [Fact]
    public void is_refused_for_another_quarter_than_its_own() =>
        Assert.Equal("statistics.period-unknown", Approve(Approve(new()).Value!, period: "2026Q2").Refusals[0].Code);

    [Fact]
    public void again_is_refused_when_nothing_changed() =>
        Assert.Equal("statistics.nothing-new", Approve(Approve(new()).Value!).Refusals[0].Code);

    [Fact]
    public void again_with_other_figures_is_the_next_correction()
    {
        var corrected = Approve(Approve(new()).Value!, figures: [new(Figures.Shared, 4), new(Figures.Revised, 1)]).Value!;

        Assert.Equal([1, 2], corrected.Approved.Select(a => a.Number));
        Assert.Equal(3, corrected.Approved[0].Figures[0].Value);
    }

    [Fact]
    public void has_an_end()
    {
        var many = Enumerable.Range(0, QuarterReturn.MostCorrections).Aggregate(new QuarterReturn(), (r, i) => Approve(r, figures: [new(Figures.Shared, i)]).Value!);

        Assert.Equal("statistics.too-many-corrections", Approve(many).Refusals[0].Code);
    }

    private static Result<QuarterReturn> Approve(
        QuarterReturn before, string? role = "executive", string period = "2026Q3", IReadOnlyList<Figure>? figures = null, DateTimeOffset? now = null) =>
        before.Try(
            new ApproveReturn(new Actor(Guid.Parse("019a0000-0000-7000-8000-000000000001"), role is null ? [] : [role]), period, figures ?? _figures),
            _quarter.Key,
            now ?? _quarter.End);
}
