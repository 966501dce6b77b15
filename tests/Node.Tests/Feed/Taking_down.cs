using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class A_take_down : FeedOn
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Offer(SignedEntries.Keys(Hub.Id, Hub.Genesis));
    }

    [Fact]
    public async Task erases_all_that_it_names_and_the_chain_still_verifies()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 2), Share(node, 1, 2)]);

        await Offer(TakeDown(Hub, node, 1));

        Assert.Equal("--T-", await Contents(node));
        Assert.Equal(PushStatus.Accepted, (await Offer(Share(node, 3)))[0].Status);
    }

    [Fact]
    public async Task of_one_revision_leaves_the_others()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Share(node, 1, 2), Share(node, 1, 3)]);

        await Offer(TakeDown(Hub, node, 1, 1, 3));

        Assert.Equal("--T-", await Contents(node));
    }

    [Fact]
    public async Task is_not_undone_by_sending_the_text_again_or_revising_it()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer(feed);
        await Offer(TakeDown(Hub, node, 1));

        await Offer(feed);
        var revised = await Offer(Share(node, 1, 2));

        Assert.Equal("---", await Contents(node));
        Assert.Empty(revised[0].Items);
        Assert.Empty(await new MissingParts(Database).ContentsOf(node.Id, 10, Cancel));
    }

    [Fact]
    public async Task counts_for_what_comes_after_it()
    {
        var node = new TestNode();
        await Offer(TakeDown(Hub, node, 1));

        await Offer(Feed(node, 2));

        Assert.Equal("--T", await Contents(node));
    }

    [Fact]
    public async Task ends_the_waiting_for_a_text_that_had_not_come_and_then_it_is_not_taken()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        var bare = feed[1].Clone();
        bare.OnlyItem().Content = null;
        await Offer(feed[0], bare);
        Assert.Equal([2UL], await new MissingParts(Database).ContentsOf(node.Id, 10, Cancel));

        await Offer(TakeDown(Hub, node, 1));
        await Offer(feed);

        Assert.Equal("--", await Contents(node));
        Assert.Empty(await new MissingParts(Database).ContentsOf(node.Id, 10, Cancel));
    }

    [Fact]
    public async Task of_one_node_touches_no_other_that_uses_the_same_id()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer([.. Feed(node, 1), .. Feed(other, 1)]);

        await Offer(TakeDown(Hub, other, 1));

        Assert.Equal(("-T", "--"), (await Contents(node), await Contents(other)));
    }

    [Fact]
    public async Task by_anybody_but_theHub_touches_nothing()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer([.. Feed(node, 1), .. Feed(other, 1)]);

        var said = await Offer(TakeDown(other, node, 1));
        await Offer(Share(node, 1, 2));

        Assert.Equal(PushStatus.Accepted, said[0].Status);
        Assert.Equal("-TT", await Contents(node));
    }

    [Fact]
    public async Task is_put_aside_and_touches_nothing_when_it_names_no_node()
    {
        var node = new TestNode();
        await Offer(Feed(node, 1));

        var said = await Offer(Add(Hub, new TakeDown { At = Hub.State.NextPosition(), About = new Subject { Id = Practice(1) }, NodeId = "nobody", Reason = TakeDownReason.Legal }));

        Assert.Equal((PushStatus.Quarantined, "LIMIT_EXCEEDED"), (said[0].Items[0].Status, said[0].Items[0].Reason));
        Assert.Equal("-T", await Contents(node));
    }

    private static FeedEntry TakeDown(TestNode hub, TestNode node, byte practice, params uint[] revisions) => Add(hub, new TakeDown
    {
        At = hub.State.NextPosition(), About = new Subject { Id = Practice(practice) }, NodeId = node.Id.Value, Revisions = { revisions }, Reason = TakeDownReason.PersonalData,
    });

    /// <summary>A letter an item, T where its text is still there.</summary>
    private async Task<string> Contents(TestNode node) => string.Concat((await Stored(node)).Select(i => i.Bytes is null ? '-' : 'T'));
}

public sealed class A_take_down_on_SQLite : A_take_down
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_take_down_on_PostgreSQL(PostgresServer server) : A_take_down
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
