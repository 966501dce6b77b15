using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

/// <summary>A node that came back from a backup speaks in another epoch, from where it stood then.</summary>
public abstract class Branching_off : FeedOn
{
    [Fact]
    public async Task takes_the_place_of_what_was_said_there_in_the_epoch_before()
    {
        var node = new TestNode();
        var feed = Feed(node, 4);
        await Offer(feed);
        var seen = (await Store.After(0, cancellationToken: Cancel)).UpTo;
        Restore(node, feed, 3);
        var (branch, next) = (Share(node, 9), Share(node, 10));

        var results = await Offer(branch, next);

        Assert.Equal([PushStatus.Accepted, PushStatus.Accepted], Outcomes(results));
        Assert.Equal([.. feed[..3], branch, next], await Entries(node));
        Assert.Equal([branch, next], (await Store.After(seen, cancellationToken: Cancel)).Entries.Select(e => e.Entry));
        Assert.Equal([.. feed[..3], branch, next], (await Store.After(0, cancellationToken: Cancel)).Entries.Select(e => e.Entry));
        Assert.Equal(5, (await Heads.Of(IdOf(node), Cancel))!.Position);
        Assert.Equal([1L, 2, 3, 4, 4, 5, 5], (await Stored(node)).Select(i => i.FeedPosition));
        Assert.Empty(await Evidence());
    }

    [Fact]
    public async Task is_the_same_for_whoever_begins_later()
    {
        var node = new TestNode();
        var feed = Feed(node, 4);
        await Offer(feed);
        Restore(node, feed, 3);
        await Offer(Share(node, 9));

        var state = (await Entries(node)).Aggregate(FeedState.Empty, (before, entry) => FeedVerifier.Verify(before, entry) is { IsLink: true } verdict ? verdict.Next : throw new InvalidOperationException(entry.ToString()));

        Assert.Equal((4ul, node.State.LastItemId), (state.Position, state.LastItemId));
    }

    [Fact]
    public async Task ends_the_epoch_before_for_good()
    {
        var node = new TestNode();
        var feed = Feed(node, 4);
        await Offer(feed);
        var old = node.State;
        Restore(node, feed, 3);
        await Offer(Share(node, 9));
        node.State = old;

        var late = await Offer(Share(node, 11));
        var again = await Offer(feed[4]);

        Assert.All([.. late, .. again], r => Assert.Equal((PushStatus.Rejected, "EPOCH_SUPERSEDED"), (r.Status, r.Reason)));
        Assert.Empty(await Evidence());
        Assert.Equal(4, (await Heads.Of(IdOf(node), Cancel))!.Position);
    }

    [Fact]
    public async Task is_a_success_again_and_changes_nothing()
    {
        var node = new TestNode();
        var feed = Feed(node, 3);
        await Offer(feed);
        Restore(node, feed, 2);
        var branch = Share(node, 9);
        await Offer(branch);

        var again = await Offer(feed[0], feed[1], branch);

        Assert.Equal([PushStatus.Duplicate, PushStatus.Duplicate, PushStatus.Duplicate], Outcomes(again));
        Assert.Equal([feed[0], feed[1], branch], await Entries(node));
    }

