using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace RecoveryCoP.Node.Mail;

/// <summary>What goes wrong with the connection to any mail server, as one of the words of <see cref="Delivery"/>; never the server's own, which repeat addresses.</summary>
internal static class MailFailure
{
    /// <summary>Null for what is no failure of the connection, and when the program is ending.</summary>
    public static string? KindOf(Exception failure, CancellationToken stopping) => failure switch
    {
        AuthenticationException => Delivery.Denied,
        SslHandshakeException or NotSupportedException => Delivery.NoTrust,
        MailKit.ProtocolException => Delivery.NotUnderstood,
        SocketException or IOException => Delivery.NotReached,
        OperationCanceledException when !stopping.IsCancellationRequested => Delivery.TooSlow,
        TimeoutException => Delivery.TooSlow,
        ServiceNotConnectedException or ServiceNotAuthenticatedException => Delivery.HungUp,
        _ => null,
    };
}
