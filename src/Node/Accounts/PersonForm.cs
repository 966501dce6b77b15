using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Accounts;

/// <summary>What a person is asked, or asked about somebody: the same fields and limits for founding, adding, joining and one's own page.</summary>
public sealed record PersonForm
{
    /// <summary>The name they go by.</summary>
    public string? Name { get; init; }

    /// <summary>Their email address.</summary>
    public string? Address { get; init; }

    /// <summary>The language of their mail: <c>fr</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>A name or pseudonym.</summary>
    public static FormField NameField { get; } = new(nameof(Name), AccountText.YourName) { Missing = "account.name-missing", Longest = 80, Autocomplete = "nickname" };

    /// <summary>One email address.</summary>
    public static FormField AddressField { get; } = new(nameof(Address), AccountText.Address)
    {
        Missing = "account.address-invalid",
        Accepts = typed => EmailAddress.Parse(typed) is not null,
        Type = "email",
    };

    /// <summary>French or English.</summary>
    public static FormField LanguageField { get; } = new(nameof(Language), AccountText.Language)
    {
        Kind = FieldKind.Choice,
        Missing = "account.language-missing",
        Options = [new("fr", AccountText.French), new("en", AccountText.English)],
    };
}
