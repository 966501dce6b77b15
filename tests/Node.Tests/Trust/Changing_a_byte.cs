using CsCheck;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Changing_a_byte
{
    private readonly TestNode node = new();

    [Fact]
    public void of_a_shared_practice_or_its_text_is_never_accepted() => NeverAccepted(node.State, node.Shared().ToByteArray());

    [Fact]
    public void of_a_run_of_several_is_never_accepted() => NeverAccepted(node.State, node.SharedTogether(3).ToByteArray());

    [Fact]
    public void of_a_genesis_never_gives_a_genesis_of_the_same_name() =>
        NeverAccepted(FeedState.Empty, new FeedEntry { KeyStatement = node.Genesis }.ToByteArray());

    [Fact]
    public void of_a_rotation_is_never_accepted()
    {
        using var replacement = SigningKey.Create();
        NeverAccepted(node.State, SignedEntries.Keys(node.Id, KeyStatements.Rotate(node.State, node.Signing, replacement, TestNode.Founded)).ToByteArray());
    }

    private static void NeverAccepted(FeedState state, byte[] wire)
    {
        var original = FeedEntry.Parser.ParseFrom(wire);
        Assert.True(IsAccepted(state, wire, original));
        Gen.Select(Gen.Int[0, wire.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                var altered = (byte[])wire.Clone();
                altered[at] ^= change;
                return !IsAccepted(state, altered, original);
            }, iter: 4000, threads: 1);
    }

    private static bool IsAccepted(FeedState state, byte[] wire, FeedEntry original)
    {
        try
        {
            // Of a run, the page says whose it is: it is signed too, and the store compares.
            var entry = FeedEntry.Parser.ParseFrom(wire);
            var verdict = FeedVerifier.Verify(state, entry);
            return verdict.IsLink && entry.NodeId == original.NodeId && verdict.Items.All(i => i is { Quarantined: Reason.Unspecified, ContentWanted: Reason.Unspecified });
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or ArgumentException)
        {
            return false;
        }
    }
}
