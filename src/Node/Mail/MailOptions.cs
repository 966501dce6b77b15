using System.ComponentModel.DataAnnotations;
using System.Net;
using MailKit.Security;

namespace RecoveryCoP.Node.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and is encrypted before anything is said; a server that cannot is given no letter.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (port 465).</summary>
    Tls,

    /// <summary>In the clear: only for a server on this machine.</summary>
    None,
}

/// <summary>What the library calls them.</summary>
internal static class MailSecurities
{
    public static SecureSocketOptions ToSocketOptions(this MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}

/// <summary>Which server takes this node's letters, and whom they are from. Section <c>Mail</c>.</summary>
public sealed record MailOptions : IValidatableObject
{
    /// <summary>The mail server's name, e.g. <c>smtp.example.org</c>. Default: none; letters are then written into the folder <c>mail</c> of the data folder.</summary>
    [StringLength(253)]
    public string Host { get; init; } = "";

    /// <summary>Its port. Default: 587, where programs hand in mail.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected. Default: StartTls.</summary>
    public MailSecurity Security { get; init; }

    /// <summary>The user name at the server; empty where it asks for none.</summary>
    [StringLength(254)]
    public string User { get; init; } = "";

    /// <summary>The password at the server.</summary>
    [StringLength(1000)]
    public string Password { get; init; } = "";

    /// <summary>How long the server may take until it listens to us, in seconds. Default: 60.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>The most letters in 24 hours beside those that let somebody in and those that cannot wait; the others go later. Default: 500, below what common providers take.</summary>
    [Range(1, 1_000_000)]
    public int MostPerDay { get; init; } = 500;

    /// <summary>The sender's name, which shows on a lock screen. Default: what browser tabs call the place, in the letter's language.</summary>
    [StringLength(60, MinimumLength = 1)]
    public string? SenderName { get; init; }

    /// <summary>The sender's address. Default: the user name where it is an address, since receivers compare the two; otherwise <c>messages</c> at the host of the public address.</summary>
    [EmailAddress]
    public string? SenderAddress { get; init; }

    /// <summary>Who is asked what the DNS says of the sender's domain when mail is tried: an IP address, with a port where it is not 53. Default: those that this machine asks.</summary>
    [StringLength(60)]
    public string? NameServer { get; init; }

    /// <summary>True when there is a server to hand letters to.</summary>
    internal bool HasServer => Host.Length > 0;

    /// <summary>True for a server on this machine: what is said to it, nobody on the way can read.</summary>
    internal static bool IsHere(string host) => host is "localhost" or "127.0.0.1" or "::1";

    /// <summary>Where a name server is; null for what is no address.</summary>
    internal static IPEndPoint? NameServerOf(string typed) =>
        IPAddress.TryParse(typed, out var address) ? new(address, 53) : IPEndPoint.TryParse(typed, out var end) && end.Port > 0 ? end : null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (NameServer is { Length: > 0 } named && NameServerOf(named) is null)
        {
            yield return new ValidationResult(new Text("n’est pas une adresse IP, avec ou sans port.", "is no IP address, with or without a port.").OnOneLine(), [nameof(NameServer)]);
        }

        if (Security == MailSecurity.None && HasServer && !IsHere(Host))
        {
            yield return new ValidationResult(
                new Text("ferait partir les courriels des gens en clair\u00a0: on ne parle ainsi qu’à un serveur de cette machine. Utilisez StartTls ou Tls.", "would send people’s letters in the clear: only a server on this machine is spoken to so. Use StartTls or Tls.").OnOneLine(), [nameof(Security)]);
        }
    }
}
