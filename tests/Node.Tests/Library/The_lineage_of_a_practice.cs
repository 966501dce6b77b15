using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class The_lineage_of_a_practice(PostgresServer server)
{
    private static readonly string North = LibraryOfATest.Chapter('a');
    private static readonly string South = LibraryOfATest.Chapter('b');
    private static readonly string East = LibraryOfATest.Chapter('c');
    private static readonly Guid First = Guid.Parse("0197a000-0000-7000-8000-0000000000ba");
    private static readonly Guid Second = Guid.Parse("0197a000-0000-7000-8000-0000000000bb");
    private static readonly Guid Third = Guid.Parse("0197a000-0000-7000-8000-0000000000bc");
    private static readonly Guid Fourth = Guid.Parse("0197a000-0000-7000-8000-0000000000bd");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.PostgreSql];

    [Theory, MemberData(nameof(Engines))]
    public async Task is_one_tree_across_chapters_whichever_of_them_one_looks_from(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var first = await library.Share(North, First, "Café du lundi");
        var second = await library.Share(South, Second, "Thé du mardi", adaptedFrom: (North, first), parts: ["place", "form"]);
        await library.Share(East, Third, "Soupe du jeudi", adaptedFrom: (South, second));
        await library.Share(East, Fourth, "Café du lundi, au parc", adaptedFrom: (North, first));
        await library.CatchUp();

        foreach (var (node, practice) in new[] { (North, First), (South, Second), (East, Third), (East, Fourth) })
        {
            Assert.Equal("Café du lundi(Thé du mardi(Soupe du jeudi), Café du lundi, au parc)", await Tree(library, node, practice));
        }

        Assert.Equal(["place", "form"], (await library.Lineage.Of(East, Third, Cancel))!.Adaptations[0].Said!.AdaptedParts);
        Assert.Equal((First, "Café du lundi"), await Origin(library, North, first));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task is_the_same_in_whatever_order_the_feeds_came_and_whenever_one_looked(Engine engine)
    {
        // The ids of what two feeds say do not depend on when it comes.
        await using var together = await LibraryOfATest.On(engine, server);
        var first = await together.Share(North, First, "Café du lundi");
        var second = await together.Share(South, Second, "Thé du mardi", adaptedFrom: (North, first));
        await together.Share(East, Third, "Soupe du jeudi", adaptedFrom: (South, second));
        await together.Withdraw(South, Second, second);
        await together.CatchUp();

        await using var backwards = await LibraryOfATest.On(engine, server);
        await backwards.Share(East, Third, "Soupe du jeudi", adaptedFrom: (South, second));
        await backwards.CatchUp();
        Assert.Null(await Tree(backwards, East, Third));
        Assert.Equal((null, ""), await Origin(backwards, South, second));
        await backwards.Share(South, Second, "Thé du mardi", adaptedFrom: (North, first));
        await backwards.CatchUp();
        Assert.Equal("Thé du mardi(Soupe du jeudi)", await Tree(backwards, East, Third));
        await backwards.Withdraw(South, Second, second);
        await backwards.Share(North, First, "Café du lundi");
        await backwards.CatchUp();

        Assert.Equal("Café du lundi(?(Soupe du jeudi))", await Tree(together, East, Third));
        Assert.Equal(await Tree(together, North, First), await Tree(backwards, North, First));
        await backwards.LookAgain(anew: true);
        Assert.Equal(await Tree(together, North, First), await Tree(backwards, North, First));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task keeps_what_was_withdrawn_only_as_long_as_something_grew_from_it(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var first = await library.Share(North, First, "Café du lundi");
        var second = await library.Share(South, Second, "Thé du mardi", adaptedFrom: (North, first), parts: ["people"]);
        var third = await library.Share(East, Third, "Soupe du jeudi", adaptedFrom: (South, second));
        await library.Withdraw(South, Second, second);
        await library.CatchUp();
        var held = (await library.Lineage.Of(North, First, Cancel))!.Adaptations.Single();
        Assert.Equal((false, null, "Soupe du jeudi"), (held.IsShown, held.Said, held.Adaptations.Single().Title));
        Assert.Equal((Second, ""), await Origin(library, South, second));

        await library.Withdraw(East, Third, third);
        await library.CatchUp();

        Assert.Null(await Tree(library, North, First));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task ends_where_two_were_adapted_from_each_other(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var first = await library.Share(South, First, "Café du lundi");
        var second = await library.Share(North, Second, "Thé du mardi", adaptedFrom: (South, first));
        await library.Share(South, First, "Café du lundi, avec thé", revision: 2, adaptedFrom: (North, second));
        await library.Share(East, Third, "Soupe du jeudi", adaptedFrom: (South, first));
        await library.CatchUp();

        Assert.Equal("Thé du mardi(Café du lundi, avec thé(Soupe du jeudi))", await Tree(library, South, First));
        Assert.Equal(await Tree(library, South, First), await Tree(library, North, Second));
        Assert.Equal(await Tree(library, South, First), await Tree(library, East, Third));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task goes_by_a_practices_last_word_that_counts_and_by_no_claim_on_another_nodes_item(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var first = await library.Share(North, First, "Café du lundi");
        var other = await library.Share(North, Fourth, "Marche du samedi");
        await library.Share(South, Second, "Thé du mardi", adaptedFrom: (North, first));
        var thiefs = await library.Share(South, Second, "Thé du mercredi", revision: 2, adaptedFrom: (North, other));
        await library.Share(East, Third, "Soupe du jeudi", adaptedFrom: (South, first));
        await library.CatchUp();
        Assert.Equal("Marche du samedi(Thé du mercredi)", await Tree(library, North, Fourth));
        Assert.Null(await Tree(library, North, First));
        Assert.Null(await Tree(library, East, Third));

        await library.Database.Write(t => t.Execute("update item set status = 'disbelieved' where item_id = @thiefs", new { thiefs }), Cancel);
        await library.LookAgain();

        Assert.Null(await Tree(library, North, Fourth));
        Assert.Equal("Café du lundi(Thé du mardi)", await Tree(library, South, Second));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task tells_a_chapter_what_others_adapted_from_its_own_and_shared_meanwhile(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var first = await library.Share(North, First, "Café du lundi");
        await library.Share(North, Second, "Café du lundi, au parc", adaptedFrom: (North, first));
        var gone = await library.Share(South, Fourth, "Soupe du jeudi", adaptedFrom: (North, first));
        await library.Withdraw(South, Fourth, gone);
        library.Clock.Advance(TimeSpan.FromDays(7));
        await library.Share(South, Third, "Thé du mardi", adaptedFrom: (North, first));
        await library.CatchUp();

        Assert.Equal([new SharedAdaptation(First, South, Third, "Thé du mardi")], await Within(0, 8));
        Assert.Empty(await Within(0, 7));
        Assert.Empty(await Within(8, 9));

        Task<IReadOnlyList<SharedAdaptation>> Within(int from, int to) => library.Lineage.Elsewhere(North, LibraryOfATest.Start.AddDays(from), LibraryOfATest.Start.AddDays(to), 10, Cancel);
    }

    private static async Task<string?> Tree(LibraryOfATest library, string node, Guid practice) => await library.Lineage.Of(node, practice, Cancel) is { } root ? Told(root) : null;

    private static string Told(PracticeKin kin) =>
        (kin.IsShown ? kin.Title : "?") + (kin.Adaptations.Count == 0 ? "" : $"({string.Join(", ", kin.Adaptations.Select(Told))})");

    private static async Task<(Guid?, string)> Origin(LibraryOfATest library, string node, byte[] item)
    {
        var origin = await library.Lineage.Origin(node, Convert.ToHexStringLower(item), Cancel);
        return (origin.PracticeId, origin.Title);
    }
}
