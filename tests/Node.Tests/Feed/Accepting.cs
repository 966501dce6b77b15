using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class Accepting_a_page : FeedOn
{
    [Fact]
    public async Task stores_every_item_as_it_was_signed()
    {
        var node = new TestNode();
        var feed = Feed(node, 3);

        var results = await Offer(feed);

        Assert.All(results, r => Assert.Equal((PushStatus.Accepted, ""), (r.Status, r.Reason)));
        Assert.Equal(feed, await Entries(node));
        Assert.Equal(node.State.LastItemId, (await Heads.Of(IdOf(node), Cancel))!.LastItem);
    }

    [Fact]
    public async Task again_is_a_success_that_changes_nothing()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);
        await Offer(feed);
        var asked = false;

        var accepted = await Store.Accept(FeedPages.Of([.. feed, feed[0]]), _ => Task.FromResult(asked = true), cancellationToken: Cancel);

        Assert.All(accepted.Results, r => Assert.Equal(PushStatus.Duplicate, r.Status));
        Assert.Equal(0, accepted.NewItems);
        Assert.True(asked);
        Assert.Equal(3, (await Stored(node)).Count);
    }

    [Fact]
    public async Task keeps_what_stands_before_a_bad_item_and_does_not_look_at_what_follows()
    {
        var node = new TestNode();
        var feed = Feed(node, 4);
        feed[2] = feed[2].Clone();
        feed[2].Run.Run.Signatures[0].Value = ByteString.CopyFrom(new byte[64]);

        var results = await Offer(feed);

        Assert.Equal([PushStatus.Accepted, PushStatus.Accepted, PushStatus.Rejected], Outcomes(results));
        Assert.Equal("SIGNATURE_INVALID", results[2].Reason);
        Assert.Equal(2, (await Heads.Of(IdOf(node), Cancel))!.Position);
    }

    [Theory]
    [InlineData(false, "CONTENT_MISSING")]
    [InlineData(true, "CONTENT_MISMATCH")]
    public async Task takes_a_content_whenever_it_comes_with_its_hash_and_readers_meet_it_again(bool another, string reason)
    {
        var node = new TestNode();
        var feed = Feed(node, 2);
        var lacking = feed[1].Clone();
        lacking.OnlyItem().Content = another ? ContentHash.NewContent(new PracticeContent { Title = "Autre chose" }) : null;

        var first = await Offer(feed[0], lacking, feed[2]);
        var seen = await Store.After(0, cancellationToken: Cancel);
        var again = await Offer(lacking);
        var late = await Offer(feed[1]);
        var met = await Store.After(seen.UpTo, cancellationToken: Cancel);
        var settled = await Offer(feed[1]);

        Assert.All([.. first.SelectMany(r => r.Items), .. again.SelectMany(r => r.Items)], i => Assert.Equal((2ul, PushStatus.ContentWanted, reason), (i.Position, i.Status, i.Reason)));
        Assert.Equal(PushStatus.Duplicate, Assert.Single(late).Status);
        Assert.Equal(feed[1], Assert.Single(met.Entries).Entry);
        Assert.Equal(feed, await Entries(node));
        Assert.Empty(Assert.Single(settled).Items);
        Assert.Empty((await Store.After(met.UpTo, cancellationToken: Cancel)).Entries);

        // Whoever begins now finds no gap where the entry stood.
        Assert.Equal([1, 2, 3, 2], (await Store.After(0, cancellationToken: Cancel)).Entries.Select(e => e.First));
    }

    [Fact]
    public async Task takes_a_late_content_though_another_node_withdrew_what_has_the_same_id()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer([.. Feed(other, 1), Withdraw(other, 1)]);
        var feed = Feed(node, 1);
        var lacking = feed[1].Clone();
        lacking.OnlyItem().Content = null;
        await Offer(feed[0], lacking);

        await Offer(feed[1]);

        Assert.Equal(feed, await Entries(node));
    }

    [Fact]
    public async Task refuses_the_items_of_another_node()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer(Feed(other, 1));

        var unknown = await Offer(SignedEntries.Keys(node.Id, new TestNode().Genesis));
        var known = await Offer(SignedEntries.Keys(node.Id, other.Genesis));
        var nobodys = await Offer(new FeedEntry { NodeId = "nobody", KeyStatement = node.Genesis });

        Assert.Equal(("WRONG_NODE", "WRONG_NODE", "WRONG_NODE"), (unknown[0].Reason, known[0].Reason, nobodys[0].Reason));
        Assert.Null(await Heads.Of(IdOf(node), Cancel));
    }

    [Fact]
    public async Task stores_a_run_whole_or_not_at_all()
    {
        var node = new TestNode();
        var run = Feed(node, 0).Append(Together(node, 4)).ToArray();
        var broken = run[1].Clone();
        broken.Run.Items[3].Item.Payload = ByteString.Empty;

        Assert.Equal("RUN_MISMATCH", (await Offer(run[0], broken))[1].Reason);
        Assert.Single(await Stored(node));
        Assert.Equal(PushStatus.Accepted, (await Offer(run[1]))[0].Status);
        Assert.Equal(run, await Entries(node));
    }

    [Fact]
    public async Task refuses_another_run_over_items_that_are_held()
    {
        var node = new TestNode();
        var genesis = SignedEntries.Keys(node.Id, node.Genesis);
        var five = node.SharedTogether(5);
        await Offer(genesis, SignedEntries.Run(node.Signing, [.. five.Run.Items.Take(3)]));

        var results = await Offer(five);

        Assert.Equal((PushStatus.Rejected, "RUN_OVERLAP"), (results[0].Status, results[0].Reason));
        Assert.Equal(4, (await Heads.Of(node.Id, Cancel))!.Position);
    }

    [Fact]
    public async Task refuses_an_item_without_those_before_it_and_forgets_the_gap_once_it_is_closed()
    {
        var node = new TestNode();
        var feed = Feed(node, 3);
        await Offer(feed[0]);

        var early = await Offer(feed[3]);
        Assert.Equal((PushStatus.Rejected, "GAP"), (early[0].Status, early[0].Reason));
        Assert.Equal(1, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Gaps);

        await Offer(feed);
        Assert.Equal(0, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Gaps);
    }

    [Fact]
    public async Task keeps_the_proof_when_two_items_claim_one_place()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer(feed);
        node.State = await Heads.State(IdOf(node), Cancel) with { Position = 1, LastItemId = SigningInput.IdOf(node.Genesis) };
        var fork = Share(node, 9);

        var results = await Offer(fork);
        await Offer(fork);

        Assert.Equal((PushStatus.Rejected, "FORK"), (results[0].Status, results[0].Reason));
        var kept = Assert.Single(await Database.Query<(string NodeId, long FeedPosition, string Reason, byte[] Signed)>("select node_id, feed_position, reason, signed from feed_evidence", cancellationToken: Cancel));
        Assert.Equal((2, "FORK"), (kept.FeedPosition, kept.Reason));
        Assert.Equal(fork.Run.Run, SignedItem.Parser.ParseFrom(kept.Signed));
        Assert.Equal(1, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Forks);
    }

    [Fact]
    public async Task puts_aside_what_it_does_not_understand_and_goes_on()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        var unknown = Unknown(node);
        var over = node.Shared(p => p.Licence = new string('x', 1000));
        node.Add(over);

        var results = await Offer([.. feed, unknown, over, Share(node, 2)]);

        Assert.All(results, r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal([(3ul, PushStatus.Quarantined, "TYPE_UNKNOWN"), (4ul, PushStatus.Quarantined, "LIMIT_EXCEEDED")], results.SelectMany(r => r.Items).Select(i => (i.Position, i.Status, i.Reason)));
        Assert.Equal(unknown, (await Entries(node))[2]);
        Assert.Equal(2, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Quarantined);
    }

    [Fact]
    public async Task puts_aside_so_much_of_a_feed_and_no_more_while_other_feeds_go_on()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer(Feed(node, 0));
        var offered = 0;
        EntryResult last;
        do
        {
            // 500 items and 1 MiB a page: two runs of 30 large ones.
            FeedEntry[] page = [Strange(node, 30), Strange(node, 30)];
            var results = await Offer(page);
            last = results[^1];
            offered += page.Length;
        }
        while (last.Status == PushStatus.Accepted && offered < 100);
        var beside = await Offer(Feed(other, 1));

        Assert.Equal((PushStatus.Rejected, "QUARANTINE_FULL"), (last.Status, last.Reason));
        Assert.InRange(
            await Database.Find<long>("select sum(length(payload)) from item where status = 'quarantined'", null, Cancel), 9 * 1024 * 1024, 10 * 1024 * 1024);
        Assert.All(beside, r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal(1, (await new FeedCounts(Database).All(10, Cancel)).Single(c => c.NodeId == IdOf(node).Value).Waiting);
    }

    [Fact]
    public async Task puts_aside_so_much_of_all_feeds_together_and_goes_on_with_what_waited_once_there_is_room()
    {
        var (first, second) = (new TestNode(), new TestNode());
        await Offer([.. Feed(first, 0), Unknown(first), .. Feed(second, 0)]);
        // As if many feeds had filled it.
        await Database.Write(t => t.Execute("update item set payload = @big where status = 'quarantined'", new { big = new byte[100 * 1024 * 1024] }), Cancel);
        var (unknown, known) = (Unknown(second), Share(second, 1));

        var full = Assert.Single(await Offer([unknown]));
        var waiting = (await new FeedCounts(Database).All(10, Cancel)).Single(c => c.NodeId == IdOf(second).Value).Waiting;
        await Database.Write(t => t.Execute("update item set payload = @small where status = 'quarantined'", new { small = new byte[100] }), Cancel);
        var taken = await Offer([unknown, known]);

        Assert.Equal((PushStatus.Rejected, "QUARANTINE_FULL"), (full.Status, full.Reason));
        Assert.Equal(1, waiting);
        Assert.All(taken, r => Assert.Equal(PushStatus.Accepted, r.Status));
        Assert.Equal(0, (await new FeedCounts(Database).All(10, Cancel)).Single(c => c.NodeId == IdOf(second).Value).Waiting);
    }

    private static FeedEntry Strange(TestNode node, int count)
    {
        var items = new List<ItemWithContent>();
        var state = node.State;
        for (var number = 0; number < count; number++)
        {
            var payload = new Withdrawal { At = state.NextPosition(), Revisions = { Enumerable.Repeat(uint.MaxValue, 3000) } }.ToByteString();
            items.Add(new() { Item = new Item { PayloadType = "recoverycop.federation.v1.Later", Payload = payload } });
            state = state with { Position = state.Position + 1, LastItemId = SigningInput.IdOf(items[^1].Item) };
        }

        var entry = SignedEntries.Run(node.Signing, items);
        node.Add(entry);
        return entry;
    }

    [Fact]
    public async Task that_dies_before_its_commit_leaves_nothing()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Accept(FeedPages.Of(feed), _ => throw new InvalidOperationException("power cut"), cancellationToken: Cancel));

        Assert.Empty(await Stored(node));
        Assert.Null(await Heads.Of(IdOf(node), Cancel));
        Assert.All(await Offer(feed), r => Assert.Equal(PushStatus.Accepted, r.Status));
    }

    [Fact]
    public async Task by_several_at_once_stores_each_item_once()
    {
        // Whoever comes second must come between any two steps of the first once: one try would seldom meet the narrow places.
        for (var round = 0; round < 25; round++)
        {
            var node = new TestNode();
            var feed = Feed(node, 20);

            var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Offer(feed), Cancel)));

            Assert.All(all.SelectMany(r => r), r => Assert.True(r.Status is PushStatus.Accepted or PushStatus.Duplicate, r.Reason));
            Assert.Equal(21, all.SelectMany(r => r).Count(r => r.Status == PushStatus.Accepted));
            Assert.Equal(Enumerable.Range((round * 21) + 1, 21).Select(n => (long)n), (await Store.After(round * 21, cancellationToken: Cancel)).Entries.Select(i => i.Position));
        }
    }

    [Fact]
    public async Task of_several_feeds_stops_only_the_feed_that_is_broken()
    {
        var (one, other) = (new TestNode(), new TestNode());
        var (first, second) = (Feed(one, 2), Feed(other, 2));

        var results = await Offer(first[0], second[0], first[2], second[1], first[1], second[2]);

        Assert.Equal([PushStatus.Accepted, PushStatus.Accepted, PushStatus.Rejected, PushStatus.Accepted, PushStatus.Accepted], Outcomes(results));
        Assert.Equal(3, (await Stored(other)).Count);
    }

    [Fact]
    public async Task goes_on_after_a_restart_with_the_keys_that_the_feed_brought()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        var old = node.Signing;
        node.Signing = SigningKey.Create();
        var rotation = KeyStatements.Rotate(node.State, old, node.Signing, TestNode.Founded);
        node.Add(rotation);
        await Offer([.. feed, SignedEntries.Keys(node.Id, rotation)]);

        var reopened = await Open();
        var store = new ItemStore(reopened, new FeedHeads(reopened), new FeedFollowers([], []), Clock);
        var accepted = await store.Accept(FeedPages.Of(Share(node, 2)), cancellationToken: Cancel);

        Assert.Equal(PushStatus.Accepted, accepted.Results[0].Status);
        Assert.Equal(await Heads.Of(IdOf(node), Cancel) is { } head ? (head.Position, head.LastItem) : default,
            await StoredFeed.Head(Database, IdOf(node), Cancel));
    }

    [Fact]
    public async Task is_read_by_others_in_whole_runs_without_their_own_items_and_their_cursor_still_moves_on()
    {
        var (one, other) = (new TestNode(), new TestNode());
        await Offer([.. Feed(one, 0), Together(one, 400)]);
        await Offer(Feed(other, 2));
        await Offer(Together(one, 400));

        var page = await Store.After(0, IdOf(other), Cancel);
        var rest = await Store.After(page.UpTo, IdOf(other), Cancel);
        var nothing = await Store.After(804, IdOf(other), Cancel);

        Assert.Equal((401, 401L, true), (page.Items, page.UpTo, page.More));
        Assert.Equal((400, 804L, false), (rest.Items, rest.UpTo, rest.More));
        Assert.Equal((0, 804L, false), (nothing.Items, nothing.UpTo, nothing.More));
    }
}

public sealed class Accepting_a_page_on_SQLite : Accepting_a_page
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class Accepting_a_page_on_PostgreSQL(PostgresServer server) : Accepting_a_page
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
