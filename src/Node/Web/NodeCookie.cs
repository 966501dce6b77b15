using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>A cookie of this node alone: unreadable to scripts; under TLS never sent without it, and with a name that no other host can set.</summary>
/// <param name="web">Names it.</param>
/// <param name="letter">Tells it from the node's others: see <see cref="WebOptions.CookieName"/>.</param>
/// <param name="isTls">Whether people come by TLS.</param>
/// <param name="sameSite">Whether it comes along when another site leads here.</param>
internal sealed class NodeCookie(WebOptions web, char letter, bool isTls, SameSiteMode sameSite)
{
    private readonly string name = (isTls ? "__Host-" : "") + web.CookieName(letter);

    /// <summary>What the browser keeps; null when it keeps nothing.</summary>
    public string? Read(HttpContext context) => context.Request.Cookies[name];

    public void Keep(HttpContext context, string value, TimeSpan lasts) => context.Response.Cookies.Append(name, value, Rules(lasts));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(name, Rules(null));

    private CookieOptions Rules(TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = isTls,
        SameSite = sameSite,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
