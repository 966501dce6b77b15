using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Founding;

/// <summary>Until the node is founded, every page leads to the one that founds it.</summary>
internal sealed class FoundingGate(RequestDelegate next, ThisNode node)
{
    public Task Invoke(HttpContext context)
    {
        var path = context.Request.Path;
        var isPage = path.StartsWithSegments("/fr") || path.StartsWithSegments("/en");
        if (node.IsFounded || !isPage || path == FoundingText.Path.Fr || path == FoundingText.Path.En)
        {
            return next(context);
        }

        context.Response.Redirect(FoundingText.Path.In(path.StartsWithSegments("/en") ? Language.English : Language.French));
        return Task.CompletedTask;
    }
}
