using System.Buffers.Text;
using System.Security.Cryptography;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>
/// A secret that one side keeps whole (a link, a cookie) and the database only as its SHA-256: who reads the database cannot sign in.
/// 256 random bits, written as 43 characters of base64url.
/// </summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>True for text of the right shape.</summary>
    public static bool IsShaped(string? text) => text is { Length: 43 } && Base64Url.IsValid(text, out var bytes) && bytes == Bytes;

    /// <summary>What the database keeps.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Base64Url.DecodeFromChars(secret));

    /// <summary>
    /// What the database keeps of a typed code: its HMAC under the browser's secret, which the database does not have.
    /// So the forty bits of a code cannot be found by trying, not even by somebody who holds the database.
    /// </summary>
    public static byte[] Hmac(string browser, string code) => HMACSHA256.HashData(Base64Url.DecodeFromChars(browser), System.Text.Encoding.ASCII.GetBytes(code));
}
