using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RecoveryCoP.Node.Hosting;

/// <summary>An address to listen on, e.g. <c>http://127.0.0.1:5080</c>, <c>https://0.0.0.0:443</c>.</summary>
internal static class ListenAddress
{
    public static bool IsHttp(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/";

    public static bool IsValid(string address) => IsHttp(address) && TryHost(new Uri(address), out _);

    public static void Listen(this KestrelServerOptions kestrel, string address, HttpProtocols protocols)
    {
        var uri = new Uri(address);
        TryHost(uri, out var ip);
        kestrel.Listen(ip, uri.Port, listener =>
        {
            listener.Protocols = protocols;
            if (uri.Scheme == "https")
            {
                listener.UseHttps();
            }
        });
    }

    private static bool TryHost(Uri uri, out IPAddress ip)
    {
        ip = IPAddress.Loopback;
        return uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out ip!);
    }
}
