using FluentValidation;
using RecoveryCoP.Node.Accounts;

namespace RecoveryCoP.Node.Founding;

/// <summary>Founds this node: its identity, what it says of itself, and the first person who looks after it.</summary>
public sealed record FoundNode
{
    /// <summary>The community's name in French; one of the two names is needed.</summary>
    public string NameFr { get; init; } = "";

    /// <summary>The community's name in English.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>Code of its administrative region (<see cref="Regions"/>).</summary>
    public string Region { get; init; } = "";

    /// <summary>An address or telephone number where the public reaches the community; may be empty.</summary>
    public string PublicContact { get; init; } = "";

    /// <summary>The title of the person in charge of personal information.</summary>
    public string PrivacyOfficerTitle { get; init; } = "";

    /// <summary>How to reach that person.</summary>
    public string PrivacyOfficerContact { get; init; } = "";

    /// <summary>The name the first person goes by.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>Their e-mail address.</summary>
    public string PersonAddress { get; init; } = "";

    /// <summary>The language of their mail: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fr";
}

internal sealed class FoundNodeValidator : AbstractValidator<FoundNode>
{
    private const int LongestName = 200;
    private const int LongestContact = 320;

    public FoundNodeValidator()
    {
        RuleFor(c => c.NameFr).Must((c, name) => !string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(c.NameEn)).WithErrorCode("founding.name-missing");
        Line(c => c.NameFr, LongestName);
        Line(c => c.NameEn, LongestName);
        RuleFor(c => c.Region).Must(code => Regions.NameOf(Regions.Scheme, code) is not null).WithErrorCode("founding.region-missing");
        Line(c => c.PublicContact, LongestContact);
        RuleFor(c => c.PrivacyOfficerTitle).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("founding.privacy-officer-missing");
        Line(c => c.PrivacyOfficerTitle, LongestContact);
        RuleFor(c => c.PrivacyOfficerContact).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("founding.privacy-officer-missing");
        Line(c => c.PrivacyOfficerContact, LongestContact);
        RuleFor(c => c.PersonName).Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("founding.person-missing");
        Line(c => c.PersonName, 80);
        RuleFor(c => c.PersonAddress).Must(a => EmailAddress.Parse(a) is not null).WithErrorCode("account.address-invalid");
        RuleFor(c => c.Language).Must(t => t is "fr" or "en").WithErrorCode("account.language-missing");
    }

    private void Line(System.Linq.Expressions.Expression<Func<FoundNode, string>> field, int longest) => RuleFor(field)
        .Must(t => t.Length <= longest && !t.Any(char.IsControl)).WithErrorCode("founding.line-unusable").WithState(_ => longest);
}
