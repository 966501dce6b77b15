using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Signs payloads. The only place where a payload is serialised: from here on its bytes are what is stored, sent and verified.</summary>
public static class SignedItems
{
    /// <summary>The signed item and its id. A key statement needs several keys, anything else exactly one.</summary>
    public static (SignedItem Item, ItemId Id) Sign(IMessage payload, params ReadOnlySpan<SigningKey> keys)
    {
        var item = new SignedItem { PayloadType = payload.Descriptor.FullName, Payload = payload.ToByteString() };
        var input = SigningInput.Of(item);
        foreach (var key in keys)
        {
            item.Signatures.Add(new Signature
            {
                KeyId = ByteString.CopyFrom(key.Public.Id.ToBytes()),
                Value = ByteString.CopyFrom(key.Sign(input)),
            });
        }

        return (item, SigningInput.IdOf(item));
    }
}
