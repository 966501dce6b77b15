using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

/// <summary>A withdrawal that comes without its feed, with its proof.</summary>
public abstract class A_withdrawal_that_comes_alone : FeedOn
{
    [Fact]
    public async Task erases_what_it_names_and_is_no_part_of_the_feed()
    {
        var node = new TestNode();
        await Offer(Feed(node, 2));
        var seen = (await Store.After(0, cancellationToken: Cancel)).UpTo;
        Share(node, 3);

        var taken = await Take(ProofOf(node, Withdraw(node, 1)));

        Assert.Equal((1, "--T-"), (taken, await Contents(node)));
        Assert.Equal(3, (await Heads.Of(node.Id, Cancel))!.Position);
        Assert.Empty((await Store.After(seen, cancellationToken: Cancel)).Entries);
        Assert.Equal(3, (await Entries(node)).Count);
    }

    [Fact]
    public async Task is_nothing_new_a_second_time()
    {
        var node = new TestNode();
        await Offer(Feed(node, 1));
        var proof = ProofOf(node, Withdraw(node, 1));

        Assert.Equal((1, 0), (await Take(proof, proof), await Take(proof)));
    }

    [Fact]
    public async Task takes_its_place_when_the_feed_comes()
    {
        var node = new TestNode();
        await Offer(Feed(node, 1));
        var (between, withdrawal) = (Share(node, 2), Withdraw(node, 1));
        await Take(ProofOf(node, withdrawal));

        var results = await Offer(between, withdrawal, Share(node, 1, 2));

        Assert.All(results, result => Assert.Equal(PushStatus.Accepted, result.Status));
        Assert.Equal("--T--", await Contents(node));
        Assert.Equal(5, (await Heads.Of(node.Id, Cancel))!.Position);
    }

    [Fact]
    public async Task is_not_kept_where_nothing_of_it_is_here()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer(Feed(node, 1));
        Feed(other, 1);

