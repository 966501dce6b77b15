using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>What cannot be taken back easily is done only by somebody who signed in a short while ago: a phone that was left lying about must not give roles away.</summary>
public sealed class FreshSignIn(SignInOptions options, TimeProvider clock)
{
    /// <summary>True while the reader's sign-in is fresh.</summary>
    public bool IsFresh(HttpContext context) => SignedIn.Of(context) is { } reader && clock.GetUtcNow() - reader.StartedAt < TimeSpan.FromMinutes(options.FreshMinutes);

    /// <summary>Where to sign in again, to come back afterwards.</summary>
    public static string Path(Language language, string back) => SignInText.Path.In(language) + QueryString.Create(ReturnPath.Key, back);
}
