namespace RecoveryCoP.Node.Trust;

/// <summary>Id of a signed item: SHA-256 of its signing input, never of a signature (ECDSA signatures can be altered and still hold).</summary>
/// <param name="Hex">The 32 bytes in 64 lower-case hexadecimal digits. Make one with <see cref="FromBytes"/>.</param>
[GenerateSerializer, Immutable, Alias("item-id")]
public readonly record struct ItemId([property: Id(0)] string Hex)
{
    /// <summary>Length in bytes.</summary>
    public const int Bytes = 32;

    /// <summary>The id of 32 bytes; any other length is a bug of the caller.</summary>
    public static ItemId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(Convert.ToHexStringLower(bytes))
        : throw new ArgumentException("An item id has 32 bytes.", nameof(bytes));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <inheritdoc />
    public override string ToString() => Hex ?? "";
}