        Assert.Equal(0, await Take(ProofOf(node, Withdraw(node, 7)), ProofOf(other, Withdraw(other, 1))));
        Assert.Equal("-T", await Contents(node));
    }

    [Fact]
    public async Task is_believed_of_its_own_node_and_of_this_nodes_hub_only()
    {
        var (node, other) = (new TestNode(), new TestNode());
        await Offer(Feed(node, 2));

        var others = Add(other, TakeDown(other, node, 1));
        var hubs = Add(Hub, TakeDown(Hub, node, 2));

        Assert.Equal(1, await Take(ProofOf(other, others), ProofOf(Hub, hubs)));
        Assert.Equal("-T-", await Contents(node));
        Assert.Equal(PushStatus.Accepted, (await Offer(SignedEntries.Keys(Hub.Id, Hub.Genesis), hubs))[1].Status);
        Assert.Equal("-T-", await Contents(node));
    }

    [Fact]
    public async Task of_what_is_taken_away_already_is_not_kept()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Withdraw(node, 1)]);

        Assert.Equal(0, await Take(ProofOf(node, Withdraw(node, 1)), ProofOf(node, Withdraw(node, 1, 1))));
    }

    [Fact]
    public async Task that_was_altered_is_not_believed()
    {
        var node = new TestNode();
        await Offer(Feed(node, 2));
        var proof = ProofOf(node, Withdraw(node, 1));
        proof.Item.Item.Payload = new Withdrawal { At = Envelope.Parser.ParseFrom(proof.Item.Item.Payload).At, About = new Subject { Id = Practice(2) } }.ToByteString();

        Assert.Equal((0, "-TT"), (await Take(proof), await Contents(node)));
    }

    [Fact]
    public async Task of_a_thief_that_this_node_knows_is_not_believed()
    {
        var node = new TestNode();
        await Offer(Feed(node, 2));
        var (thief, at) = (node.Signing, node.State);
        var said = Share(node, 7);
        node.Signing = SigningKey.Create();
        var compromise = KeyStatements.Compromise(node.State, node.Recovery.Key, node.Signing, node.Recovery.Key.Public, 4, TestNode.Founded);
        node.Add(compromise);
        await Offer(said, SignedEntries.Keys(node.Id, compromise));
        var mended = node.State;
        (node.Signing, node.State) = (thief, at);
        var within = ProofOf(node, Withdraw(node, 1));
        node.State = at with { Position = mended.Position, LastItemId = mended.LastItemId };
        var behind = ProofOf(node, Withdraw(node, 2));
        Assert.NotNull(ItemProofs.Verify(behind));

        Assert.Equal((0, "-TTT-"), (await Take(within, behind), await Contents(node)));
    }

    [Fact]
    public async Task can_be_proved_by_whoever_holds_the_feed_and_those_that_a_branch_left_behind_too()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        var withdrawal = Withdraw(node, 1);
        await Offer([.. feed, withdrawal]);
        node.State = node.State with { Position = 2, LastItemId = feed[1].LastId(), Epoch = KeyStatements.NewEpoch() };
        await Offer(Share(node, 9));

        var proofs = new Proofs(Database);
        var page = await proofs.OfWithdrawals(0, Hub.Id, Clock.GetUtcNow(), 10, Cancel);

        Assert.Equal(withdrawal.LastId(), ItemProofs.Verify(Assert.Single(page.Proofs))!.Item.Id);
        Assert.False(page.More);
        Assert.Empty((await proofs.OfWithdrawals(page.UpTo, Hub.Id, Clock.GetUtcNow(), 10, Cancel)).Proofs);
        Assert.Empty((await proofs.OfWithdrawals(0, node.Id, Clock.GetUtcNow(), 10, Cancel)).Proofs);
    }

    [Fact]
    public async Task is_told_of_what_came_up_to_a_moment_and_of_nothing_later()
    {
        var node = new TestNode();
        await Offer(Feed(node, 1));
        var then = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await Offer(Share(node, 2), Withdraw(node, 2), Withdraw(node, 1), Withdraw(node, 7));

        var before = await new Proofs(Database).OfWithdrawals(0, Hub.Id, then, 10, Cancel);
        var all = await new Proofs(Database).OfWithdrawals(0, Hub.Id, Clock.GetUtcNow(), 10, Cancel);

        Assert.Equal([5ul], before.Proofs.Select(proof => ItemProofs.Verify(proof)!.Position));
        Assert.Equal([4ul, 5ul], all.Proofs.Select(proof => ItemProofs.Verify(proof)!.Position));
    }

    [Fact]
    public async Task that_has_no_proof_here_hides_none_behind_it()
    {
        var node = new TestNode();
        await Offer(Feed(node, 2));
        await Take(ProofOf(node, Withdraw(node, 1)));
        node.State = node.State with { Position = 3, LastItemId = (await Entries(node))[^1].LastId() };
        await Offer(Withdraw(node, 2));

        var first = await new Proofs(Database).OfWithdrawals(0, Hub.Id, Clock.GetUtcNow(), 1, Cancel);
        var second = await new Proofs(Database).OfWithdrawals(first.UpTo, Hub.Id, Clock.GetUtcNow(), 1, Cancel);

        Assert.Equal((0, true), (first.Proofs.Count, first.More));
        Assert.Single(second.Proofs);
    }

    private static TakeDown TakeDown(TestNode by, TestNode node, byte practice) =>
        new() { At = by.State.NextPosition(), About = new Subject { Id = Practice(practice) }, NodeId = node.Id.Value, Reason = TakeDownReason.PersonalData };

    private static ItemProof ProofOf(TestNode node, FeedEntry entry) => ItemProofs.Of(entry.Run.Run, [entry.LastId()], 0, entry.OnlyItem(), [node.Genesis]);

    private Task<int> Take(params ItemProof[] proofs) => new ProvenWithdrawals(Database, Heads, new FeedFollowers([], []), Clock, NullLogger<ProvenWithdrawals>.Instance).Accept(proofs, Cancel);

    /// <summary>A letter an item, T where its text is still there.</summary>
    private async Task<string> Contents(TestNode node) => string.Concat((await Stored(node)).Select(i => i.Bytes is null ? '-' : 'T'));
}

public sealed class A_withdrawal_that_comes_alone_on_SQLite : A_withdrawal_that_comes_alone
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_withdrawal_that_comes_alone_on_PostgreSQL(PostgresServer server) : A_withdrawal_that_comes_alone
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
