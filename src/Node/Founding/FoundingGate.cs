using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Founding;

/// <summary>Until the node is founded, every page leads to the one that founds it.</summary>
internal sealed class FoundingGate(RequestDelegate next, ThisNode node)
{
    private readonly Text found = PagePath.Of<FoundingPage>();

    public Task Invoke(HttpContext context)
    {
        var path = context.Request.Path;
        var isPage = path.StartsWithSegments("/fr") || path.StartsWithSegments("/en");
        if (node.IsFounded || !isPage || path == found.Fr || path == found.En)
        {
            return next(context);
        }

        context.Response.Redirect(found.In(ReaderLanguage.Of(context.Request)));
        return Task.CompletedTask;
    }
}
