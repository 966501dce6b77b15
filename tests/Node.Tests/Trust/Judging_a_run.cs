using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Judging_a_run
{
    private readonly TestNode node = new();

    [Fact]
    public void accepts_all_its_items_at_once()
    {
        var verdict = node.Add(node.SharedTogether(5));

        Assert.Equal((VerdictKind.Accepted, 5, 6ul), (verdict.Kind, verdict.Items.Count, node.State.Position));
        Assert.Equal([2ul, 3ul, 4ul, 5ul, 6ul], verdict.Items.Select(i => i.Position));
    }

    [Fact]
    public void puts_one_item_aside_and_takes_the_others()
    {
        var run = node.SharedTogether(3);
        var odd = node.SharedTogether(3).Run.Items[2];
        odd.Item.PayloadType = "recoverycop.federation.v9.Poem";
        var mixed = SignedEntries.Run(node.Signing, [run.Run.Items[0], run.Run.Items[1], new() { Item = Later(run.Run.Items[1], odd.Item) }]);

        var verdict = node.Offer(mixed);

        Assert.Equal([Reason.Unspecified, Reason.Unspecified, Reason.TypeUnknown], verdict.Items.Select(i => i.Quarantined));
    }

    [Theory]
    [InlineData("an item less")]
    [InlineData("two items changed places")]
    [InlineData("an item of another run")]
    [InlineData("another type")]
    public void rejects_items_that_it_was_not_signed_for(string how)
    {
        var run = node.SharedTogether(4);
        var items = run.Run.Items;
        switch (how)
        {
            case "an item less": items.RemoveAt(1); break;
            case "two items changed places": (items[0], items[1]) = (items[1], items[0]); break;
            case "an item of another run": items[2] = node.SharedTogether(4).Run.Items[2]; break;
            default: items[3].Item.PayloadType += "x"; break;
        }

        var verdict = node.Offer(run);

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
        Assert.Contains(verdict.Reason, new[] { Reason.RunMismatch, Reason.FieldInvalid });
    }

    [Fact]
    public void rejects_more_items_than_any_run_has() =>
        Assert.Equal(Reason.ItemTooLarge, node.Offer(SignedEntries.Run(node.Signing, [.. Enumerable.Repeat(node.Shared().OnlyItem(), 501)])).Reason);

    [Fact]
    public void rejects_items_that_do_not_follow_each_other()
    {
        var run = SignedEntries.Run(node.Signing, [node.Shared().OnlyItem(), node.Shared(p => p.At.Position = 3).OnlyItem()]);

        Assert.Equal((VerdictKind.Rejected, "at.previous_item_id"), (node.Offer(run).Kind, node.Offer(run).Field));
    }

    [Fact]
    public void rejects_an_item_of_another_epoch_than_its_run()
    {
        var other = node.Shared(p => p.At.Epoch = KeyStatements.NewEpoch()).OnlyItem();

        Assert.Equal("at", node.Offer(SignedEntries.Run(node.Signing, node.State.NextPosition(), [other])).Field);
    }

    [Fact]
    public void finds_a_run_that_is_held_a_duplicate_and_a_run_over_it_an_overlap()
    {
        var (three, five) = Prefixed();
        node.Add(three);
        var held = three.Run.Items.Select((item, at) => (at: (ulong)at + 2, id: SigningInput.IdOf(item.Item))).ToDictionary(i => i.at, i => i.id);

        var again = FeedVerifier.Verify(node.State, three, position => held.TryGetValue(position, out var id) ? id : null);
        var over = FeedVerifier.Verify(node.State, five, position => held.TryGetValue(position, out var id) ? id : null);

        Assert.Equal((VerdictKind.Duplicate, Reason.Unspecified), (again.Kind, again.Reason));
        Assert.Equal((VerdictKind.Rejected, Reason.RunOverlap), (over.Kind, over.Reason));
    }

    [Fact]
    public void is_no_item_of_a_run()
    {
        var signed = node.Shared().Run.Run;
        var entry = SignedEntries.Run(node.Signing, node.State.NextPosition(), [new() { Item = new Item { PayloadType = signed.PayloadType, Payload = signed.Payload } }]);

        Assert.Equal(VerdictKind.Rejected, node.Offer(entry).Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(500)]
    public void proves_each_item_alone_by_at_most_nine_hashes(int size)
    {
        ItemId[] ids = [.. Enumerable.Range(0, size).Select(n => SigningInput.IdOf(new Item { PayloadType = "x", Payload = ByteString.CopyFromUtf8($"{n}") }))];
        var root = MerkleTree.RootOf(ids);

        for (var at = 0; at < size; at++)
        {
            byte[][] path = [.. MerkleTree.PathOf(ids, at)];
            Assert.InRange(path.Length, 0, 9);
            Assert.Equal(root, MerkleTree.RootOf(ids[at], at, size, path));
            Assert.True(size == 1 || !root.SequenceEqual(MerkleTree.RootOf(ids[at], (at + 1) % size, size, path) ?? []));
        }
    }

    private (FeedEntry Three, FeedEntry Five) Prefixed()
    {
        var five = node.SharedTogether(5);
        return (SignedEntries.Run(node.Signing, [.. five.Run.Items.Take(3)]), five);
    }

    // The item as it would stand after another.
    private static Item Later(ItemWithContent before, Item item)
    {
        var payload = PracticeRevision.Parser.ParseFrom(item.Payload);
        payload.At.PreviousItemId = ByteString.CopyFrom(SigningInput.IdOf(before.Item).ToBytes());
        return new Item { PayloadType = item.PayloadType, Payload = payload.ToByteString() };
    }
}
