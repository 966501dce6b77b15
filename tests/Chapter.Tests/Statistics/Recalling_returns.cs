using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Statistics;

public sealed class Recalling_returns
{
    private static readonly Quarter _quarter = new(2026, 3);
    private static readonly Actor _executive = new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), ["executive"]);

    [Theory]
    [InlineData("executive")]
    [InlineData("facilitator")]
    [InlineData("steward")]
    [InlineData("secretary")]
    [InlineData("privacy-officer")]
    [InlineData(null)]
    public void is_the_nodes_alone(string? role)
    {
        var recall = new RecallReturns(_executive with { Roles = role is null ? [] : [role] }, "2026Q3", [Sent(1, 3)]);

        Assert.Equal("access.role-missing", new QuarterReturn().Try(recall, _quarter.Key, _quarter.End).Refusals.Single().Code);
    }

    [Fact]
    public void gives_a_quarter_its_record_back_without_who_approved()
    {
        var state = Recall(new(), Sent(1, 3), Sent(2, 4));

        Assert.Equal(("2026Q3", _quarter.Key), (state.Period, state.Id));
        Assert.Equal([(1, Sent(1, 3).At, Guid.Empty, 3L), (2, Sent(2, 4).At, Guid.Empty, 4L)], state.Approved.Select(a => (a.Number, a.At, a.By, a.Figures.Single().Value)));
    }

    [Fact]
    public void twice_changes_nothing()
    {
        var state = Recall(new(), Sent(1, 3));

        Assert.Same(state, Recall(state, Sent(1, 3)));
    }

    [Fact]
    public void keeps_who_approved_what_the_backup_knows()
    {
        var before = Approve(new(), 3);
        var known = new RecalledReturn(1, before.Approved[0].At, before.Approved[0].Figures);

        Assert.Equal([(1, _executive.Id), (2, Guid.Empty)], Recall(before, known, Sent(2, 4)).Approved.Select(a => (a.Number, a.By)));
    }

    [Fact]
    public void puts_what_was_approved_meanwhile_behind_as_the_next_correction()
    {
        var state = Recall(Approve(Approve(new(), 7), 8), Sent(1, 3), Sent(2, 4));

        Assert.Equal([(1, 3L), (2, 4L), (3, 7L), (4, 8L)], state.Approved.Select(a => (a.Number, a.Figures.Single().Value)));
        Assert.Equal([Guid.Empty, Guid.Empty, _executive.Id, _executive.Id], state.Approved.Select(a => a.By));
        Assert.Equal(5, Approve(state, 9).Approved[^1].Number);
    }

    [Fact]
    public void makes_no_correction_of_the_same_figures_approved_once_more() =>
        Assert.Equal([(1, Guid.Empty)], Recall(Approve(new(), 3), Sent(1, 3)).Approved.Select(a => (a.Number, a.By)));

    [Fact]
    public void takes_the_later_of_two_that_came_back_under_one_number() =>
        Assert.Equal([(1, 4L)], Recall(Recall(new(), Sent(1, 3)), Sent(1, 4)).Approved.Select(a => (a.Number, a.Figures.Single().Value)));

    [Fact]
    public void counts_on_from_the_last_number_where_one_is_missing() =>
        Assert.Equal([1, 3, 4], Approve(Recall(new(), Sent(1, 3), Sent(3, 5)), 6).Approved.Select(a => a.Number));

    [Fact]
    public void is_refused_for_another_quarter_than_its_own() =>
        Assert.Equal("statistics.period-unknown", new QuarterReturn().Try(new RecallReturns(Actor.Node, "2026Q2", [Sent(1, 3)]), _quarter.Key, _quarter.End).Refusals.Single().Code);

    private static RecalledReturn Sent(int number, long shared) => new(number, _quarter.End.AddDays(number), [new(Figures.Shared, shared)]);

    private static QuarterReturn Recall(QuarterReturn state, params RecalledReturn[] returns) =>
        state.Try(new RecallReturns(Actor.Node, "2026Q3", returns), _quarter.Key, _quarter.End.AddDays(9)).Value!;

    private static QuarterReturn Approve(QuarterReturn state, long shared) =>
        state.Try(new ApproveReturn(_executive, "2026Q3", [new(Figures.Shared, shared)]), _quarter.Key, _quarter.End.AddDays(8)).Value!;
}
