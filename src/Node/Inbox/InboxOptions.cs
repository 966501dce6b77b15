using System.ComponentModel.DataAnnotations;
using RecoveryCoP.Node.Mail;

namespace RecoveryCoP.Node.Inbox;

/// <summary>The mailbox in which calendar replies and returned letters arrive: that of the sender's address. Section <c>Inbox</c>.</summary>
public sealed record InboxOptions : IValidatableObject
{
    /// <summary>The IMAP server's name, e.g. <c>imap.example.org</c>. Default: none; nothing is read, and nobody can answer from a calendar.</summary>
    [StringLength(253)]
    public string Host { get; init; } = "";

    /// <summary>Its port. Default: 993.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 993;

    /// <summary>How the connection is protected. Default: Tls.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.Tls;

    /// <summary>The user name at the server.</summary>
    [StringLength(254)]
    public string User { get; init; } = "";

    /// <summary>The password at the server.</summary>
    [StringLength(1000)]
    public string Password { get; init; } = "";

    /// <summary>The folder that is read. Default: INBOX.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string Folder { get; init; } = "INBOX";

    /// <summary>How long between two looks, in minutes. Default: 5.</summary>
    [Range(1, 1440)]
    public int EveryMinutes { get; init; } = 5;

    /// <summary>How long the server may take for an answer, in seconds. Default: 60.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>True when there is a mailbox to read.</summary>
    internal bool HasServer => Host.Length > 0;

    /// <summary>Which mailbox it is: another one is read from its beginning.</summary>
    internal string Mailbox => $"{User}@{Host}/{Folder}";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security == MailSecurity.None && HasServer && !MailOptions.IsHere(Host))
        {
            yield return new ValidationResult(
                new Text("ferait lire les courriels des gens en clair\u00a0: on ne parle ainsi qu’à un serveur de cette machine. Utilisez StartTls ou Tls.", "would read people’s letters in the clear: only a server on this machine is spoken to so. Use StartTls or Tls.").OnOneLine(), [nameof(Security)]);
        }

        if (HasServer && User.Length == 0)
        {
            yield return new ValidationResult(new Text("manque\u00a0: une boîte de réception est à quelqu’un.", "is missing: a mailbox belongs to somebody.").OnOneLine(), [nameof(User)]);
        }
    }
}

/// <summary>The inbox that holds now. The settings file and the environment come first; where they name no server, what somebody chose on the page.</summary>
public sealed class CurrentInbox
{
    private readonly InboxOptions file;
    private volatile InboxOptions chosen;

    /// <summary>Begins with what the settings file and the environment say.</summary>
    public CurrentInbox(InboxOptions file) => this.file = chosen = file;

    /// <summary>What holds.</summary>
    public InboxOptions Options => chosen;

    /// <summary>True when there is a mailbox to read: only then can people answer from their calendars.</summary>
    public bool IsSetUp => chosen.HasServer;

    /// <summary>True when the settings file or the environment names the server: nobody changes it on a page.</summary>
    public bool IsFixed => file.HasServer;

    /// <summary>Takes a mailbox that was chosen on the page; null: none any more.</summary>
    internal void Choose(Func<InboxOptions, InboxOptions>? inbox) => chosen = inbox is null || IsFixed ? file : inbox(file);
}
