using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What one says of oneself, as it is typed and ticked. A form without a tick binds no list.</summary>
public sealed record MemberForm
{
    /// <summary>The line.</summary>
    public string? TalkAbout { get; init; }

    /// <summary>What others see.</summary>
    public IReadOnlyList<string> Shown { get; init => field = value ?? []; } = [];

    /// <summary>How one likes to take part; empty for not saying.</summary>
    public string? Mode { get; init; }

    /// <summary>The groups declared.</summary>
    public IReadOnlyList<string> Groups { get; init => field = value ?? []; } = [];

    /// <summary>That the consent's box is ticked.</summary>
    public string? Agrees { get; init; }

    /// <summary>What one says, and what others see of it.</summary>
    public static IReadOnlyList<FormField> ProfileFields { get; } =
    [
        new(nameof(TalkAbout), MemberText.TalkAbout, MemberText.TalkAboutHelp) { Longest = 200 },
        new(nameof(Shown), MemberText.Shown, MemberText.ShownHelp) { Kind = FieldKind.Checks, Options = MemberCodes.Shown },
        new(nameof(Mode), MemberText.Mode) { Kind = FieldKind.Choice, Options = MemberCodes.Modes, AsList = true },
    ];

    /// <summary>The groups; the consent's box stands beside its text.</summary>
    public static IReadOnlyList<FormField> GroupFields { get; } = [new(nameof(Groups), MemberText.Groups) { Kind = FieldKind.Checks, Options = NetworkCodes.Groups }];

    /// <summary>What it must look like.</summary>
    public static FormValidator<MemberForm> Validator { get; } = new([.. ProfileFields, .. GroupFields]);

    /// <summary>The form that shows a saved member again.</summary>
    public static MemberForm Of(Member member) => new()
    {
        TalkAbout = member.Profile.TalkAbout,
        Mode = member.Profile.Mode,
        Shown = [.. new[] { (member.Shown.Name, "name"), (member.Shown.Affiliation, "affiliation"), (member.Shown.TalkAbout, "talk-about") }.Where(s => s.Item1).Select(s => s.Item2)],
        Groups = member.Groups,
    };

    /// <summary>What is said; only of a form in which <see cref="Validator"/> found nothing wrong.</summary>
    public MemberProfile ToProfile() => new()
    {
        TalkAbout = TypedText.Line(TalkAbout),
        Mode = Mode ?? "",
    };

    /// <summary>What others see.</summary>
    public ShownParts ToShown() => new(Shown.Contains("name"), Shown.Contains("affiliation"), Shown.Contains("talk-about"));

    /// <summary>The groups, in the order of the list.</summary>
    public IReadOnlyList<string> ToGroups() => NetworkCodes.Groups.Chosen(Groups);
}
