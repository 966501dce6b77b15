using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>
/// The two cookies: of the session, and of the browser that asked for a link. Both of this node alone, unreadable to scripts,
/// not sent along by other sites' forms; under TLS never without it, and with a name that no other host can set.
/// </summary>
internal sealed class AccountCookies(WebOptions web, PublicAddress site, SignInOptions options)
{
    private readonly string session = Name(web, site, 's');
    private readonly string browser = Name(web, site, 'b');

    public string? Session(HttpContext context) => context.Request.Cookies[session];

    /// <summary>The browser's secret; null when it has none of the right shape.</summary>
    public string? Browser(HttpContext context) => context.Request.Cookies[browser] is { } secret && Secret.IsShaped(secret) ? secret : null;

    public void KeepSession(HttpContext context, string key) => context.Response.Cookies.Append(session, key, Rules(TimeSpan.FromDays(options.SessionDays)));

    public void KeepBrowser(HttpContext context, string secret) => context.Response.Cookies.Append(browser, secret, Rules(TimeSpan.FromMinutes(options.LinkMinutes)));

    public void ForgetSession(HttpContext context) => context.Response.Cookies.Delete(session, Rules(null));

    public void ForgetBrowser(HttpContext context) => context.Response.Cookies.Delete(browser, Rules(null));

    private static string Name(WebOptions web, PublicAddress site, char letter) => (site.IsTls ? "__Host-" : "") + web.CookieName(letter);

    private CookieOptions Rules(TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = site.IsTls,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
