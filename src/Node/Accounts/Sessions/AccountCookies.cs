using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>The two cookies: of the session, and of the browser that asked for a link. Neither is sent along by other sites' forms.</summary>
internal sealed class AccountCookies(WebOptions web, PublicAddress site, SignInOptions options)
{
    private readonly NodeCookie session = new(web, 's', site.IsTls, SameSiteMode.Lax);
    private readonly NodeCookie browser = new(web, 'b', site.IsTls, SameSiteMode.Lax);

    public string? Session(HttpContext context) => session.Read(context);

    /// <summary>The browser's secret; null when it has none of the right shape.</summary>
    public string? Browser(HttpContext context) => browser.Read(context) is { } secret && Secret.IsShaped(secret) ? secret : null;

    public void KeepSession(HttpContext context, string key) => session.Keep(context, key, TimeSpan.FromDays(options.SessionDays));

    public void KeepBrowser(HttpContext context, string secret) => browser.Keep(context, secret, TimeSpan.FromMinutes(options.LinkMinutes));

    public void ForgetSession(HttpContext context) => session.Forget(context);

    public void ForgetBrowser(HttpContext context) => browser.Forget(context);
}
