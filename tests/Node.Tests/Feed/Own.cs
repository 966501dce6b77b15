using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class A_nodes_own_feed : FeedOn
{
    [Fact]
    public async Task can_be_verified_from_nothing_but_its_items()
    {
        var keys = new TestNode();
        var (own, identity) = await Found(keys);
        await Database.Write(t => own.Append(t, [Sharing(1), Sharing(2)]), Cancel);
        await Database.Write(t => own.Append(t, [Sharing(1, revision: 2), Withdrawing(2)]), Cancel);

        var page = await own.After(0, 100, long.MaxValue, Cancel);

        var state = FeedState.Empty;
        foreach (var item in page.Items)
        {
            var verdict = FeedVerifier.Verify(state, item.ToItem(), item.FeedPosition == 4 ? ContentRule.MayBeAbsent : ContentRule.Required);
            Assert.Equal(VerdictKind.Accepted, verdict.Kind);
            state = verdict.Next;
        }

        Assert.Equal((6UL, identity.Id), (state.Position, state.NodeId!.Value));
        Assert.Equal([1, 2, 3, 4, 5, 6], page.Items.Select(i => i.Position));
        Assert.False(page.More);
    }

    [Fact]
    public async Task erases_what_it_withdraws()
    {
        var (own, _) = await Found(new TestNode());
        await Database.Write(t => own.Append(t, [Sharing(1), Sharing(2), Sharing(1, revision: 2)]), Cancel);

        await Database.Write(t => own.Append(t, [Withdrawing(1)]), Cancel);

        var items = (await own.After(2, 100, long.MaxValue, Cancel)).Items;
        Assert.Equal([null, "content", null, null], items.Select(i => i.Bytes is null ? null : "content"));
    }

    [Fact]
    public async Task signs_nothing_that_is_over_a_limit()
    {
        var (own, identity) = await Found(new TestNode());
        var tooLong = Sharing(1, text: new string('é', PayloadLimits.ContentBytes));
        Assert.NotEmpty(tooLong.Check());
        Assert.Empty(Sharing(1).Check());

        await Assert.ThrowsAsync<StatementOverLimitException>(() => Database.Write(t => own.Append(t, [Sharing(1), tooLong]), Cancel));

        Assert.Equal(2, (await Heads.Of(identity.Id, Cancel))!.Position);
    }

    [Fact]
    public async Task is_as_before_when_the_callers_transaction_fails()
    {
        var (own, identity) = await Found(new TestNode());

        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Write(
            async t =>
            {
                await own.Append(t, [Sharing(1)]);
                throw new InvalidOperationException("power cut");
            },
            Cancel));

        Assert.Equal(2, (await Heads.Of(identity.Id, Cancel))!.Position);
        Assert.Equal(2, (await own.After(0, 100, long.MaxValue, Cancel)).Items.Count);
    }

    [Fact]
    public async Task is_read_in_pages_of_so_many_items_and_bytes_but_always_one()
    {
        var (own, _) = await Found(new TestNode());
        await Database.Write(t => own.Append(t, [.. Enumerable.Range(1, 5).Select(n => Sharing((byte)n, text: new string('a', 10_000)))]), Cancel);

        var byNumber = await own.After(2, 2, long.MaxValue, Cancel);
        var byBytes = await own.After(2, 500, 25_000, Cancel);
        var one = await own.After(2, 500, 10, Cancel);
        var last = await own.After(6, 500, 25_000, Cancel);
        var none = await own.After(7, 500, 25_000, Cancel);

        Assert.Equal((2, 4L, true), (byNumber.Items.Count, byNumber.UpTo, byNumber.More));
        Assert.Equal((2, 4L, true), (byBytes.Items.Count, byBytes.UpTo, byBytes.More));
        Assert.Equal((1, 3L, true), (one.Items.Count, one.UpTo, one.More));
        Assert.Equal((1, 7L, false), (last.Items.Count, last.UpTo, last.More));
        Assert.Equal((0, 7L, false), (none.Items.Count, none.UpTo, none.More));
    }

    [Fact]
    public async Task takes_its_own_items_back_after_a_restore_and_goes_on_from_there()
    {
        var keys = new TestNode();
        var (own, identity) = await Found(keys);
        // What was shared after the backup is known to others only.
        keys.State = await Heads.State(identity.Id, Cancel);
        ItemWithContent[] lost = [Share(keys, 1), Share(keys, 2)];

        var results = await Store.Accept(identity.Id, lost, contentRequired: false, cancellationToken: Cancel);
        var again = await Store.Accept(identity.Id, lost, contentRequired: false, cancellationToken: Cancel);
        await Database.Write(t => own.Append(t, [Sharing(3)]), Cancel);

        Assert.Equal([Acceptance.Accepted, Acceptance.Accepted], Outcomes(results));
        Assert.Equal([Acceptance.Duplicate, Acceptance.Duplicate], Outcomes(again));
        Assert.Equal(5, (await StoredFeed.Head(Database, identity.Id, Cancel)).Position);
    }
}

public sealed class A_nodes_own_feed_on_SQLite : A_nodes_own_feed
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_nodes_own_feed_on_PostgreSQL(PostgresServer server) : A_nodes_own_feed
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
