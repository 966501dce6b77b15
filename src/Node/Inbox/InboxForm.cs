using FluentValidation;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.MailSetup;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Inbox;

/// <summary>The inbox as it is typed. It stands on a page with the mail server's form, whose names are others.</summary>
public sealed record InboxForm
{
    /// <summary>Which choice was on the page.</summary>
    public string? InboxVersion { get; init; }

    /// <summary>The server's name.</summary>
    public string? InboxHost { get; init; }

    /// <summary>Its port.</summary>
    public string? InboxPort { get; init; } = "993";

    /// <summary>How the connection is protected.</summary>
    public string? InboxSecurity { get; init; } = Options<MailSecurity>.CodeOf(MailSecurity.Tls);

    /// <summary>The user name there.</summary>
    public string? InboxUser { get; init; }

    /// <summary>The password there; nothing keeps the one that is known. Never shown.</summary>
    public string? InboxPassword { get; init; }

    /// <summary>The folder; nothing: INBOX.</summary>
    public string? InboxFolder { get; init; } = "INBOX";

    /// <summary>How often it is looked at, in minutes.</summary>
    public string? InboxMinutes { get; init; } = "5";

    /// <summary>How a connection can be protected.</summary>
    public static Options<MailSecurity> Securities { get; } = new()
    {
        { MailSecurity.Tls, InboxText.Tls },
        { MailSecurity.StartTls, InboxText.StartTls },
        { MailSecurity.None, MailSetupText.NoTls },
    };

    /// <summary>The fields, in the order in which providers list them.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(InboxHost), MailSetupText.Host, InboxText.HostHelp) { Missing = "inbox.host", Longest = 253, Accepts = typed => Uri.CheckHostName(typed.Trim()) != UriHostNameType.Unknown },
        new(nameof(InboxPort), MailSetupText.Port) { Kind = FieldKind.Number, Missing = "inbox.port", Least = 1, Most = 65535 },
        new(nameof(InboxSecurity), MailSetupText.Security) { Kind = FieldKind.Choice, Missing = "mail.security", Options = Securities },
        new(nameof(InboxUser), MailSetupText.User, MailSetupText.UserHelp) { Missing = "inbox.user", Longest = 254 },
        new(nameof(InboxPassword), MailSetupText.Password, MailSetupText.PasswordHelp) { Longest = 1000, Type = "password", Autocomplete = "new-password" },
        new(nameof(InboxFolder), InboxText.Folder, InboxText.FolderHelp) { Longest = 200 },
        new(nameof(InboxMinutes), InboxText.Minutes) { Kind = FieldKind.Number, Missing = "inbox.minutes", Least = 1, Most = 1440 },
    ];

    internal static FormValidator<InboxForm> Validator { get; } = new InboxValidator();

    /// <summary>The form that shows what holds; never the password.</summary>
    public static InboxForm Of(InboxOptions now) => !now.HasServer ? new() : new()
    {
        InboxHost = now.Host, InboxPort = Digits.Of(now.Port), InboxSecurity = Options<MailSecurity>.CodeOf(now.Security), InboxUser = now.User, InboxFolder = now.Folder, InboxMinutes = Digits.Of(now.EveryMinutes),
    };

    internal InboxOptions ToOptions(InboxOptions now) => now with
    {
        Host = InboxHost!.Trim(), Port = (int)Digits.Read(InboxPort)!, Security = Securities.ValueOf(InboxSecurity)!.Value, User = InboxUser!.Trim(),
        // A known password goes to the server it was typed for, and to no other.
        Password = InboxPassword is { Length: > 0 } typed ? typed : IsOf(now) ? now.Password : "",
        Folder = Readable.IsSeen(InboxFolder) ? InboxFolder!.Trim() : "INBOX", EveryMinutes = (int)Digits.Read(InboxMinutes)!,
    };

    private bool IsOf(InboxOptions now) => now.HasServer && string.Equals(now.Host, InboxHost!.Trim(), StringComparison.OrdinalIgnoreCase) && now.User == InboxUser!.Trim();

    private sealed class InboxValidator : FormValidator<InboxForm>
    {
        public InboxValidator() : base(Fields) =>
            RuleFor(f => f.InboxSecurity).Must((form, security) => Securities.ValueOf(security) != MailSecurity.None || MailOptions.IsHere(form.InboxHost?.Trim() ?? ""))
                .WithErrorCode("mail.in-the-clear");
    }
}
