using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;

namespace RecoveryCoP.Chapter.Calendars;

/// <summary>
/// The secrets in addresses of calendars: 256 random bits. An address is found by the hash of its secret, so it outlives the node's keys, and a copy of the database
/// opens nobody's calendar; the secret itself is kept under those keys, only to be shown again to its owner.
/// </summary>
internal sealed class CalendarSecrets(IDataProtectionProvider protection, PublicAddress site)
{
    private const int Bytes = 32;

    /// <summary>The length of a secret in an address.</summary>
    public const int Length = 43;

    private readonly IDataProtector protector = protection.CreateProtector("calendar-address");

    /// <summary>A new one, as it is kept.</summary>
    public (string Hash, string Sealed) Make()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (HashOf(secret), protector.Protect(secret));
    }

    /// <summary>The address, to be shown to its owner; null when the node's keys have changed since. It is good all the same.</summary>
    public Uri? AddressOf(CalendarAddress kept)
    {
        try
        {
            return new Uri(site.Root, $"{CalendarFeeds.Folder}/{protector.Unprotect(kept.Sealed)}.ics");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>By what an address is found.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
