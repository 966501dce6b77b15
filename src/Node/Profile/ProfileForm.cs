using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Profile;

/// <summary>What a node says of itself, as typed.</summary>
public sealed record ProfileForm
{
    // As the wire has it: federation/v1, NodeProfileContent.
    private const int LongestDescription = 2000, LongestWebAddress = 500;

    /// <summary>The name in French; one of the two is needed.</summary>
    public string? NameFr { get; set; }

    /// <summary>The name in English.</summary>
    public string? NameEn { get; set; }

    /// <summary>What it is and for whom, in French; may be empty.</summary>
    public string? DescriptionFr { get; set; }

    /// <summary>The same in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Code of its administrative region.</summary>
    public string? Region { get; set; }

    /// <summary>Codes of the languages it works in.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>How the public reaches it; may be empty.</summary>
    public string? PublicContact { get; set; }

    /// <summary>Its web site elsewhere; may be empty.</summary>
    public string? WebAddress { get; set; }

    /// <summary>Title of the person in charge of personal information, in French; one of the two is needed.</summary>
    public string? PrivacyOfficerTitleFr { get; set; }

    /// <summary>The same in English.</summary>
    public string? PrivacyOfficerTitleEn { get; set; }

    /// <summary>How to reach that person.</summary>
    public string? PrivacyOfficerContact { get; set; }

    /// <summary>What it said when the form was opened: whoever saves has seen what they replace.</summary>
    public string? Version { get; set; }

    /// <summary>Its fields: what founding asked, and what can be added once there is somebody to say it.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        Founded(nameof(NameFr)),
        Founded(nameof(NameEn)),
        new(nameof(DescriptionFr), ProfileText.DescriptionFr, ProfileText.DescriptionHelp) { Kind = FieldKind.Text, Longest = LongestDescription, Lang = Language.French },
        new(nameof(DescriptionEn), ProfileText.DescriptionEn) { Kind = FieldKind.Text, Longest = LongestDescription, Lang = Language.English },
        Founded(nameof(Region)),
        new(nameof(Languages), ProfileText.Languages, ProfileText.LanguagesHelp) { Kind = FieldKind.Checks, Options = NetworkCodes.Languages, Expected = true },
        Founded(nameof(PublicContact)),
        new(nameof(WebAddress), ProfileText.WebAddress, ProfileText.WebAddressHelp) { Kind = FieldKind.Link },
        Founded(nameof(PrivacyOfficerTitleFr)),
        Founded(nameof(PrivacyOfficerTitleEn)),
        Founded(nameof(PrivacyOfficerContact)),
    ];

    /// <summary>What is wrong with a form.</summary>
    public static IReadOnlyList<Refusal> Errors(ProfileForm form) => new Validator().Errors(form);

    /// <summary>As it stands.</summary>
    public static ProfileForm Of(OwnProfile said) => new()
    {
        NameFr = said.Name.Fr,
        NameEn = said.Name.En,
        DescriptionFr = said.Description.Fr,
        DescriptionEn = said.Description.En,
        Region = said.Region,
        Languages = said.Languages,
        PublicContact = said.PublicContact,
        WebAddress = said.WebAddress,
        PrivacyOfficerTitleFr = said.PrivacyOfficerTitle.Fr,
        PrivacyOfficerTitleEn = said.PrivacyOfficerTitle.En,
        PrivacyOfficerContact = said.PrivacyOfficerContact,
        Version = VersionOf(said),
    };

    /// <summary>Tells what is said from what was said before: a hash, since a profile is signed anew each week without saying anything else.</summary>
    public static string VersionOf(OwnProfile said) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said)))[..32];

    /// <summary>As it goes out.</summary>
    internal NodeProfileContent ToContent() => new()
    {
        NameFr = TypedText.Line(NameFr),
        NameEn = TypedText.Line(NameEn),
        DescriptionFr = TypedText.Plain(DescriptionFr),
        DescriptionEn = TypedText.Plain(DescriptionEn),
        PublicContact = TypedText.Plain(PublicContact),
        WebAddress = TypedText.Plain(WebAddress),
        PrivacyOfficerTitleFr = TypedText.Line(PrivacyOfficerTitleFr),
        PrivacyOfficerTitleEn = TypedText.Line(PrivacyOfficerTitleEn),
        PrivacyOfficerContact = TypedText.Plain(PrivacyOfficerContact),
    };

    private static FormField Founded(string name) => FoundNode.Fields.Single(f => f.Name == name);

    private sealed class Validator : FormValidator<ProfileForm>
    {
        public Validator() : base(Fields)
        {
            RuleFor(c => c.NameFr).Must((c, name) => Readable.IsSeen(name) || Readable.IsSeen(c.NameEn)).WithErrorCode("founding.name-missing");
            RuleFor(c => c.PrivacyOfficerTitleFr).Must((c, title) => Readable.IsSeen(title) || Readable.IsSeen(c.PrivacyOfficerTitleEn)).WithErrorCode(FoundNode.PrivacyOfficerMissing);
            RuleFor(c => c.Languages).Must(codes => codes.Count > 0).WithErrorCode("profile.languages-missing");
            RuleFor(c => c.WebAddress).Must(address => TypedText.Length(address) <= LongestWebAddress).WithErrorCode(FormRefusals.TooLong)
                .WithState(c => new object[] { LongestWebAddress, TypedText.Length(c.WebAddress) - LongestWebAddress });
        }
    }
}
