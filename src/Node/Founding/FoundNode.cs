using FluentValidation;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Founding;

/// <summary>Founds this node: its identity, what it says of itself, and the first person who looks after it. As typed, on the page or at the command line.</summary>
public sealed record FoundNode
{
    private const int LongestName = 200, LongestContact = 320;
    internal const string PrivacyOfficerMissing = "founding.privacy-officer-missing";
    private const string PrivacyContactMissing = "founding.privacy-contact-missing";

    /// <summary>The community's name in French; one of the two names is needed.</summary>
    public string? NameFr { get; init; }

    /// <summary>The community's name in English.</summary>
    public string? NameEn { get; init; }

    /// <summary>Code of its administrative region (<see cref="Regions"/>).</summary>
    public string? Region { get; init; }

    /// <summary>An address or telephone number where the public reaches the community; may be empty.</summary>
    public string? PublicContact { get; init; }

    /// <summary>The title of the person in charge of personal information, in French; one of the two titles is needed.</summary>
    public string? PrivacyOfficerTitleFr { get; init; }

    /// <summary>That title in English.</summary>
    public string? PrivacyOfficerTitleEn { get; init; }

    /// <summary>How to reach that person.</summary>
    public string? PrivacyOfficerContact { get; init; }

    /// <summary>The name the first person goes by.</summary>
    public string? PersonName { get; init; }

    /// <summary>Their email address.</summary>
    public string? PersonAddress { get; init; }

    /// <summary>The language of their mail: <c>fr</c> or <c>en</c>.</summary>
    public string? PersonLanguage { get; init; }

    /// <summary>The form's fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(NameFr), FoundingText.NameFr, FoundingText.NameHelp) { Longest = LongestName },
        new(nameof(NameEn), FoundingText.NameEn) { Longest = LongestName },
        new(nameof(Region), FoundingText.Region)
        {
            Kind = FieldKind.Choice,
            Missing = "founding.region-missing",
            AsList = true,
            Options = [.. Regions.All.Select(r => new Option(r.Code, r.Name))],
        },
        new(nameof(PublicContact), FoundingText.PublicContact, FoundingText.PublicContactHelp) { Longest = LongestContact },
        new(nameof(PrivacyOfficerTitleFr), FoundingText.PrivacyTitleFr, FoundingText.PrivacyTitleHelp) { Longest = LongestName },
        new(nameof(PrivacyOfficerTitleEn), FoundingText.PrivacyTitleEn) { Longest = LongestName },
        new(nameof(PrivacyOfficerContact), FoundingText.PrivacyContact) { Missing = PrivacyContactMissing, Longest = LongestContact },
        PersonForm.NameField with { Name = nameof(PersonName), Label = FoundingText.PersonName, Help = FoundingText.PersonNameHelp, Autocomplete = "name" },
        PersonForm.AddressField with { Name = nameof(PersonAddress), Label = FoundingText.PersonAddress, Help = FoundingText.PersonAddressHelp, Autocomplete = "email" },
        PersonForm.LanguageField with { Name = nameof(PersonLanguage) },
    ];
}

internal sealed class FoundNodeValidator : FormValidator<FoundNode>
{
    public FoundNodeValidator() : base(FoundNode.Fields)
    {
        RuleFor(c => c.NameFr).Must((c, name) => Readable.IsSeen(name) || Readable.IsSeen(c.NameEn)).WithErrorCode("founding.name-missing");
        RuleFor(c => c.PrivacyOfficerTitleFr).Must((c, title) => Readable.IsSeen(title) || Readable.IsSeen(c.PrivacyOfficerTitleEn)).WithErrorCode(FoundNode.PrivacyOfficerMissing);
    }
}
