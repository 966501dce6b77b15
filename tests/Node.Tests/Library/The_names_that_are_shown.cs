using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Library;

public sealed class The_names_that_are_shown(PostgresServer server)
{
    private static readonly string North = LibraryOfATest.Chapter('a');
    private static readonly string South = LibraryOfATest.Chapter('b');

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Engine> Engines => [Engine.Sqlite, Engine.PostgreSql];

    [Theory, MemberData(nameof(Engines))]
    public async Task are_six_words_until_the_hub_has_said_one(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var profile = await library.Say(North, "Communauté de l’Estrie");
        await library.CatchUp();
        Assert.Equal((SixWords.Of(new NodeId(North)), Language.French), await Name(library, North));

        await library.Show(North, profile);
        await library.CatchUp();

        Assert.Equal("Communauté de l’Estrie", (await Name(library, North)).Text);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task are_those_of_the_profile_that_the_hub_named_last_whatever_came_since(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        var old = await library.Say(North, "Communauté du Nord");
        await library.Show(North, old);
        await library.CatchUp();
        var later = await library.Say(North, "Communauté du Sud");
        await library.CatchUp();
        Assert.Equal("Communauté du Nord", (await Name(library, North)).Text);
        Assert.True((await library.Nodes.Find(North, Cancel))!.Before.IsEmpty);

        await library.Show(North, later);
        await library.Show(North, await library.Say(North, "Communauté du Sud", contact: "sud@exemple.org"));
        await library.CatchUp();
        Assert.Equal("Communauté du Sud", (await Name(library, North)).Text);
        Assert.Equal("Communauté du Nord", (await library.Nodes.Find(North, Cancel))!.Before.Fr);

        await library.Show(North, old);
        await library.CatchUp();
        Assert.Equal("Communauté du Nord", (await Name(library, North)).Text);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task are_not_what_another_than_the_hub_says_nor_another_nodes_profile(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Show(North, await library.Say(North, "Communauté du Nord"), by: South);
        var ours = await library.Say(South, "Communauté du Sud");
        await library.Show(North, ours);
        await library.CatchUp();

        Assert.Equal(SixWords.Of(new NodeId(North)), (await Name(library, North)).Text);
        Assert.Empty(await library.Nodes.All(Cancel));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task are_the_newest_ones_of_the_hub_and_of_this_node_itself(Engine engine)
    {
        await using var library = await LibraryOfATest.On(engine, server);
        await library.Database.Write(
            t => t.Execute(
                "insert into node (one, node_id, epoch, key_id, founded_at) values (1, @South, @nothing, @nothing, @Start)",
                new { South, nothing = Array.Empty<byte>(), LibraryOfATest.Start }),
            Cancel);
        await library.Say(LibraryOfATest.Hub, "Carrefour", contact: "carrefour@exemple.org");
        await library.Say(South, "Communauté du Sud");
        await library.CatchUp();
        await library.Say(LibraryOfATest.Hub, "Carrefour provincial", contact: "bonjour@exemple.org");
        await library.Say(South, "Communauté du Midi");
        await library.CatchUp();

        Assert.Equal(("Communauté du Midi", "Carrefour provincial"), ((await Name(library, South)).Text, (await Name(library, LibraryOfATest.Hub)).Text));
        Assert.Equal("bonjour@exemple.org", (await library.Nodes.Hub(Cancel))!.PublicContact);
    }

    private static async Task<(string Text, Language Language)> Name(LibraryOfATest library, string node) => (await library.Nodes.All(Cancel)).NameOf(node).For(Language.English);
}
