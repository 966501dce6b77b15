using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

/// <summary>What a node lacks, what it asks for, and what it can say of what it does not have.</summary>
public abstract class Lacking_parts : FeedOn
{
    private MissingParts Missing => new(Database);

    [Fact]
    public async Task asks_for_a_content_until_it_is_told_that_it_is_gone_and_takes_it_all_the_same()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer(feed[0], Bare(feed[1]));
        Assert.Equal((2ul, 2ul), (Assert.Single(await Ranges()).From, Assert.Single(await Ranges()).To));

        await Missing.GiveUp([new GoneContent { NodeId = node.Id.Value, Position = 2, Reason = GoneReason.UnknownHere }], Cancel);

        Assert.Empty(await Ranges());
        await Offer(feed);
        Assert.NotNull((await Stored(node))[1].Bytes);
    }

    [Fact]
    public async Task asks_once_more_where_there_may_be_an_answer_by_now()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer(feed[0], Bare(feed[1]));
        await Missing.GiveUp([new GoneContent { NodeId = node.Id.Value, Position = 2, Reason = GoneReason.UnknownHere }], Cancel);

        await Missing.AskAgain(Cancel);

        Assert.Single(await Ranges());
    }

    [Fact]
    public async Task says_why_a_content_is_not_here()
    {
        var node = new TestNode();
        var feed = Feed(node, 4);
        await Offer(SignedEntries.Keys(Hub.Id, Hub.Genesis), feed[0], feed[1], feed[2], Bare(feed[3]), feed[4], Withdraw(node, 1));
        await Offer(Add(Hub, new TakeDown { At = Hub.State.NextPosition(), About = new Subject { Id = Practice(2) }, NodeId = node.Id.Value, Reason = TakeDownReason.Legal }));

        var gone = await Missing.Gone(node.Id, 1, 6, Cancel);

        Assert.Equal([(2ul, GoneReason.Withdrawn), (3ul, GoneReason.TakenDown), (4ul, GoneReason.UnknownHere)], gone.Select(g => (g.Position, g.Reason)));
        Assert.Empty(await Missing.Gone(node.Id, 5, 6, Cancel));
    }

    private static FeedEntry Bare(FeedEntry entry)
    {
        var bare = entry.Clone();
        bare.OnlyItem().Content = null;
        return bare;
    }

    private Task<IReadOnlyList<FeedRange>> Ranges() => Missing.Ranges(Hub.Id, 10, Cancel);
}

public sealed class Lacking_parts_on_SQLite : Lacking_parts
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class Lacking_parts_on_PostgreSQL(PostgresServer server) : Lacking_parts
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
