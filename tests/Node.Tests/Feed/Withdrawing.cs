using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class A_withdrawal : FeedOn
{
    [Fact]
    public async Task erases_all_that_it_names_and_the_chain_still_verifies()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 2), Share(node, 1, 2)]);

        await Offer(Withdraw(node, 1));

        Assert.Equal("--T--", await Contents(node));
        Assert.Equal(5, (await StoredFeed.Head(Database, IdOf(node), Cancel)).Position);
    }

    [Fact]
    public async Task of_one_revision_leaves_the_others()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Share(node, 1, 2), Share(node, 1, 3), Withdraw(node, 1, 1, 3)]);

        Assert.Equal("--T--", await Contents(node));
    }

    [Fact]
    public async Task is_not_undone_by_sending_the_text_again()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer([.. feed, Withdraw(node, 1)]);

        await Offer(feed);
        await Offer(Share(node, 1));
        await Offer(Share(node, 1, 2));

        Assert.DoesNotContain('T', await Contents(node));
    }

    [Fact]
    public async Task of_another_node_touches_nothing()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer(Feed(node, 1));

        await Offer([.. Feed(other, 1), Withdraw(other, 1)]);

        Assert.Equal("-T", await Contents(node));
    }

    [Fact]
    public async Task reaches_a_text_that_was_put_aside_for_being_over_a_limit()
    {
        var node = new TestNode();
        var over = node.Shared(p =>
        {
            p.About.Id = Practice(1);
            p.Licence = new string('x', 1000);
        });
        node.Add(over);
        await Offer(SignedEntries.Keys(node.Id, node.Genesis), over);
        Assert.Equal("-T", await Contents(node));

        await Offer(Withdraw(node, 1));

        Assert.DoesNotContain('T', await Contents(node));
    }

    [Fact]
    public async Task that_came_before_the_text_was_ever_sent_does_not_stop_the_feed_and_then_nothing_is_missing()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        feed[1].OnlyItem().Content = null;

        var results = await Offer(feed);
        var wanted = Assert.Single(results[1].Items);
        Assert.Equal((PushStatus.Accepted, PushStatus.ContentWanted, "CONTENT_MISSING"), (results[1].Status, wanted.Status, wanted.Reason));
        Assert.True((await Stored(node))[1].ContentMissing);

        await Offer(Withdraw(node, 1));
        Assert.All(await Stored(node), i => Assert.Equal(("accepted", false), (i.Status, i.ContentMissing)));
        Assert.Empty((await Offer(feed))[1].Items);
    }

    /// <summary>A letter an item, T where its text is still there.</summary>
    private async Task<string> Contents(TestNode node) => string.Concat((await Stored(node)).Select(i => i.Bytes is null ? '-' : 'T'));
}

public sealed class A_withdrawal_on_SQLite : A_withdrawal
{
    [Fact]
    public async Task leaves_the_text_in_no_file()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        var text = feed[1].OnlyItem().Content.Bytes.ToByteArray();
        await Offer(feed);
        Assert.True(IsInAFile(text));

        await Offer(Withdraw(node, 1));
        await Database.Write(t => t.Execute("select 1"), Cancel);

        Assert.False(IsInAFile(text));
    }

    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_withdrawal_on_PostgreSQL(PostgresServer server) : A_withdrawal
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
