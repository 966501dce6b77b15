using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class A_practice_in_two_languages(PostgresServer server)
{
    private static readonly string North = LibraryOfATest.Chapter('a');
    private static readonly string South = LibraryOfATest.Chapter('b');
    private static readonly Guid French = Guid.Parse("0197a000-0000-7000-8000-0000000000ab");
    private static readonly Guid English = Guid.Parse("0197a000-0000-7000-8000-0000000000ac");
    private static readonly Guid Third = Guid.Parse("0197a000-0000-7000-8000-0000000000ad");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.PostgreSql];

    [Theory, MemberData(nameof(Engines))]
    public async Task is_one_in_the_list_and_in_every_count(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await ShareBoth(library);
        await library.Share(North, Third, "Walking together", language: "en", at: LibraryOfATest.Start.AddDays(-9));
        await library.CatchUp();

        var page = await library.Find("");
        var everything = await library.Queries.Everything(Cancel);

        Assert.Equal(2, page.Total);
        Assert.Equal([(French, English), (Third, null)], page.Entries.Select(e => (e.PracticeId, e.InOtherLanguage)));
        Assert.Equal(
            ["chapter " + North + " 2", "chime hope 1", "language en 2", "language fr 1", "topic hiring-peers 1", "topic recovery-plans 1"],
            page.Facets.SelectMany(kind => kind.Value, (kind, value) => $"{kind.Key} {value.Value} {value.Practices}").Order(StringComparer.Ordinal));
        Assert.Equal((2, 2, 1), (everything.Count, everything.ByChapter[North], everything.RevisedSince(LibraryOfATest.Start.AddDays(-1))));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_found_by_the_words_of_either_and_shown_to_each_reader_in_theirs(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await ShareBoth(library);
        await library.CatchUp();

        Assert.Equal("Café du lundi", await Shown(new() { Words = "coffee", Reader = Language.French }));
        Assert.Equal("Monday coffee", await Shown(new() { Words = "lundi", Reader = Language.English }));
        Assert.Equal("Monday coffee", await Shown(new() { Words = "lundi", Language = "", Reader = Language.English }));
        Assert.Equal("Monday coffee", await Shown(new() { Language = "en", Reader = Language.French }));
        Assert.Equal("Monday coffee", await Shown(new() { Topic = "hiring-peers", Chime = "hope", Reader = Language.English }));
        Assert.Equal("Café du lundi", Assert.Single(await library.Queries.InTurns(Language.French, 6, Cancel)).Title);
        Assert.Equal(0, (await library.Find("lundi coffee thé")).Total);

        async Task<string> Shown(LibrarySearch search) => Assert.Single((await library.Queries.Find(search, Cancel)).Entries).Title;
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task comes_where_its_later_language_belongs(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await ShareBoth(library);
        await library.Share(North, Third, "Le verger", at: LibraryOfATest.Start.AddDays(-5));
        await library.CatchUp();

        var entries = (await library.Queries.Find(new() { Reader = Language.French }, Cancel)).Entries;

        Assert.Equal([("Café du lundi", LibraryOfATest.Start), ("Le verger", LibraryOfATest.Start.AddDays(-5))], entries.Select(e => (e.Title, e.RevisedAt)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_found_in_the_best_place_that_either_has_the_word_in(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var original = await library.Share(North, French, "Café", text: "espresso", at: LibraryOfATest.Start.AddDays(-9));
        await library.Share(North, English, "Espresso", language: "en", translates: original, at: LibraryOfATest.Start.AddDays(-8));
        await library.Share(North, Third, "Verger", summary: "espresso");
        await library.CatchUp();

        Assert.Equal(["Café", "Verger"], await library.Titles("espresso"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_one_whichever_arrives_first(Engine engine)
    {
        // The same words at the same place of the same feed are the same item.
        await using var elsewhere = await LibraryOfATest.On(Engine.Sqlite, server);
        await elsewhere.Share(North, English, "");
        var original = await elsewhere.Share(North, French, "Café du lundi");

        await using var library = await LibraryOfATest.On(engine, server);
        var translation = await library.Share(North, English, "Monday coffee", language: "en", translates: original);
        await library.CatchUp();
        Assert.Equal([(English, null)], await Pairs(library));
        Assert.Equal(original, await library.Share(North, French, "Café du lundi"));
        await library.Share(North, Third, "Un mot de plus", language: "iu", translates: translation);
        await library.CatchUp();

        Assert.Equal((French, English), Assert.Single(await Pairs(library)));
        Assert.Equal(3, await library.Database.Find<long>("select count(*) from library_practice where original = @French", new { French }, Cancel));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task leaves_the_translation_when_the_original_is_withdrawn(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var (original, _) = await ShareBoth(library);
        await library.CatchUp();
        Assert.Equal((English, French), (await Other(French), await Other(English)));

        await library.Withdraw(North, French, original);
        await library.CatchUp();

        Assert.Equal([(English, null)], await Pairs(library));
        Assert.Empty(await library.Titles("lundi"));
        Assert.Null(await Other(English));

        // A later revision of the translation still knows what it was made from.
        await library.Share(North, English, "Tuesday coffee", language: "en", revision: 2, translates: original);
        await library.CatchUp();
        Assert.Equal(2, await library.Database.Find<long>("select count(*) from library_practice where original = @French", new { French }, Cancel));

        async Task<Guid?> Other(Guid id) => (await library.Practices.Find(North, id, Cancel))!.InOtherLanguage;
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_only_within_one_chapter(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var original = await library.Share(North, French, "Café du lundi");
        await library.Share(South, English, "Bad coffee", language: "en", translates: original);
        await library.CatchUp();

        Assert.Equal([(French, null), (English, null)], await Pairs(library));
        Assert.Null((await library.Practices.Find(South, English, Cancel))!.InOtherLanguage);
        Assert.Null((await library.Practices.Find(North, French, Cancel))!.InOtherLanguage);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_one_when_each_says_that_it_translates_the_other(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var (_, last) = await ShareBoth(library);
        foreach (var revision in Enumerable.Range(2, 6).Select(number => (uint)number))
        {
            last = await library.Share(North, French, "Café du mardi", revision: revision, translates: last);
            last = await library.Share(North, English, "Tuesday coffee", language: "en", revision: revision, translates: last);
        }

        await library.CatchUp();

        Assert.Equal([(French, English)], await Pairs(library));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task hides_neither_of_two_in_the_same_language(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var (original, _) = await ShareBoth(library);
        await library.Share(North, Third, "Coffee on Mondays", language: "en", translates: original, at: LibraryOfATest.Start.AddDays(-1));
        await library.CatchUp();

        Assert.Equal([(French, English), (Third, null)], await Pairs(library));
        Assert.Equal(["Café du lundi", "Coffee on Mondays"], await library.Titles("coffee"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_the_same_when_the_library_is_made_anew(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var (original, translation) = await ShareBoth(library);
        await library.CatchUp();
        var pair = await library.Find("");
        await library.LookAgain(anew: true);
        var again = await library.Find("");
        Assert.Equal(pair.Entries, again.Entries);

        await library.Withdraw(North, French, original);
        await library.Share(North, Third, "Café d’hiver", translates: translation);
        await library.CatchUp();
        var rest = await library.Find("");
        await library.LookAgain(anew: true);

        Assert.Equal([(English, Third)], rest.Entries.Select(e => (e.PracticeId, e.InOtherLanguage)));
        Assert.Equal(rest.Entries, (await library.Find("")).Entries);
    }

    private static async Task<(byte[] Original, byte[] Translation)> ShareBoth(LibraryOfATest library)
    {
        var original = await library.Share(North, French, "Café du lundi", topics: ["hiring-peers"], at: LibraryOfATest.Start.AddDays(-9));
        return (original, await library.Share(North, English, "Monday coffee", language: "en", topics: ["hiring-peers", "recovery-plans"], chime: ["hope"], translates: original));
    }

    private static async Task<IReadOnlyList<(Guid, Guid?)>> Pairs(LibraryOfATest library) => [.. (await library.Find("")).Entries.Select(e => (e.PracticeId, e.InOtherLanguage))];
}
