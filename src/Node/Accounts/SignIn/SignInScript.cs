using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>The one optional script: it saves typing the code when a link is opened.</summary>
internal static class SignInScript
{
    public static SiteFile File { get; } = SiteFile.Read("text/javascript; charset=utf-8", "Accounts/Assets/sign-in.js");
}
