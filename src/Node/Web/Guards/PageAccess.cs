using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>
/// What becomes of a request that ASP.NET Core's authorization judged. Pages are closed unless they say <c>[AllowAnonymous]</c>: a visitor is led
/// to the sign-in page and back, somebody without the role gets 403, and a member whom the program still asks for something is led there first.
/// </summary>
internal sealed class PageAccess(IEnumerable<IAccessRequirement> requirements, IEnumerable<SignInLocation> signIn) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // Where there is nothing, there is nobody's secret: such an address gets its 404.
        if (context.Actor() is { } actor && await Asks(context, actor) is { } asks)
        {
            Redirect(context, asks, WantedPath(context));
        }
        else if (authorizeResult.Succeeded || context.GetEndpoint() is null)
        {
            await next(context);
        }
        else if (context.Actor() is null && signIn.FirstOrDefault() is { } signInPage)
        {
            Redirect(context, signInPage.Path, HttpMethods.IsGet(context.Request.Method) ? WantedPath(context) : null);
        }
        else
        {
            await ErrorPages.Show(context, StatusCodes.Status403Forbidden);
        }
    }

    private async Task<Text?> Asks(HttpContext context, Actor actor)
    {
        var page = context.GetEndpoint()?.Metadata;
        if ((page?.GetMetadata<ComponentTypeMetadata>() is not null || page?.GetMetadata<AfterRequirementsAttribute>() is not null) && page.GetMetadata<BeforeRequirementsAttribute>() is null)
        {
            foreach (var requirement in requirements)
            {
                if (await requirement.Holds(actor, HttpMethods.IsPost(context.Request.Method), context.RequestAborted) is { } asks)
                {
                    return asks;
                }
            }
        }

        return null;
    }

    private static string WantedPath(HttpContext context) => context.Request.Path + context.Request.QueryString;

    private static void Redirect(HttpContext context, Text page, string? back)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = page.In(ReaderLanguage.Of(context.Request)) + (back is null ? QueryString.Empty : QueryString.Create(ReturnPath.Key, back));
    }
}
