using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>Puts the same protections on every response, errors and files included.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, WebOptions options)
{
    private const string Policy =
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; "
        + "img-src 'self'; font-src 'self'; form-action 'self'; connect-src 'self'";

    public Task Invoke(HttpContext context)
    {
        if (options.IsTls)
        {
            // Also where a proxy speaks plain http to this node: the reader came by TLS, or was told to.
            context.Request.Scheme = Uri.UriSchemeHttps;
        }

        // At the last moment: the error handler clears headers that were set earlier.
        context.Response.OnStarting(() =>
        {
            Write(context.Response);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpResponse response)
    {
        var headers = response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy; // a file that somebody sent may do less
        }

        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        if (options.IsTls)
        {
            headers.StrictTransportSecurity = "max-age=31536000"; // a year; other hosts of the domain are not this node's to decide on
        }

        if (!options.Indexed)
        {
            headers["X-Robots-Tag"] = "noindex";
        }

        // Only the framework's own script would read it, and we serve none.
        headers.Remove("blazor-enhanced-nav");

        // A shared computer must not show a member's pages after they left; only our own hashed files say otherwise.
        var isHtml = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (isHtml || headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
