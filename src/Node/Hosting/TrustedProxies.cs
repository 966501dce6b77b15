using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Behind a proxy each visitor is themselves, where the proxy is trusted; where it is not, they count as one, and the log says so once.</summary>
internal static partial class TrustedProxies
{
    /// <summary>First of all in the pipeline: whatever comes behind sees the visitor's own address.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        foreach (var proxy in app.Services.GetRequiredService<NodeOptions>().TrustedProxies)
        {
            // The framework's own defaults, the machine itself, stay.
            if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(options);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TrustedProxies).FullName!);
        var isSaid = 0;
        app.Use((context, next) =>
        {
            var headers = context.Request.Headers;
            if (headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) && !headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName) && Interlocked.Exchange(ref isSaid, 1) == 0)
            {
                LogUntrusted(log);
            }

            return next(context);
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests come with X-Forwarded-For from an address that is not trusted: all visitors behind it count as one. If it is a proxy of yours, name it in Node:TrustedProxies")]
    private static partial void LogUntrusted(ILogger log);
}
