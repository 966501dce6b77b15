using FluentValidation;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.MailSetup;

/// <summary>The mail server as it is typed.</summary>
public sealed record MailSetupForm
{
    /// <summary>Which choice was on the page.</summary>
    public string? Version { get; init; }

    /// <summary>Its name.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public string? Port { get; init; } = "587";

    /// <summary>How the connection is protected.</summary>
    public string? Security { get; init; } = Options<MailSecurity>.CodeOf(MailSecurity.StartTls);

    /// <summary>The user name there.</summary>
    public string? User { get; init; }

    /// <summary>The password there; nothing keeps the one that is known. Never shown.</summary>
    public string? Password { get; init; }

    /// <summary>The address that letters are from; nothing: the user name.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>The most letters a day.</summary>
    public string? MostPerDay { get; init; } = "500";

    /// <summary>How a connection can be protected.</summary>
    public static Options<MailSecurity> Securities { get; } = new()
    {
        { MailSecurity.StartTls, MailSetupText.StartTls },
        { MailSecurity.Tls, MailSetupText.Tls },
        { MailSecurity.None, MailSetupText.NoTls },
    };

    /// <summary>The fields, in the order in which providers list them.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Host), MailSetupText.Host, MailSetupText.HostHelp) { Missing = "mail.host", Longest = 253, Accepts = typed => Uri.CheckHostName(typed.Trim()) != UriHostNameType.Unknown },
        new(nameof(Port), MailSetupText.Port) { Kind = FieldKind.Number, Missing = "mail.port", Least = 1, Most = 65535 },
        new(nameof(Security), MailSetupText.Security) { Kind = FieldKind.Choice, Missing = "mail.security", Options = Securities },
        new(nameof(User), MailSetupText.User, MailSetupText.UserHelp) { Longest = 254 },
        new(nameof(Password), MailSetupText.Password, MailSetupText.PasswordHelp) { Longest = 1000, Type = "password", Autocomplete = "new-password" },
        new(nameof(SenderAddress), MailSetupText.Sender, MailSetupText.SenderHelp) { Longest = EmailAddress.MaxLength, Type = "email" },
        new(nameof(MostPerDay), MailSetupText.MostPerDay, MailSetupText.MostPerDayHelp) { Kind = FieldKind.Number, Missing = "mail.most", Least = 1, Most = 1_000_000 },
    ];

    internal static FormValidator<MailSetupForm> Validator { get; } = new MailSetupValidator();

    /// <summary>The form that shows what holds; never the password.</summary>
    public static MailSetupForm Of(MailOptions now) => !now.HasServer ? new() : new()
    {
        Host = now.Host, Port = Digits.Of(now.Port), Security = Options<MailSecurity>.CodeOf(now.Security), User = now.User, SenderAddress = now.SenderAddress, MostPerDay = Digits.Of(now.MostPerDay),
    };

    internal MailOptions ToOptions(MailOptions now) => now with
    {
        Host = Host!.Trim(), Port = (int)Digits.Read(Port)!, Security = Securities.ValueOf(Security)!.Value, User = User?.Trim() ?? "",
        // A known password goes to the server it was typed for, and to no other.
        Password = Password is { Length: > 0 } typed ? typed : IsOf(now) ? now.Password : "",
        SenderAddress = EmailAddress.Parse(SenderAddress)?.Value, MostPerDay = (int)Digits.Read(MostPerDay)!,
    };

    internal bool IsOf(MailOptions now) => now.HasServer && string.Equals(now.Host, Host?.Trim(), StringComparison.OrdinalIgnoreCase) && now.User == (User?.Trim() ?? "");

    private sealed class MailSetupValidator : FormValidator<MailSetupForm>
    {
        public MailSetupValidator() : base(Fields)
        {
            RuleFor(f => f.Security).Must((form, security) => Securities.ValueOf(security) != MailSecurity.None || MailOptions.IsHere(form.Host?.Trim() ?? ""))
                .WithErrorCode("mail.in-the-clear");
            RuleFor(f => f.SenderAddress).Must(typed => !Readable.IsSeen(typed) || EmailAddress.Parse(typed) is not null).WithErrorCode("account.address-invalid");
        }
    }
}
