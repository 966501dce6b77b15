using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RecoveryCoP.Chapter.Invitations.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>
/// The link in an invitation. It is no key: it leads to a page that anybody may read, and lets whoever holds the letter say "never again", for as long as they keep it.
/// </summary>
internal sealed class InvitationLinks(IDataProtectionProvider protection, PublicAddress site)
{
    private readonly IDataProtector protector = protection.CreateProtector("invitation");

    /// <summary>The page that says what this place is.</summary>
    public Uri Page(Language language, byte[] hash) => new(site.Root, PagePath.Of<InvitationPage>(Token(hash)).In(language));

    /// <summary>Where a mail program says "never again" by one request.</summary>
    public Uri NeverAtOnce(byte[] hash) => new(site.Root, $"{NeverAgain.Path}/{Token(hash)}");

    /// <summary>Whose link it is, as a hash; null for one that is none.</summary>
    public byte[]? Read(string token)
    {
        try
        {
            return Convert.FromHexString(protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Token(byte[] hash) => protector.Protect(Convert.ToHexString(hash));
}
