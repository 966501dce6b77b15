using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class What_a_chapter_shared(PostgresServer server)
{
    private static readonly string North = LibraryOfATest.Chapter('a');
    private static readonly string South = LibraryOfATest.Chapter('b');
    private static readonly Guid Practice = Guid.Parse("0197a000-0000-7000-8000-0000000000ab");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.PostgreSql];

    [Theory, MemberData(nameof(Engines))]
    public async Task is_listed_by_its_latest_revision_and_keeps_the_earlier_ones(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Share(North, Practice, "Café du lundi");
        await library.CatchUp();
        await library.Share(North, Practice, "Café du mardi", revision: 3);
        await library.CatchUp();

        Assert.Equal(["Café du mardi"], await library.Titles(""));
        Assert.Empty(await library.Titles("lundi"));
        var found = await library.Practices.Find(North, Practice, Cancel);
        Assert.Equal(["Café du mardi", "Café du lundi"], found!.Revisions.Select(r => r.Content.Title));
        Assert.Equal(3, found.Shown!.Number);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_listed_by_the_latest_revision_whose_text_is_here(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Share(North, Practice, "Café du lundi");
        await library.CatchUp();
        await library.Erase([await library.Share(North, Practice, "Café du mardi", revision: 2)]);
        await library.CatchUp();

        Assert.Equal(["Café du lundi"], await library.Titles(""));
        Assert.Empty(await library.Titles("mardi"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_the_same_when_everything_is_looked_at_again(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await Corpus.Share(library);
        await library.CatchUp();
        var before = await library.Find("espoir");
        await library.LookAgain();

        var after = await library.Find("espoir");
        Assert.Equal(before.Total, after.Total);
        Assert.Equal(before.Entries, after.Entries);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_gone_with_all_its_words_once_withdrawn(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var first = await library.Share(North, Practice, "Zoulmirak du lundi", "Frabinol", "Quexadril", topics: ["hiring-peers"]);
        var second = await library.Share(North, Practice, "Zoulmirak du mardi", revision: 2);
        await library.CatchUp();
        await library.Withdraw(North, Practice, first, second);
        await library.CatchUp();

        Assert.Empty(await library.Titles(""));
        Assert.Empty(await library.Titles("zoulmirak"));
        Assert.All((await library.Find("")).Facets.Values, Assert.Empty);
        var found = await library.Practices.Find(North, Practice, Cancel);
        Assert.Equal((null, LibraryOfATest.Start), (found!.Shown, found.WithdrawnAt));
        Assert.Empty(found.Revisions);
        Assert.Equal(0, await library.Database.Find<long>("select count(*) from library_practice where title <> '' or summary <> ''", null, Cancel));
        Assert.Equal(0, await library.Database.Find<long>("select count(*) from library_search", null, Cancel));
        if (engine == Engine.Sqlite)
        {
            await library.Database.DisposeAsync();
            var disk = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(library.DatabaseFile, Cancel));
            Assert.DoesNotContain("oulmirak", disk, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("rabinol", disk, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("uexadri", disk, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_counted_under_what_its_latest_revision_says_for_as_long_as_it_is_shown(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var (kept, gone) = (Guid.CreateVersion7(LibraryOfATest.Start), Guid.CreateVersion7(LibraryOfATest.Start));
        await library.Share(North, kept, "Un", topics: ["hiring-peers", "recovery-plans"], chime: ["hope"]);
        var item = await library.Share(South, gone, "Deux", language: "en", topics: ["hiring-peers"]);
        await library.CatchUp();
        await library.Share(North, kept, "Un, revu", revision: 2, topics: ["recovery-plans"], chime: ["meaning"]);
        await library.Withdraw(South, gone, item);
        await library.CatchUp();

        var page = await library.Find("");

        Assert.Equal(1, page.Total);
        Assert.Equal(
            ["chapter " + North + " 1", "chime meaning 1", "language fr 1", "topic recovery-plans 1"],
            page.Facets.SelectMany(kind => kind.Value, (kind, value) => $"{kind.Key} {value.Value} {value.Practices}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task stays_gone_when_it_was_withdrawn_before_it_was_read(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Share(North, Practice, "", erased: true);
        await library.CatchUp();
        Assert.Empty(await library.Titles(""));
        await library.Withdraw(North, Practice);
        await library.Share(North, Practice, "De retour", revision: 2);
        await library.CatchUp();

        Assert.Empty(await library.Titles(""));
        Assert.NotNull((await library.Practices.Find(North, Practice, Cancel))!.WithdrawnAt);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task cannot_be_withdrawn_by_another(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Share(North, Practice, "Café du lundi");
        await library.Share(South, Practice, "Même numéro, autre communauté");
        await library.Withdraw(South, Practice);
        await library.CatchUp();

        Assert.Equal(["Café du lundi"], await library.Titles(""));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_gone_with_a_reason_once_the_hub_took_it_down_and_by_no_other_than_the_hub(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var item = await library.Share(North, Practice, "Café du lundi");
        await library.TakeDown(North, Practice, TakeDownReason.Legal, by: South);
        await library.CatchUp();
        Assert.Equal(["Café du lundi"], await library.Titles("café"));

        await library.TakeDown(North, Practice, TakeDownReason.PersonalData, items: item);
        await library.Share(North, Practice, "De retour", revision: 2);
        await library.CatchUp();
        // Its own chapter withdraws it afterwards: why it went stays.
        await library.Withdraw(North, Practice);
        await library.CatchUp();

        Assert.Empty(await library.Titles(""));
        var found = await library.Practices.Find(North, Practice, Cancel);
        Assert.Equal((null, TakeDownReason.PersonalData, LibraryOfATest.Start), (found!.Shown, found.TakenDown, found.WithdrawnAt));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_not_shown_while_quarantined(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Share(North, Practice, "Café du lundi", status: "quarantined");
        await library.CatchUp();

        Assert.Empty(await library.Titles(""));
        Assert.Null(await library.Practices.Find(North, Practice, Cancel));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_not_kept_first_by_a_clock_in_the_future(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Share(North, Practice, "Demain", at: LibraryOfATest.Start.AddYears(9));
        library.Clock.Advance(TimeSpan.FromDays(1));
        await library.Share(South, Practice, "Aujourd’hui");
        await library.CatchUp();

        Assert.Equal(["Aujourd’hui", "Demain"], await library.Titles(""));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_counted_by_language_topic_process_and_chapter(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await Corpus.Share(library);
        await library.CatchUp();

        var french = await library.Queries.Find(new LibrarySearch { Language = "fr", Chime = "identity" }, Cancel);
        Assert.Equal(20, french.Total);
        Assert.Equal([("en", 20L), ("fr", 20L)], french.Facets["language"].Select(f => (f.Value, f.Practices)));
        Assert.Equal([("hope", 30L), ("identity", 20L)], french.Facets["chime"].Select(f => (f.Value, f.Practices)));
        Assert.Equal([10L, 10L, 10L], french.Facets["topic"].Select(f => f.Practices));
        Assert.Equal([10L, 10L], french.Facets["chapter"].Select(f => f.Practices));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task bears_the_name_its_chapter_has_now_in_the_order_of_quebec(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Profile(North, "Zone d’entraide");
        await library.Profile(South, "Outaouais");
        await library.Profile(LibraryOfATest.Chapter('c'), "côte");
        await library.Profile(LibraryOfATest.Chapter('d'), "Cote");
        await library.Profile(LibraryOfATest.Chapter('e'), "", "Coté");
        await library.CatchUp();
        await library.Profile(North, "Érable", "Maple");
        await library.CatchUp();

        Assert.Equal(["Cote", "côte", "Coté", "Érable", "Outaouais"], (await library.Nodes.All(Cancel)).Select(n => n.NameFr + (n.NameFr.Length == 0 ? n.NameEn : "")));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task comes_in_thousands(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        for (var number = 0; number < 1_000; number++)
        {
            await library.Share(North, new Guid(number, 1, 7, [1, 2, 3, 4, 5, 6, 7, 8]), $"Pratique {number}", "Un résumé", "Un texte", at: LibraryOfATest.Start.AddMinutes(-number));
        }

        await library.CatchUp();

        Assert.Equal(1_000, (await library.Find("pratiques")).Total);
        Assert.Equal("Pratique 999", (await library.Queries.Find(new LibrarySearch { Page = 50 }, Cancel)).Entries[^1].Title);
    }
}
