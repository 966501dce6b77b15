using System.Text.Json;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class The_published_vectors
{
    private static readonly JsonElement vectors =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Trust", "vectors.json"))).RootElement;

    [Fact]
    public void give_the_signing_input_the_item_the_node_and_its_words()
    {
        var input = SigningInput.Of(Text("signing_input", "payload_type"), Bytes("signing_input", "payload"));
        Assert.Equal(Text("signing_input", "signing_input"), Convert.ToHexStringLower(input));
        var item = new Item { PayloadType = Text("signing_input", "payload_type"), Payload = ByteString.CopyFrom(Bytes("signing_input", "payload")) };
        Assert.Equal(Text("signing_input", "item_id"), SigningInput.IdOf(item).Hex);
        Assert.Equal(Text("signing_input", "node_id"), NodeId.OfGenesis(input).Value);
        Assert.Equal(Text("signing_input", "six_words"), SixWords.Of(NodeId.OfGenesis(input)));
    }

    [Fact]
    public void give_the_hash_of_a_content()
    {
        var content = new Content { Salt = ByteString.CopyFrom(Bytes("content_hash", "salt")), Bytes = ByteString.CopyFrom(Bytes("content_hash", "bytes")) };
        Assert.Equal(Text("content_hash", "hash"), Convert.ToHexStringLower(ContentHash.Of(content).Span));
    }

    [Fact]
    public void give_the_recovery_key_of_its_words()
    {
        Assert.True(RecoveryKey.TryParse(Text("recovery_key", "words"), out var key));
        Assert.Equal(Text("recovery_key", "spki"), Convert.ToHexStringLower(key.Key.Public.Spki.Span));
        Assert.Equal(Text("recovery_key", "key_id"), key.Key.Public.Id.Hex);
        Assert.Equal(Text("recovery_key", "words"), string.Join(' ', key.Words));
    }

    [Fact]
    public void give_an_enrolment_code()
    {
        Assert.True(EnrolmentCode.TryParse(Text("enrolment_code", "printed"), out var code));
        Assert.Equal(Text("enrolment_code", "secret"), code.Secret);
        Assert.Equal(Text("enrolment_code", "printed"), code.Print());
        Assert.True(NodeId.TryParse(Text("enrolment_code", "hub"), out var hub) && code.IsFor(hub));
        Assert.Equal(Text("enrolment_code", "hash_at_rest"), Convert.ToHexStringLower(EnrolmentCode.HashOf(code.Secret)!));
    }

    private static string Text(string group, string name) => vectors.GetProperty(group).GetProperty(name).GetString()!;

    private static byte[] Bytes(string group, string name) => Convert.FromHexString(Text(group, name));
}
