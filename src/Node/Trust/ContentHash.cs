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
    public static ByteString Of(Content content) =>
        ByteString.CopyFrom(SHA256.HashData([.. content.Salt.Span, .. content.Bytes.Span]));

    /// <summary>True when the content is the one that the hash names.</summary>
    public static bool Matches(Content content, ByteString hash) => content.Salt.Length == SaltBytes && Of(content).Equals(hash);
}
