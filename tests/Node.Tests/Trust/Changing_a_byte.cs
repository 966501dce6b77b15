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
    public void of_a_genesis_never_gives_a_genesis_of_the_same_name() =>
        NeverAccepted(FeedState.Empty, new ItemWithContent { Item = node.Genesis }.ToByteArray());

    [Fact]
    public void of_a_rotation_is_never_accepted()
    {
        using var replacement = SigningKey.Create();
        NeverAccepted(node.State, new ItemWithContent { Item = KeyStatements.Rotate(node.State, node.Signing, replacement, TestNode.Founded) }.ToByteArray());
    }

    private static void NeverAccepted(FeedState state, byte[] wire)
    {
        Assert.Equal(VerdictKind.Accepted, FeedVerifier.Verify(state, ItemWithContent.Parser.ParseFrom(wire), ContentRule.Required).Kind);
        Gen.Select(Gen.Int[0, wire.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                var altered = (byte[])wire.Clone();
                altered[at] ^= change;
                return !IsAccepted(state, altered);
            }, iter: 4000, threads: 1);
    }

    private static bool IsAccepted(FeedState state, byte[] wire)
    {
        try
        {
            return FeedVerifier.Verify(state, ItemWithContent.Parser.ParseFrom(wire), ContentRule.Required).IsLink;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or ArgumentException)
        {
            return false;
        }
    }
}
