using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>
/// Searches for a person's name. What was typed is sent in a form and stands sealed in the address of what was found: going back, reloading and turning
/// pages work as ever, and no history, no proxy and no log tells who was looked for.
/// </summary>
public sealed class SealedSearch(IDataProtectionProvider protection)
{
    /// <summary>The key of a search in an address.</summary>
    public const string Key = "q";

    // Longer than any part of a name; an address has an end.
    private const int MostCharacters = 100;

    private static readonly TimeSpan kept = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("search").ToTimeLimitedDataProtector();

    /// <summary>The words in an address; null when there are none, or it was sealed elsewhere or too long ago.</summary>
    public string? Open(string? seal)
    {
        try
        {
            return string.IsNullOrEmpty(seal) ? null : protector.Unprotect(seal);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Where what was found is shown; the whole list when nothing was typed.</summary>
    /// <param name="list">The list's own path.</param>
    /// <param name="typed">What was typed.</param>
    public string Path(string list, string? typed) =>
        TypedText.IsWritten(typed) ? list + QueryString.Create(Key, protector.Protect(new string([.. TypedText.Plain(typed).Take(MostCharacters)]), kept)) : list;
}
