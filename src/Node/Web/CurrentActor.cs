using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web;

/// <summary>Where the session leaves who is asking, and where pages find it. Kept with the request, so that an error page knows it too.</summary>
public static class CurrentActor
{
    /// <summary>Who is asking; null for a visitor.</summary>
    public static Actor? Actor(this HttpContext context) => context.Features.Get<Actor>();

    /// <summary>Called once a request by the middleware that reads the session.</summary>
    /// <param name="context">The request.</param>
    /// <param name="actor">Who it is.</param>
    /// <param name="name">What they go by, shown to themselves on every page.</param>
    public static void SetActor(this HttpContext context, Actor actor, string name = "")
    {
        context.Features.Set(actor);
        // Authorization asks for the roles; and a form's proof of origin is bound to the name: one that was opened before signing out is not good after.
        context.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, actor.Id.ToString("D", CultureInfo.InvariantCulture)), new(ClaimTypes.Name, name), .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role))],
            authenticationType: "session"));
    }
}
