using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>Finds out who is asking, and keeps visitors out of members' pages.</summary>
internal sealed class SessionReader(RequestDelegate next, SessionStore sessions, AccountCookies cookies)
{
    public async Task Invoke(HttpContext context)
    {
        if (cookies.Session(context) is { } key)
        {
            await Recognise(context, key).ConfigureAwait(false);
        }

        var door = context.GetEndpoint()?.Metadata.GetMetadata<MembersOnlyAttribute>();
        if (door is null)
        {
            await next(context).ConfigureAwait(false);
        }
        else if (context.Actor() is not { } actor)
        {
            LeadToSignIn(context);
        }
        else if (door.Roles.Count > 0 && !actor.Is([.. door.Roles]))
        {
            await ErrorPages.Show(context, StatusCodes.Status403Forbidden).ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    private async Task Recognise(HttpContext context, string key)
    {
        if (await sessions.Find(key, context.RequestAborted).ConfigureAwait(false) is not { } signedIn)
        {
            return;
        }

        context.Features.Set(signedIn);
        context.SetActor(signedIn.Actor);
        // The antiforgery token of a form is bound to this name: a form opened before signing out is not good after.
        context.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, signedIn.Actor.Id.ToString("D", CultureInfo.InvariantCulture))], authenticationType: "session"));
        if (await sessions.Slide(signedIn, context.RequestAborted).ConfigureAwait(false))
        {
            cookies.KeepSession(context, key);
        }
    }

    private static void LeadToSignIn(HttpContext context)
    {
        var signIn = SignInText.Path.In(ReaderTongue.Of(context.Request));
        var back = HttpMethods.IsGet(context.Request.Method) ? QueryString.Create(ReturnPath.Key, context.Request.Path + context.Request.QueryString) : QueryString.Empty;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = signIn + back;
    }
}
