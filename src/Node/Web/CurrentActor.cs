using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Web;

/// <summary>Where the session leaves who is asking, and where pages find it. Kept with the request, so that an error page knows it too.</summary>
public static class CurrentActor
{
    /// <summary>Who is asking; null for a visitor.</summary>
    public static Actor? Actor(this HttpContext context) => context.Features.Get<Actor>();

    /// <summary>Called once a request by the middleware that reads the session.</summary>
    public static void SetActor(this HttpContext context, Actor? actor) => context.Features.Set(actor);
}
