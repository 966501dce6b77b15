using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>Refuses to change anything because another site told the browser to. Programs (gRPC, curl) send no such header.</summary>
internal sealed class CrossSiteRefusal(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return !safe && request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? ErrorPages.Show(context, StatusCodes.Status403Forbidden, ErrorText.CrossSite, [])
            : next(context);
    }
}
