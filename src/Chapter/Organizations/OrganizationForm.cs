using FluentValidation;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Organizations;

/// <summary>An organization as it is typed.</summary>
public sealed record OrganizationForm
{
    /// <summary>The name that it goes by.</summary>
    public string? Name { get; init; }

    /// <summary>Code of its kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Code of its region; empty where it has no one region.</summary>
    public string? Region { get; init; }

    /// <summary>What it does, in French.</summary>
    public string? DescriptionFr { get; init; }

    /// <summary>What it does, in English.</summary>
    public string? DescriptionEn { get; init; }

    /// <summary>Its web site.</summary>
    public string? WebAddress { get; init; }

    /// <summary>The kinds there are.</summary>
    public static Options<OrganizationKind> Kinds { get; } = new()
    {
        { OrganizationKind.PublicEstablishment, new("Établissement public", "Public establishment") },
        { OrganizationKind.CommunityOrganization, new("Organisme communautaire", "Community organization") },
        { OrganizationKind.PeerRun, new("Organisme géré par des pairs", "Peer-run organization") },
        { OrganizationKind.FamilyAssociation, new("Association de proches", "Family association") },
        { OrganizationKind.University, new("Université, cégep ou centre de recherche", "University, college or research centre") },
        { OrganizationKind.Ministry, new("Ministère ou organisme public", "Ministry or public body") },
        { OrganizationKind.Other, new("Autre", "Other") },
    };

    /// <summary>The regions there are.</summary>
    public static IReadOnlyList<Option> AllRegions { get; } = [.. Regions.All.Select(r => new Option(r.Code, r.Name))];

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Name), OrganizationText.Name, OrganizationText.NameHelp) { Missing = "organization.name-missing", Longest = 120 },
        new(nameof(Kind), OrganizationText.Kind) { Kind = FieldKind.Choice, AsList = true, Options = Kinds, Missing = "organization.kind-missing" },
        new(nameof(Region), OrganizationText.Region, OrganizationText.RegionHelp) { Kind = FieldKind.Choice, AsList = true, Options = AllRegions },
        new(nameof(DescriptionFr), OrganizationText.DescriptionFr, OrganizationText.DescriptionHelp) { Kind = FieldKind.Text, Rows = 3, Longest = 1000, Lang = Language.French },
        new(nameof(DescriptionEn), OrganizationText.DescriptionEn) { Kind = FieldKind.Text, Rows = 3, Longest = 1000, Lang = Language.English },
        new(nameof(WebAddress), OrganizationText.WebAddress, OrganizationText.WebAddressHelp) { Kind = FieldKind.Link },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(OrganizationForm form) => new Validator().Errors(form);

    /// <summary>The form that shows an organization again.</summary>
    public static OrganizationForm Of(OrganizationContent content) => new()
    {
        Name = content.Name,
        Kind = Options<OrganizationKind>.CodeOf(content.Kind),
        Region = content.Region,
        DescriptionFr = content.Description.Fr,
        DescriptionEn = content.Description.En,
        WebAddress = content.WebAddress,
    };

    /// <summary>What it says; only of a form in which nothing is wrong.</summary>
    public OrganizationContent ToContent() => new()
    {
        Name = TypedText.Line(Name),
        Kind = Kinds.ValueOf(Kind)!.Value,
        Region = Region ?? "",
        Description = new(TypedText.Plain(DescriptionFr), TypedText.Plain(DescriptionEn)),
        WebAddress = TypedText.Plain(WebAddress),
    };

    private sealed class Validator : FormValidator<OrganizationForm>
    {
        public Validator() : base(Fields) =>
            RuleFor(f => f.Name).Must(name => !Readable.IsSeen(name) || Organization.Likeness(name).Length > 0).WithErrorCode("organization.name-missing");
    }
}
