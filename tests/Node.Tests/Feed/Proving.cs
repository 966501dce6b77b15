using CsCheck;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;
using RecoveryCoP.Node.Tests.Trust;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Feed;

public abstract class Proving_one_item : FeedOn
{
    [Fact]
    public async Task shows_who_signed_it_whatever_run_it_is_in_and_needs_nothing_else()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Together(node, 7)]);

        foreach (var stored in await Ids(node))
        {
            var proof = ItemProof.Parser.ParseFrom((await Of(stored.Id))!.ToByteArray());
            var proven = ItemProofs.Verify(proof)!;

            Assert.Equal((node.Id, (ulong)stored.Position, stored.Id), (proven.Node, proven.Position, proven.Item.Id));
            Assert.NotNull(proven.Item.Content);
            Assert.InRange(proof.Path.Count, 0, 3);
        }
    }

    [Fact]
    public async Task holds_with_the_keys_of_its_time_after_they_changed()
    {
        var node = new TestNode();
        await Offer(Feed(node, 1));
        var old = node.Signing;
        node.Signing = SigningKey.Create();
        var rotation = KeyStatements.Rotate(node.State, old, node.Signing, TestNode.Founded);
        node.Add(rotation);
        await Offer(SignedEntries.Keys(node.Id, rotation), Share(node, 2));

        var ids = await Ids(node);

        Assert.Equal(old.Public.Id, ItemProofs.Verify((await Of(ids[0].Id))!)!.Key);
        Assert.Equal(node.Signing.Public.Id, ItemProofs.Verify((await Of(ids[1].Id))!)!.Key);
        Assert.Null(await Of(SigningInput.IdOf(rotation)));
    }

    [Fact]
    public async Task holds_when_another_branch_has_taken_its_place_with_the_keys_that_counted_then()
    {
        var node = new TestNode();
        var feed = Feed(node, 1);
        await Offer(feed);
        var (old, before) = (node.Signing, node.State);
        var left = Together(node, 3);
        await Offer(left);
        node.State = before with { Epoch = KeyStatements.NewEpoch() };
        node.Signing = SigningKey.Create();
        var rotation = KeyStatements.Rotate(node.State, old, node.Signing, TestNode.Founded);
        node.Add(rotation);
        var branch = Share(node, 9);
        await Offer(SignedEntries.Keys(node.Id, rotation), branch);

        var (proven, now) = (ItemProofs.Verify((await Of(left.LastId()))!)!, ItemProofs.Verify((await Of(branch.LastId()))!)!);

        Assert.Equal((5ul, old.Public.Id, left.LastId()), (proven.Position, proven.Key, proven.Item.Id));
        Assert.Equal((4ul, node.Signing.Public.Id), (now.Position, now.Key));
    }

    [Fact]
    public async Task holds_without_a_content_that_was_withdrawn()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 1), Withdraw(node, 1)]);

        Assert.Null(ItemProofs.Verify((await Of((await Ids(node))[0].Id))!)!.Item.Content);
    }

    [Fact]
    public async Task never_holds_for_anything_else_when_a_byte_is_changed()
    {
        var node = new TestNode();
        await Offer([.. Feed(node, 0), Together(node, 5)]);
        var wire = (await Of((await Ids(node))[2].Id))!.ToByteArray();
        var proven = ItemProofs.Verify(ItemProof.Parser.ParseFrom(wire))!;

        Gen.Select(Gen.Int[0, wire.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                var altered = (byte[])wire.Clone();
                altered[at] ^= change;
                return !Shows(altered, out var shown) || (shown.Item.Id == proven.Item.Id && (shown.Item.Content is null || shown.Item.Content.Equals(proven.Item.Content)));
            }, iter: 2000, threads: 1);
    }

    private static bool Shows(byte[] wire, out ProvenItem shown)
    {
        shown = null!;
        try
        {
            return (shown = ItemProofs.Verify(ItemProof.Parser.ParseFrom(wire))!) is not null;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or ArgumentException)
        {
            return false;
        }
    }

    private Task<ItemProof?> Of(ItemId id) => new Proofs(Database).Of(id, Cancel);

    // Those that people shared, in the feed's order.
    private async Task<IReadOnlyList<(ItemId Id, long Position)>> Ids(TestNode node) =>
    [
        .. (await Database.Query<(byte[] Id, long Position)>(
            "select item_id, feed_position from item where node_id = @node and payload_type = @type order by feed_position limit 100",
            new { node = node.Id.Value, type = PracticeRevision.Descriptor.FullName }, Cancel)).Select(row => (ItemId.FromBytes(row.Id), row.Position)),
    ];
}

public sealed class Proving_one_item_on_SQLite : Proving_one_item
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class Proving_one_item_on_PostgreSQL(PostgresServer server) : Proving_one_item
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
