using RecoveryCoP.Hub.Home;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Hub.Tests.Home;

public abstract class What_is_worth_reading(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task is_shown_once_in_the_readers_language_when_it_was_written_in_both()
    {
        var now = TimeProvider.System.GetUtcNow();
        var chapter = await Hub.Admitted();
        var original = chapter.Revise("Le verger", practice: new Guid("0197a7a0-0000-7000-8000-00000000001a"), revisedAt: now.AddSeconds(-9));
        await chapter.Push(
            original,
            chapter.Revise("The orchard", practice: new Guid("0197a7a0-0000-7000-8000-00000000001b"), revisedAt: now.AddSeconds(-8), language: "en", translates: original),
            chapter.Revise("Le potager", practice: new Guid("0197a7a0-0000-7000-8000-00000000001c"), revisedAt: now.AddSeconds(-7)));
        await Until(async () => await Hub.Database.Find<long>("select count(*) from library_practice where node_id = @id", new { id = chapter.Id.Value }, Cancel) == 3);

        Assert.Equal(["Le potager", "Le verger"], await Titles(Language.French));
        Assert.Equal(["Le potager", "The orchard"], await Titles(Language.English));

        async Task<IEnumerable<string>> Titles(Language reader) =>
            (await Hub.Get<LibraryQueries>().InTurns(reader, 50, Cancel)).Where(e => e.NodeId == chapter.Id.Value).Select(e => e.Title);
    }
}

public sealed class What_is_worth_reading_on_SQLite(HubOnSqlite engine) : What_is_worth_reading(engine), IClassFixture<HubOnSqlite>;

public sealed class What_is_worth_reading_on_PostgreSQL(HubOnPostgres engine) : What_is_worth_reading(engine), IClassFixture<HubOnPostgres>;
