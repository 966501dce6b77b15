using CsCheck;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class Pages_of_a_feed : FeedOn
{
    private const int Practices = 6;

    // A page is any stretch of the feed: sent early, late, twice, overlapping.
    private static readonly Gen<(int From, int Count)> _page = Gen.Select(Gen.Int[0, Practices + 2], Gen.Int[1, 4]);

    [Fact]
    public Task give_the_same_feed_in_whatever_order_and_however_often_they_come() => _page.Array[0, 12].SampleAsync(
        async pages =>
        {
            var node = new TestNode();
            var feed = Feed(node, Practices);
            FeedEntry[] whole = [.. feed, Withdraw(node, 2), Share(node, 3, 2), Together(node, 3)];

            foreach (var (from, count) in pages)
            {
                await Offer([.. whole.Skip(from).Take(count)]);
                Assert.True(await IsPrefix(node, whole));
            }

            await Offer(whole);

            Assert.Equal(whole.Length, (await Entries(node)).Count);
            Assert.True(await IsPrefix(node, whole));
        },
        iter: 15,
        threads: 1);

    private async Task<bool> IsPrefix(TestNode node, FeedEntry[] whole)
    {
        var stored = await Entries(node);
        var withdrawn = stored.Count > Practices + 1;
        return stored.Zip(whole).All(pair => pair.First.Equals(withdrawn && pair.Second == whole[2] ? Erased(pair.Second) : pair.Second));
    }

    private static FeedEntry Erased(FeedEntry entry)
    {
        var erased = entry.Clone();
        erased.OnlyItem().Content = null;
        return erased;
    }
}

public sealed class Pages_of_a_feed_on_SQLite : Pages_of_a_feed
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class Pages_of_a_feed_on_PostgreSQL(PostgresServer server) : Pages_of_a_feed
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
