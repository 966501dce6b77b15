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

        var page = await own.After(0, Cancel);

        var state = FeedState.Empty;
        foreach (var entry in page.Entries)
        {
            var verdict = FeedVerifier.Verify(state, entry.Entry);
            Assert.Equal(VerdictKind.Accepted, verdict.Kind);
            state = verdict.Next;
        }

        Assert.Equal((6UL, identity.Id), (state.Position, state.NodeId!.Value));
        Assert.Equal([(1, 1), (2, 2), (3, 4), (5, 6)], page.Entries.Select(e => (e.First, e.Last)));
        Assert.Equal([1, 2, 4, 6], page.Entries.Select(e => e.Position));
        Assert.False(page.More);
    }

    [Fact]
    public async Task erases_what_it_withdraws()
    {
        var (own, _) = await Found(new TestNode());
        await Database.Write(t => own.Append(t, [Sharing(1), Sharing(2), Sharing(1, revision: 2)]), Cancel);

        await Database.Write(t => own.Append(t, [Withdrawing(1)]), Cancel);

        var items = (await own.After(2, Cancel)).Entries.SelectMany(e => e.Entry.Run.Items);
        Assert.Equal([null, "content", null, null], items.Select(i => i.Content is null ? null : "content"));
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
        Assert.Equal(2, (await own.After(0, Cancel)).Items);
    }

    [Fact]
    public async Task is_cut_into_runs_that_each_fit_a_page()
    {
        var (own, identity) = await Found(new TestNode());
        await Database.Write(t => own.Append(t, [.. Enumerable.Range(1, 7).Select(n => Sharing((byte)n, text: new string('a', 200_000)))]), Cancel);
        await Database.Write(t => own.Append(t, [.. Enumerable.Range(1, 501).Select(n => Sharing((byte)(n % 200), revision: (uint)n + 1, text: "a"))]), Cancel);

        var pages = new List<StoredPage>();
        for (var after = 0L; pages is not [.., { More: false }]; after = pages[^1].UpTo)
        {
            pages.Add(await own.After(after, Cancel));
        }

        Assert.Equal([(1, 1), (2, 2), (3, 7), (8, 9), (10, 509), (510, 510)], pages.SelectMany(p => p.Entries).Select(e => (e.First, e.Last)));
        Assert.All(pages, p => Assert.False(FeedPages.IsTooLarge(p.ToPage())));
        Assert.Equal(510ul, (await StoredHead(own)).Position);
        Assert.Empty((await own.After(510, Cancel)).Entries);
        Assert.Equal(510, (await Heads.Of(identity.Id, Cancel))!.Position);
    }

    [Fact]
    public async Task is_read_from_the_run_that_a_position_stands_in()
    {
        var (own, _) = await Found(new TestNode());
        await Database.Write(t => own.Append(t, [Sharing(1), Sharing(2), Sharing(3)]), Cancel);

        Assert.Equal([(3L, 5L)], (await own.After(4, Cancel)).Entries.Select(e => (e.First, e.Last)));
    }

    [Fact]
    public async Task takes_its_own_items_back_after_a_restore_and_goes_on_from_there()
    {
        var keys = new TestNode();
        var (own, identity) = await Found(keys);
        // What was shared after the backup is known to others only.
        keys.State = await Heads.State(identity.Id, Cancel);
        FeedEntry[] lost = [Share(keys, 1), Share(keys, 2)];

        var results = await Offer(lost);
        var again = await Offer(lost);
        await Database.Write(t => own.Append(t, [Sharing(3)]), Cancel);

        Assert.Equal([PushStatus.Accepted, PushStatus.Accepted], Outcomes(results));
        Assert.Equal([PushStatus.Duplicate, PushStatus.Duplicate], Outcomes(again));
        Assert.Equal(5, (await StoredFeed.Head(Database, identity.Id, Cancel)).Position);
    }

    private static async Task<FeedState> StoredHead(OwnFeed own)
    {
        var state = FeedState.Empty;
        while (await own.After((long)state.Position, Cancel) is { Entries: { Count: > 0 } entries })
        {
            state = entries.Aggregate(state, (before, entry) => FeedVerifier.Verify(before, entry.Entry).Next);
        }

        return state;
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
