using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Changing_keys
{
    private static readonly DateTimeOffset later = TestNode.Founded.AddDays(30);
    private readonly TestNode node = new();
    private readonly SigningKey second = SigningKey.Create();
    private readonly SigningKey third = SigningKey.Create();

    [Fact]
    public void by_rotation_makes_the_new_key_speak_from_the_next_item_on()
    {
        var old = node.Signing;
        Assert.Equal(VerdictKind.Accepted, node.Add(KeyStatements.Rotate(node.State, old, second, later)).Kind);
        Assert.Equal(Reason.SignatureInvalid, node.Offer(node.Shared()).Reason);
        node.Signing = second;
        Assert.Equal(VerdictKind.Accepted, node.Add(node.Shared()).Kind);
        Assert.Equal(old.Public, node.State.Keys.SigningKeyAt(2));
        Assert.Equal(second.Public, node.State.Keys.SigningKeyAt(3));
    }

    [Fact]
    public void by_rotation_needs_both_keys()
    {
        var item = KeyStatements.Rotate(node.State, node.Signing, second, later);
        item.Signatures.RemoveAt(1);
        Assert.Equal(Reason.SignatureInvalid, node.Offer(item).Reason);
    }

    [Fact]
    public void by_rotation_cannot_change_the_recovery_key()
    {
        using var words = RecoveryKey.Create();
        var item = Statement(s => s.RecoverySpki = Google.Protobuf.ByteString.CopyFrom(words.Key.Public.Spki.Span), node.Signing, second);
        Assert.Equal((Reason.FieldInvalid, "recovery_spki"), (node.Offer(item).Reason, node.Offer(item).Field));
    }

    [Fact]
    public void never_brings_back_an_old_key()
    {
        var old = node.Signing;
        node.Add(KeyStatements.Rotate(node.State, old, second, later));
        Assert.Equal("signing_spki", node.Offer(KeyStatements.Rotate(node.State, second, old, later)).Field);
    }

    [Fact]
    public void by_the_recovery_key_takes_a_stolen_node_back()
    {
        node.Add(KeyStatements.Rotate(node.State, node.Signing, second, later));
        using var words = RecoveryKey.Create();
        Assert.Equal(VerdictKind.Accepted, node.Add(KeyStatements.Recover(node.State, node.Recovery.Key, third, words.Key.Public, later.AddDays(90))).Kind);
        node.Signing = second;
        Assert.Equal(Reason.SignatureInvalid, node.Offer(node.Shared()).Reason);
        node.Signing = third;
        Assert.Equal(VerdictKind.Accepted, node.Add(node.Shared()).Kind);
        Assert.True(node.State.Keys.IsBelieved(2));
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(72, false)]
    public void by_the_recovery_key_outranks_a_rotation_younger_than_72_hours(int hours, bool outranks)
    {
        var before = node.State;
        node.Add(KeyStatements.Rotate(node.State, node.Signing, second, later));
        node.Signing = second;
        node.Add(node.Shared());
        var setAside = node.State with { Keys = before.Keys };
        var item = SignedFrom(setAside, later.AddHours(hours));

        var verdict = node.Add(item);
        Assert.Equal(outranks ? VerdictKind.Accepted : VerdictKind.Rejected, verdict.Kind);
        Assert.Equal(!outranks, node.State.Keys.IsBelieved(2));
        Assert.Equal(!outranks, node.State.Keys.IsBelieved(3));
        Assert.True(node.State.Keys.IsBelieved(4));
    }

    [Fact]
    public void after_a_compromise_takes_back_what_the_thief_said()
    {
        node.Add(node.Shared());
        node.Add(node.Shared());
        Assert.Equal(VerdictKind.Accepted, node.Add(KeyStatements.Compromise(node.State, node.Recovery.Key, second, node.Recovery.Key.Public, 3, later)).Kind);
        Assert.Equal([true, true, false, true], new ulong[] { 1, 2, 3, 4 }.Select(node.State.Keys.IsBelieved));
    }

    [Fact]
    public void by_a_compromise_cannot_take_back_the_genesis() =>
        Assert.Equal("compromised_from_position",
            node.Offer(KeyStatements.Compromise(node.State, node.Recovery.Key, second, node.Recovery.Key.Public, 1, later)).Field);

    [Fact]
    public void is_not_for_the_signing_key_to_call_a_recovery() =>
        Assert.Equal(Reason.SignatureInvalid, node.Offer(KeyStatements.Recover(node.State, node.Signing, second, node.Recovery.Key.Public, later)).Reason);

    [Fact]
    public void ends_with_retirement_unless_the_recovery_key_objects()
    {
        node.Add(KeyStatements.Retire(node.State, node.Signing, later));
        Assert.Null(node.State.Keys.Current);
        Assert.Equal(Reason.SignatureInvalid, node.Offer(node.Shared()).Reason);
        Assert.Equal("reason", node.Offer(KeyStatements.Rotate(node.State, node.Signing, second, later)).Field);
        Assert.Equal(VerdictKind.Accepted, node.Offer(KeyStatements.Recover(node.State, node.Recovery.Key, second, node.Recovery.Key.Public, later)).Kind);
    }

    [Fact]
    public void leaves_a_state_that_can_be_restored_from_the_stored_statements()
    {
        node.Add(node.Shared());
        var rotation = KeyStatements.Rotate(node.State, node.Signing, second, later);
        node.Add(rotation);
        var restored = FeedState.Restore([node.Genesis, rotation], node.State.Position, node.State.LastItemId!.Value, node.State.Epoch);
        Assert.Equal(node.State.NodeId, restored.NodeId);
        Assert.Equal(node.State.Keys.Steps, restored.Keys.Steps);
        node.Signing = second;
        Assert.Equal(VerdictKind.Accepted, FeedVerifier.Verify(restored, node.Shared()).Kind);
    }

    // A recovery that goes on from the statement before the rotation, with the sequence that the feed is at.
    private SignedItem SignedFrom(FeedState before, DateTimeOffset at)
    {
        var draft = KeyStatement.Parser.ParseFrom(KeyStatements.Recover(before, node.Recovery.Key, third, node.Recovery.Key.Public, at).Payload);
        draft.Sequence = node.State.Keys.Head!.Sequence + 1;
        return Signing.Sign(draft, node.Recovery.Key, third);
    }

    private SignedItem Statement(Action<KeyStatement> change, params SigningKey[] keys)
    {
        var statement = KeyStatement.Parser.ParseFrom(KeyStatements.Rotate(node.State, node.Signing, second, later).Payload);
        change(statement);
        return Signing.Sign(statement, keys);
    }
}
