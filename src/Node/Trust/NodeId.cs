using System.Security.Cryptography;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// Who a node is, hub or chapter: the first 20 bytes of SHA-256 over the signing input of its genesis, as 32 characters of lower-case base32.
/// No hub hands it out and no domain owns it.
/// </summary>
/// <param name="Value">The 32 characters. Make one with <see cref="TryParse"/> or <see cref="OfGenesis"/>.</param>
[GenerateSerializer, Immutable, Alias("node-id")]
public readonly record struct NodeId([property: Id(0)] string Value)
{
    /// <summary>Bytes of the hash that are kept.</summary>
    public const int Bytes = 20;

    private const int Length = 32;

    /// <summary>The id of the node whose genesis has this signing input.</summary>
    public static NodeId OfGenesis(ReadOnlySpan<byte> signingInput) => FromBytes(SHA256.HashData(signingInput).AsSpan(0, Bytes));

    /// <summary>The id of 20 bytes.</summary>
    public static NodeId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(Base32.Lower.Encode(bytes))
        : throw new ArgumentException("A node id has 20 bytes.", nameof(bytes));

    /// <summary>Reads an id exactly as it is written: 32 characters, lower case.</summary>
    public static bool TryParse(string? text, out NodeId id)
    {
        id = default;
        if (text is not { Length: Length } || Base32.Lower.Decode(text) is null)
        {
            return false;
        }

        id = new(text);
        return true;
    }

    /// <summary>The 20 bytes.</summary>
    public byte[] ToBytes() => Base32.Lower.Decode(Value)!;

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}
