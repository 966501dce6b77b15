using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>Finds out who is asking, keeps visitors out of members' pages, and leads those whom the program holds at its threshold there first.</summary>
internal sealed class SessionReader(RequestDelegate next, SessionStore sessions, AccountCookies cookies, IEnumerable<IAccessRequirement> requirements)
{
    public async Task Invoke(HttpContext context)
    {
        if (cookies.Session(context) is { } key)
        {
            await Recognise(context, key).ConfigureAwait(false);
        }

        var door = context.GetEndpoint()?.Metadata.GetMetadata<MembersOnlyAttribute>();
        if (await HeldBy(context).ConfigureAwait(false) is { } asks)
        {
            Lead(context, asks, context.Request.Path + context.Request.QueryString);
        }
        else if (door is null)
        {
            await next(context).ConfigureAwait(false);
        }
        else if (context.Actor() is not { } actor)
        {
            Lead(context, SignInText.Path, HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : null);
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

    /// <summary>The page that somebody has to go through first; null to go on.</summary>
    private async Task<Text?> HeldBy(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata;
        if (context.Actor() is { } actor && page?.GetMetadata<ComponentTypeMetadata>() is not null && page.GetMetadata<BeforeRequirementsAttribute>() is null)
        {
            foreach (var requirement in requirements)
            {
                if (await requirement.Holds(actor, context.RequestAborted).ConfigureAwait(false) is { } asks)
                {
                    return asks;
                }
            }
        }

        return null;
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

    private static void Lead(HttpContext context, Text page, string? back)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = page.In(ReaderLanguage.Of(context.Request)) + (back is null ? QueryString.Empty : QueryString.Create(ReturnPath.Key, back));
    }
}
