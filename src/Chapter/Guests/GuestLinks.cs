using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RecoveryCoP.Chapter.Guests.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>The link in a guest's letters: to the page of one visit, which has its buttons and nobody's name. It ends when the address is erased.</summary>
internal sealed class GuestLinks(IDataProtectionProvider protection, PublicAddress site)
{
    private readonly IDataProtector protector = protection.CreateProtector("guest");

    /// <summary>The page of a visit.</summary>
    public Uri Page(Language language, Guid guest) => At(PagePath.Of<VisitPage>(protector.Protect(guest.ToString("N"))), language);

    /// <summary>A page of this node.</summary>
    public Uri At(Text path, Language language) => new(site.Root, path.In(language));

    /// <summary>Whose link it is; null for one that is none.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return Guid.Parse(protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
