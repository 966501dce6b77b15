using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class After_an_upgrade : FeedOn
{
    [Fact]
    public async Task what_was_not_understood_is_accepted_where_it_stands()
    {
        var node = new TestNode();
        var feed = Feed(node, 3);
        await Offer(feed);
        await AsIfUnknown(3);

        var accepted = await Quarantine.RetryQuarantined(Cancel);

        Assert.Equal(1, accepted);
        Assert.Equal(feed, await Entries(node));
        Assert.All(await Stored(node), i => Assert.Equal(("accepted", ""), (i.Status, i.Reason)));
    }

    [Fact]
    public async Task a_text_withdrawn_meanwhile_does_not_come_back()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);
        await Offer(feed);
        await AsIfUnknown(3);
        await Offer(Withdraw(node, 2));

        await Quarantine.RetryQuarantined(Cancel);

        Assert.Null((await Stored(node))[2].Bytes);
    }

    [Fact]
    public async Task a_withdrawal_that_was_not_understood_is_carried_out()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Withdraw(node, 1)]);
        var erased = await Stored(node);
        Assert.Null(erased[1].Bytes);
        await AsIfUnknown(3);

        Assert.Equal(1, await Quarantine.RetryQuarantined(Cancel));
        await Offer(Share(node, 1, 2));

        Assert.Null((await Stored(node))[3].Bytes);
    }

    [Fact]
    public async Task what_is_accepted_now_comes_into_the_library()
    {
        var node = typeof(ItemStore).Assembly;
        await Migrate(Database, new(node, "Hosting"), new(node, "Feed"), new(node, "Library"));
        var chapter = new TestNode();
        await Offer(Feed(chapter, 2));
        await AsIfUnknown(2);
        await CatchUp();
        Assert.Equal(1, await InLibrary());

        await new QuarantineRetry(Quarantine, NullLogger<QuarantineRetry>.Instance).StartingAsync(Cancel);
        await CatchUp();

        Assert.Equal(2, await InLibrary());
    }

    [Fact]
    public async Task what_is_still_not_understood_stays_where_it_is()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Unknown(node), Share(node, 2)]);

        Assert.Equal(0, await Quarantine.RetryQuarantined(Cancel));

        Assert.Equal("TYPE_UNKNOWN", (await Stored(node))[2].Reason);
    }

    private Quarantine Quarantine => new(Database, new FeedFollowers([new ItemReader(LibraryFollower.CursorName)], []));

    private Task CatchUp() => new FollowerLoop([new LibraryFollower(Database, [new NodeProjection(), new PracticeProjection(Database)])], Database, Clock, NullLogger<FollowerLoop>.Instance).CatchUp(Cancel);

    private Task<long> InLibrary() => Database.Find<long>("select count(*) from library_practice", null, Cancel);

    /// <summary>As a program would have left the item that did not know its type.</summary>
    private Task AsIfUnknown(long position) => Database.Write(
        async t =>
        {
            await t.Execute("delete from withdrawn where position = @position", new { position });
            await t.Execute("update item set status = 'quarantined', reason = 'TYPE_UNKNOWN' where position = @position", new { position });
        },
        Cancel);
}

public sealed class After_an_upgrade_on_SQLite : After_an_upgrade
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class After_an_upgrade_on_PostgreSQL(PostgresServer server) : After_an_upgrade
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
