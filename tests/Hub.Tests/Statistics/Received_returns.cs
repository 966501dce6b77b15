using RecoveryCoP.Hub.Statistics;
using RecoveryCoP.Hub.Tests.Harness;

namespace RecoveryCoP.Hub.Tests.Statistics;

public abstract class Received_returns(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task are_added_up_exactly_with_their_method_and_the_last_correction_counts()
    {
        var (one, other, gone) = (await Hub.Admitted(), await Hub.Admitted(), await Hub.Admitted());
        await one.Push(one.Report("2026Q3", 1, ("practices.shared", 5)), one.Report("2026Q3", 2, ("practices.shared", 4)));
        await other.Push(other.Report("2026Q3", 1, ("practices.shared", 3), ("practices.revised", 1)));
        await gone.Push(gone.Report("2026Q3", 1, ("practices.shared", 100)));
        await Hub.Decide(gone, e => e.Revoke(Hub.Operator, "Ce n’est pas vous.", TimeProvider.System.GetUtcNow()));

        var own = new[] { one.Id.Value, other.Id.Value, gone.Id.Value };
        var totals = QuarterTotal.Of((await Hub.Get<ReturnQueries>().Standing(Cancel)).Where(r => own.Contains(r.NodeId)));

        var total = Assert.Single(totals);
        Assert.Equal(("2026Q3", 2, 1u, "none"), (total.Period, total.Chapters, total.SchemaVersion, total.Method));
        Assert.Equal([("practices.revised", 1), ("practices.shared", 7)], total.Totals.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, t.Value)));
    }

    [Fact]
    public async Task count_only_for_quarters_that_a_chapter_can_have_counted_and_for_what_the_hub_lists()
    {
        var chapter = await Hub.Admitted();
        var thisYear = TimeProvider.System.GetUtcNow().Year;
        string[] impossible = ["0000Q1", "2019Q4", "2025Q4", $"{thisYear + 1}Q1", "2099Q1"];

        await chapter.Push([.. impossible.Select(period => chapter.Report(period, 1, ("practices.shared", 7))), chapter.Report("2026Q1", 1, ("practices.shared", 2), ("people.found", 9))]);
        await chapter.Push(chapter.Report("2026Q2", 1, ("practices.shared", long.MaxValue)));

        var standing = (await Hub.Get<ReturnQueries>().Standing(Cancel)).Where(r => r.NodeId == chapter.Id.Value);
        var only = Assert.Single(standing);
        Assert.Equal(("2026Q1", KeyValuePair.Create("practices.shared", 2L)), (only.Period, Assert.Single(only.Measures)));
    }
}

public sealed class Received_returns_on_SQLite(HubOnSqlite engine) : Received_returns(engine), IClassFixture<HubOnSqlite>;

public sealed class Received_returns_on_PostgreSQL(HubOnPostgres engine) : Received_returns(engine), IClassFixture<HubOnPostgres>;
