using System.Buffers;
using System.Security.Cryptography;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>Ties a content to its item: SHA-256(salt ‖ bytes). The salt keeps anybody from confirming a guess once the content is erased.</summary>
public static class ContentHash
{
    /// <summary>Length of a salt in bytes. It is fixed, or salt and content could be divided in another place and give the same hash.</summary>
    public const int SaltBytes = 16;

    /// <summary>What a person typed, with a new random salt.</summary>
    public static Content NewContent(IMessage content) => new()
    {
        Salt = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(SaltBytes)),
        Bytes = content.ToByteString(),
    };

    /// <summary>The 32 bytes for a payload's <c>content_hash</c>.</summary>
    public static ByteString Of(Content content)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Write(content, hash);
        return ByteString.CopyFrom(hash);
    }

    /// <summary>True when the content is the one that the hash names.</summary>
    public static bool Matches(Content content, ByteString hash)
    {
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        return content.Salt.Length == SaltBytes && Write(content, own) && own.SequenceEqual(hash.Span);
    }

    private static bool Write(Content content, Span<byte> hash)
    {
        var length = content.Salt.Length + content.Bytes.Length;
        var joined = ArrayPool<byte>.Shared.Rent(length); // may be a quarter of a megabyte, ten thousand times in a row
        content.Salt.Span.CopyTo(joined);
        content.Bytes.Span.CopyTo(joined.AsSpan(content.Salt.Length));
        SHA256.HashData(joined.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(joined, clearArray: true);
        return true;
    }
}
