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

        var results = await Offer(node, feed);

        Assert.All(results, r => Assert.Equal((Acceptance.Accepted, ""), (r.Acceptance, r.Reason)));
        Assert.Equal(feed, (await Stored(node)).Select(i => i.ToItem()));
        Assert.Equal(node.State.LastItemId, (await Heads.Of(IdOf(node), Cancel))!.LastItem);
    }

    [Fact]
    public async Task again_is_a_success_that_changes_nothing()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);
        await Offer(node, feed);
        var asked = false;

        var results = await Store.Accept(IdOf(node), [.. feed, feed[0]], true, _ => Task.FromResult(asked = true), Cancel);

        Assert.All(results, r => Assert.Equal(Acceptance.Duplicate, r.Acceptance));
        Assert.True(asked);
        Assert.Equal(3, (await Stored(node)).Count);
    }

    [Fact]
    public async Task keeps_what_stands_before_a_bad_item_and_does_not_look_at_what_follows()
    {
        var node = new TestNode();
        var feed = Feed(node, 4);
        feed[2] = new() { Item = feed[2].Item.Clone(), Content = feed[2].Content };
        feed[2].Item.Signatures[0].Value = ByteString.CopyFrom(new byte[64]);

        var results = await Offer(node, feed);

        Assert.Equal([Acceptance.Accepted, Acceptance.Accepted, Acceptance.Rejected, Acceptance.NotLookedAt, Acceptance.NotLookedAt], Outcomes(results));
        Assert.Equal("SIGNATURE_INVALID", results[2].Reason);
        Assert.Equal(2, (await Heads.Of(IdOf(node), Cancel))!.Position);
    }

    [Fact]
    public async Task refuses_a_content_that_is_not_the_one_that_was_signed()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        feed[1].Content = ContentHash.NewContent(new PracticeContent { Title = "Autre chose" });

        Assert.Equal("CONTENT_MISMATCH", (await Offer(node, feed))[1].Reason);
    }

    [Fact]
    public async Task refuses_an_item_that_is_too_large()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        feed[1].Content = new Content { Salt = feed[1].Content.Salt, Bytes = ByteString.CopyFrom(new byte[PayloadLimits.ContentBytes + 1]) };

        Assert.Equal("ITEM_TOO_LARGE", (await Offer(node, feed))[1].Reason);
    }

    [Fact]
    public async Task refuses_the_items_of_another_node()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer(other, Feed(other, 1));

        var unknown = await Offer(node, new ItemWithContent { Item = new TestNode().Genesis });
        var known = await Offer(node, new ItemWithContent { Item = other.Genesis });

        Assert.Equal(("WRONG_NODE", "WRONG_NODE"), (unknown[0].Reason, known[0].Reason));
        Assert.Null(await Heads.Of(IdOf(node), Cancel));
    }

    [Fact]
    public async Task refuses_an_item_without_those_before_it_and_forgets_the_gap_once_it_is_closed()
    {
        var node = new TestNode();
        var feed = Feed(node, 3);
        await Offer(node, feed[0]);

        var early = await Offer(node, feed[3]);
        Assert.Equal((Acceptance.Rejected, "GAP"), (early[0].Acceptance, early[0].Reason));
        Assert.Equal(1, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Gaps);

        await Offer(node, feed);
        Assert.Equal(0, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Gaps);
    }

    [Fact]
    public async Task keeps_the_proof_when_two_items_claim_one_place()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer(node, feed);
        node.State = await Heads.State(IdOf(node), Cancel) with { Position = 1, LastItemId = SigningInput.IdOf(node.Genesis) };
        var fork = Share(node, 9);

        var results = await Offer(node, fork);
        await Offer(node, fork);

        Assert.Equal((Acceptance.Rejected, "FORK"), (results[0].Acceptance, results[0].Reason));
        var kept = Assert.Single(await Database.Query<(string NodeId, long FeedPosition, string Reason, byte[] Item)>("select node_id, feed_position, reason, item from feed_evidence", cancellationToken: Cancel));
        Assert.Equal((2, "FORK"), (kept.FeedPosition, kept.Reason));
        Assert.Equal(fork.Item, SignedItem.Parser.ParseFrom(kept.Item));
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

        var results = await Offer(node, [.. feed, unknown, over, Share(node, 2)]);

        Assert.Equal([Acceptance.Accepted, Acceptance.Accepted, Acceptance.Quarantined, Acceptance.Quarantined, Acceptance.Accepted], Outcomes(results));
        Assert.Equal(("TYPE_UNKNOWN", "LIMIT_EXCEEDED"), (results[2].Reason, results[3].Reason));
        Assert.Equal(unknown.Item, (await Stored(node))[2].ToItem().Item);
        Assert.Equal(2, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Quarantined);
    }

    [Fact]
    public async Task that_dies_before_its_commit_leaves_nothing()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Accept(IdOf(node), feed, true, _ => throw new InvalidOperationException("power cut"), Cancel));

        Assert.Empty(await Stored(node));
        Assert.Null(await Heads.Of(IdOf(node), Cancel));
        Assert.All(await Offer(node, feed), r => Assert.Equal(Acceptance.Accepted, r.Acceptance));
    }

    [Fact]
    public async Task by_several_at_once_stores_each_item_once()
    {
        // Whoever comes second must come between any two steps of the first once: one try would seldom meet the narrow places.
        for (var round = 0; round < 25; round++)
        {
            var node = new TestNode();
            var feed = Feed(node, 20);

            var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Offer(node, feed), Cancel)));

            Assert.All(all.SelectMany(r => r), r => Assert.True(r.Acceptance is Acceptance.Accepted or Acceptance.Duplicate, r.Reason));
            Assert.Equal(21, all.SelectMany(r => r).Count(r => r.Acceptance == Acceptance.Accepted));
            Assert.Equal(Enumerable.Range((round * 21) + 1, 21).Select(n => (long)n), (await Store.After(round * 21, 100, cancellationToken: Cancel)).Items.Select(i => i.Position));
        }
    }

    [Fact]
    public async Task of_several_feeds_stops_only_the_feed_that_is_broken()
    {
        var (one, other) = (new TestNode(), new TestNode());
        var (first, second) = (Feed(one, 2), Feed(other, 2));

        var results = await Store.AcceptPage(
            [(IdOf(one), first[0]), (IdOf(other), second[0]), (IdOf(one), first[2]), (IdOf(other), second[1]), (IdOf(one), first[1]), (IdOf(other), second[2])], null, Cancel);

        Assert.Equal(
            [Acceptance.Accepted, Acceptance.Accepted, Acceptance.Rejected, Acceptance.Accepted, Acceptance.NotLookedAt, Acceptance.Accepted],
            Outcomes(results));
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
        await Offer(node, [.. feed, new ItemWithContent { Item = rotation }]);

        var reopened = await Open();
        var store = new ItemStore(reopened, new FeedHeads(reopened), Clock);
        var results = await store.Accept(IdOf(node), [Share(node, 2)], true, cancellationToken: Cancel);

        Assert.Equal(Acceptance.Accepted, results[0].Acceptance);
        Assert.Equal(await Heads.Of(IdOf(node), Cancel) is { } head ? (head.Position, head.LastItem) : default,
            await StoredFeed.Head(Database, IdOf(node), Cancel));
    }

    [Fact]
    public async Task is_read_by_others_without_their_own_items_and_their_cursor_still_moves_on()
    {
        var (one, other) = (new TestNode(), new TestNode());
        await Offer(one, Feed(one, 2));
        await Offer(other, Feed(other, 2));

        var page = await Store.After(0, 2, IdOf(other), cancellationToken: Cancel);
        var rest = await Store.After(page.UpTo, 2, IdOf(other), cancellationToken: Cancel);
        var nothing = await Store.After(3, 10, IdOf(other), cancellationToken: Cancel);

        Assert.Equal((2, 2L, true), (page.Items.Count, page.UpTo, page.More));
        Assert.Equal((1, 6L, false), (rest.Items.Count, rest.UpTo, rest.More));
        Assert.Equal((0, 6L, false), (nothing.Items.Count, nothing.UpTo, nothing.More));
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
