using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Founding;

/// <summary>
/// The thirteen words between the founding and the moment their founder has shown to have them on paper: sealed in a cookie of the browser that founded the
/// node, for an hour, and nowhere on the server. So the page can be printed, reloaded, and left by mistake.
/// </summary>
internal sealed class WordsToKeep(IDataProtectionProvider protection, WebOptions web, PublicAddress site)
{
    private static readonly TimeSpan kept = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("recovery-words").ToTimeLimitedDataProtector();
    private readonly NodeCookie cookie = new(web, 'w', site.IsTls, SameSiteMode.Strict);

    public void Keep(HttpContext browser, IReadOnlyList<string> words) => cookie.Keep(browser, protector.Protect(string.Join(' ', words), kept), kept);

    public void Forget(HttpContext browser) => cookie.Forget(browser);

    /// <summary>The words; null when this browser has none to keep.</summary>
    public IReadOnlyList<string>? Of(HttpContext browser)
    {
        try
        {
            return cookie.Read(browser) is { Length: > 0 } seal ? protector.Unprotect(seal).Split(' ') : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The places, from 1, of the two words that are asked back: always the same two of the same words.</summary>
    public static (int First, int Second) Asked(IReadOnlyList<string> words)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(' ', words)));
        var one = hash[0] % words.Count;
        var other = (one + 1 + hash[1] % (words.Count - 1)) % words.Count;
        return (Math.Min(one, other) + 1, Math.Max(one, other) + 1);
    }

    /// <summary>True for the word itself, however much of it tells it from the others was typed.</summary>
    public static bool Is(string word, string? typed) => WordList.Decode(typed, 1) is { } bits && bits.AsSpan().SequenceEqual(WordList.Decode(word, 1));
}
