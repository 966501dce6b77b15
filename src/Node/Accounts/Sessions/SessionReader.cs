using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>Finds out who is asking, from the session's cookie.</summary>
internal sealed class SessionReader(RequestDelegate next, SessionStore sessions, AccountCookies cookies)
{
    public async Task Invoke(HttpContext context)
    {
        if (cookies.Session(context) is { } key && await sessions.Find(key, context.RequestAborted).ConfigureAwait(false) is { } signedIn)
        {
            context.Features.Set(signedIn);
            context.SetActor(signedIn.Actor, signedIn.Name);
            if (await sessions.Slide(signedIn, context.RequestAborted).ConfigureAwait(false))
            {
                cookies.KeepSession(context, key);
            }
        }

        await next(context).ConfigureAwait(false);
    }
}
