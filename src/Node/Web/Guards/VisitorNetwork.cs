using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>The network a visitor comes from: /24 of IPv4, /64 of IPv6, which is what one household or office usually has.</summary>
public static class VisitorNetwork
{
    /// <summary>Of a request; behind a trusted proxy that of whoever the proxy speaks for.</summary>
    public static string Of(HttpContext visitor)
    {
        var from = visitor.Connection.RemoteIpAddress;
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is null ? "" : Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8));
    }
}
