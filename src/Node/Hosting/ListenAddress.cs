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

    /// <summary>True for https.</summary>
    public static bool IsTls(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when whoever is between two machines can read along.</summary>
    public static bool IsPlainToOthers(string address) => IsValid(address) && !IsTls(address) && !IPAddress.IsLoopback(Of(address).Address);

    /// <summary>Where to listen for a valid address.</summary>
    public static IPEndPoint Of(string address)
    {
        var uri = new Uri(address);
        TryHost(uri, out var ip);
        return new IPEndPoint(ip, uri.Port);
    }

    public static void Listen(this KestrelServerOptions kestrel, string address, HttpProtocols protocols, ServerCertificate? certificate) =>
        kestrel.Listen(Of(address), listener =>
        {
            listener.Protocols = protocols;
            if (IsTls(address))
            {
                listener.UseHttps(https => certificate!.GiveTo(https));
            }
        });

    private static bool TryHost(Uri uri, out IPAddress ip)
    {
        ip = IPAddress.Loopback;
        return uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out ip!);
    }
}