    [Fact]
    public async Task leaves_what_was_withdrawn_withdrawn()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);
        await Offer([.. feed, Withdraw(node, 1)]);
        Restore(node, feed, 3);

        await Offer(Share(node, 1, 2));

        Assert.Equal([null, null], (await Stored(node)).Where(i => i.FeedPosition is 2 or 4 && i.PayloadType == PracticeRevision.Descriptor.FullName).Select(i => i.Bytes));
    }

    [Fact]
    public async Task cannot_go_back_behind_a_key_statement_or_a_key_that_was_replaced_could_come_back()
    {
        var node = new TestNode();
        var feed = Feed(node, 2);
        await Offer(feed);
        var stolen = node.Signing;
        var fresh = SigningKey.Create();
        var rotation = SignedEntries.Keys(node.Id, KeyStatements.Rotate(node.State, stolen, fresh, TestNode.Founded.AddDays(1)));
        node.Add(rotation);
        await Offer(rotation);
        Restore(node, feed, 2);

        var results = await Offer(Share(node, 9));

        Assert.Equal((PushStatus.Rejected, "FORK"), (results[0].Status, results[0].Reason));
        Assert.Equal([.. feed, rotation], await Entries(node));
    }

    [Fact]
    public async Task never_cuts_a_run_in_two()
    {
        var node = new TestNode();
        await Offer(SignedEntries.Keys(node.Id, node.Genesis));
        var run = Together(node, 5);
        await Offer(run);
        node.State = await Heads.State(IdOf(node), Cancel) with { Position = 3, LastItemId = SigningInput.IdOf(run.Run.Items[1].Item), Epoch = KeyStatements.NewEpoch() };

        var results = await Offer(Share(node, 9));

        Assert.Equal((PushStatus.Rejected, "FORK"), (results[0].Status, results[0].Reason));
        Assert.Equal(6, (await Heads.Of(IdOf(node), Cancel))!.Position);
    }

    [Fact]
    public async Task in_the_same_epoch_is_a_fork_and_proof_of_it_is_kept()
    {
        var node = new TestNode();
        var feed = Feed(node, 3);
        await Offer(feed);
        var epoch = node.State.Epoch;
        Restore(node, feed, 2);
        node.State = node.State with { Epoch = epoch };

        var results = await Offer(Share(node, 9));

        Assert.Equal((PushStatus.Rejected, "FORK"), (results[0].Status, results[0].Reason));
        Assert.Equal("FORK", Assert.Single(await Evidence()));
        Assert.Equal(1, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Forks);

        // Once it is settled which goes on, it says nothing of now.
        Clock.Advance(TimeSpan.FromHours(1));
        Restore(node, feed, 3);
        await Offer(Share(node, 10));
        Assert.Equal("FORK", Assert.Single(await Evidence()));
        Assert.Equal(0, Assert.Single(await new FeedCounts(Database).All(10, Cancel)).Forks);
    }

    [Fact]
    public async Task of_its_own_feed_is_noticed_and_what_it_says_next_is_said_in_an_epoch_of_its_own()
    {
        var keys = new TestNode();
        var (feed, identity) = await Found(keys);
        await Database.Write(t => feed.Append(t, [Sharing(1)]), Cancel);
        keys.State = await Heads.State(identity.Id, Cancel);
        var unknown = SignedEntries.Run(keys.Signing, new Withdrawal { At = keys.State.NextPosition(), About = new Subject { Id = Practice(1) }, Reason = WithdrawalReason.Author });

        await Offer(unknown);
        await Database.Write(t => feed.Append(t, [Sharing(2)]), Cancel);

        var after = await Heads.State(identity.Id, Cancel);
        Assert.Equal(5ul, after.Position);
        Assert.NotEqual(keys.State.Epoch, after.Epoch);
        Assert.Contains(keys.State.Epoch, after.PastEpochs);
    }

    [Fact]
    public async Task sets_aside_what_only_this_copy_said_and_signs_nothing_until_it_may()
    {
        var keys = new TestNode();
        var (feed, identity) = await Found(keys);
        await Database.Write(t => feed.Append(t, [Sharing(1)]), Cancel);
        await Database.Write(t => feed.Append(t, [Sharing(2)]), Cancel);

        await Database.Write(t => feed.SetAside(t, 4), Cancel);

        Assert.Equal(3, (await Heads.Of(identity.Id, Cancel))!.Position);
        await Assert.ThrowsAsync<SilentNodeException>(() => Database.Write(t => feed.Append(t, [Sharing(3)]), Cancel));
    }

    [Fact]
    public async Task takes_what_was_said_in_the_epoch_before_in_place_of_what_only_this_copy_said_in_a_new_one()
    {
        var keys = new TestNode();
        var (feed, identity) = await Found(keys);
        keys.State = await Heads.State(identity.Id, Cancel);
        var theirs = Share(keys, 9);
        await Database.Write(ThisNode.Hush, Cancel);
        await Database.Write(t => t.Execute("update node set silent = 0"), Cancel);
        await Database.Write(t => feed.Append(t, [Sharing(1)]), Cancel);
        Assert.Equal("EPOCH_SUPERSEDED", (await Offer(theirs))[0].Reason);

        await Database.Write(t => feed.SetAside(t, 3), Cancel);
        var taken = await Offer(theirs);

        Assert.Equal(PushStatus.Accepted, taken[0].Status);
        Assert.Equal(theirs.LastId(), (await Heads.Of(identity.Id, Cancel))!.LastItem);
    }

    /// <summary>The node has its feed up to there again, and speaks in a new epoch.</summary>
    private static void Restore(TestNode node, FeedEntry[] feed, int entries) => node.State = node.State with
    {
        Position = (ulong)entries, LastItemId = feed[entries - 1].LastId(), Epoch = KeyStatements.NewEpoch(), Keys = FeedVerifier.VerifyGenesis(node.Genesis).Next.Keys,
    };

    private Task<IReadOnlyList<string>> Evidence() => Database.Query<string>("select reason from feed_evidence", cancellationToken: Cancel);
}

public sealed class Branching_off_on_SQLite : Branching_off
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class Branching_off_on_PostgreSQL(PostgresServer server) : Branching_off
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
