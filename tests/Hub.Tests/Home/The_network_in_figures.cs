using RecoveryCoP.Hub.Home;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Hub.Tests.Home;

public abstract class The_network_in_figures(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task is_what_a_recount_finds_and_shows_each_chapter_in_turn()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (busy, quiet, paused) = (await Hub.Admitted(), await Hub.Admitted(), await Hub.Admitted());
        await new SampleChapter(Hub).Enrol(await Hub.NewCode());
        await busy.Push(
            busy.Revise("Le café", practice: new Guid("0197a7a0-0000-7000-8000-00000000000a"), revisedAt: now.AddYears(-1)),
            busy.Revise("La marche", practice: new Guid("0197a7a0-0000-7000-8000-00000000000b"), revisedAt: now.AddSeconds(-3)),
            busy.Revise("La marche longue", practice: new Guid("0197a7a0-0000-7000-8000-00000000000b"), revisedAt: now.AddSeconds(-2)),
            busy.Revise("Le chant", practice: new Guid("0197a7a0-0000-7000-8000-00000000000c"), revisedAt: now.AddSeconds(-1)));
        await quiet.Push(quiet.Revise("La ligne du soir", practice: new Guid("0197a7a0-0000-7000-8000-00000000000d"), revisedAt: now.AddYears(-2)));
        await paused.Push(paused.Revise("Le jardin", practice: new Guid("0197a7a0-0000-7000-8000-00000000000e"), revisedAt: now.AddYears(-3)));
        await Hub.Decide(paused, e => e.Suspend(Hub.Operator, "Une pause.", now));
        await Until(async () => (await Count()).Practices == 5);

        var library = await Hub.Get<LibraryQueries>().Find(new LibrarySearch(), Cancel);
        var quarter = NetworkFigures.QuarterOf(now);
        Assert.Equal(new NetworkFigures(2, library.Total, library.Entries.Count(e => e.RevisedAt >= quarter)), await Count());
        Assert.Equal(2, (await Count()).RevisedThisQuarter);
        Assert.Equal(
            ["Le chant", "La ligne du soir", "Le jardin", "La marche longue"],
            (await Hub.Get<LibraryQueries>().InTurns(Language.French, 4, Cancel)).Select(e => e.Title));

        Task<NetworkFigures> Count() => NetworkFigures.Count(Hub.Database, Hub.Get<LibraryQueries>(), now, Cancel);
    }
}

public sealed class The_network_in_figures_on_SQLite(HubOnSqlite engine) : The_network_in_figures(engine), IClassFixture<HubOnSqlite>;

public sealed class The_network_in_figures_on_PostgreSQL(HubOnPostgres engine) : The_network_in_figures(engine), IClassFixture<HubOnPostgres>;

public sealed class A_quarter_of_the_network
{
    [Theory]
    [InlineData("2026-11-24T12:00:00Z", "2026-10-01T04:00:00Z")]
    [InlineData("2026-10-01T03:59:59Z", "2026-07-01T04:00:00Z")]
    [InlineData("2026-10-01T04:00:00Z", "2026-10-01T04:00:00Z")]
    [InlineData("2027-01-01T05:00:00Z", "2027-01-01T05:00:00Z")]
    [InlineData("2026-05-31T00:00:00Z", "2026-04-01T04:00:00Z")]
    public void begins_at_midnight_in_Montreal(string at, string begins) =>
        Assert.Equal(DateTimeOffset.Parse(begins, null), NetworkFigures.QuarterOf(DateTimeOffset.Parse(at, null)));
}
