using System.Security.Cryptography;

namespace RecoveryCoP.Node.Trust;

/// <summary>Name of a public key: SHA-256 of its SubjectPublicKeyInfo.</summary>
/// <param name="Hex">The 32 bytes in 64 lower-case hexadecimal digits. Make one with <see cref="OfSpki"/>.</param>
[GenerateSerializer, Immutable, Alias("key-id")]
public readonly record struct KeyId([property: Id(0)] string Hex)
{
    /// <summary>Length in bytes.</summary>
    public const int Bytes = 32;

    /// <summary>The id of a key.</summary>
    public static KeyId OfSpki(ReadOnlySpan<byte> spki) => new(Convert.ToHexStringLower(SHA256.HashData(spki)));

    /// <summary>The id of 32 bytes; any other length is a bug of the caller.</summary>
    public static KeyId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(Convert.ToHexStringLower(bytes))
        : throw new ArgumentException("A key id has 32 bytes.", nameof(bytes));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <inheritdoc />
    public override string ToString() => Hex ?? "";
}
