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

        var totals = QuarterTotal.Of(await Hub.Get<ReturnQueries>().Standing(Cancel));

        Assert.Equal(
            [new("2026Q3", "practices.revised", 1, 1, 1, "none"), new("2026Q3", "practices.shared", 7, 2, 1, "none")],
            totals);
    }
}

public sealed class Received_returns_on_SQLite(HubOnSqlite engine) : Received_returns(engine), IClassFixture<HubOnSqlite>;

public sealed class Received_returns_on_PostgreSQL(HubOnPostgres engine) : Received_returns(engine), IClassFixture<HubOnPostgres>;
