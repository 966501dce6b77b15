using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// What is signed: DSSE's pre-authentication encoding, <c>"DSSEv1" SP len(type) SP type SP len(payload) SP payload</c>, lengths in decimal bytes
/// (secure-systems-lab/dsse, protocol.md). The type is under the signature too, so that a payload cannot be passed off as another kind of statement.
/// </summary>
public static class SigningInput
{
    /// <summary>The bytes to sign for a payload of that type.</summary>
    public static byte[] Of(string payloadType, ReadOnlySpan<byte> payload)
    {
        var type = Encoding.UTF8.GetBytes(payloadType);
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {type.Length} {payloadType} {payload.Length} "));
        return [.. head, .. payload];
    }

    /// <summary>The bytes that were signed.</summary>
    public static byte[] Of(SignedItem item) => Of(item.PayloadType, item.Payload.Span);

    /// <summary>The id of a key statement as an item, and of a run: SHA-256 of its signing input.</summary>
    public static ItemId IdOf(SignedItem item) => ItemId.FromBytes(SHA256.HashData(Of(item)));

    /// <summary>An item's id: SHA-256 of what would be signed for it alone.</summary>
    public static ItemId IdOf(Item item) => ItemId.FromBytes(SHA256.HashData(Of(item.PayloadType, item.Payload.Span)));
}
