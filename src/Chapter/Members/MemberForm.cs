using RecoveryCoP.Node.Web.Forms;
using FluentValidation;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What one says of oneself, as it is typed and ticked.</summary>
public sealed record MemberForm
{
    /// <summary>The organisation.</summary>
    public string? Affiliation { get; init; }

    /// <summary>The line.</summary>
    public string? TalkAbout { get; init; }

    /// <summary>How one likes to take part; empty for not saying.</summary>
    public string? Mode { get; init; }

    /// <summary>The mail wanted.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What others see.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>The groups declared.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>That the consent's box is ticked.</summary>
    public string? Agrees { get; init; }

    /// <summary>The form that shows a saved member again.</summary>
    public static MemberForm Of(Member member) => new()
    {
        Affiliation = member.Profile.Affiliation,
        TalkAbout = member.Profile.TalkAbout,
        Mode = member.Profile.Mode,
        Notices = member.Profile.Notices,
        Shown = [.. Ticked(member.Shown)],
        Groups = member.Groups,
    };

    /// <summary>What is said; only of a form in which <see cref="MemberValidator"/> found nothing wrong.</summary>
    public MemberProfile ToProfile() => new()
    {
        Affiliation = TypedText.Plain(Affiliation),
        TalkAbout = TypedText.Plain(TalkAbout),
        Mode = Mode ?? "",
        Notices = Chosen(MemberCodes.Notices, Notices),
    };

    /// <summary>What others see.</summary>
    public ShownParts ToShown() => new(Shown.Contains("name"), Shown.Contains("affiliation"), Shown.Contains("talk-about"));

    /// <summary>The groups, in the order of the list.</summary>
    public IReadOnlyList<string> ToGroups() => Chosen(MemberCodes.Groups, Groups);

    private static IReadOnlyList<string> Chosen(IReadOnlyList<Option> list, IReadOnlyList<string> codes) => [.. list.Select(c => c.Value).Where(codes.Contains)];

    private static IEnumerable<string> Ticked(ShownParts shown)
    {
        if (shown.Name)
        {
            yield return "name";
        }

        if (shown.Affiliation)
        {
            yield return "affiliation";
        }

        if (shown.TalkAbout)
        {
            yield return "talk-about";
        }
    }
}

/// <summary>What the form has to look like.</summary>
public sealed class MemberValidator : AbstractValidator<MemberForm>
{
    /// <summary>The longest organisation's name, in characters.</summary>
    public const int LongestAffiliation = 120;

    /// <summary>The longest line, in characters.</summary>
    public const int LongestTalkAbout = 200;

    /// <summary>The one there is.</summary>
    public static MemberValidator Instance { get; } = new();

    private MemberValidator()
    {
        Line(RuleFor(f => f.Affiliation), LongestAffiliation);
        Line(RuleFor(f => f.TalkAbout), LongestTalkAbout);
        RuleFor(f => f.Mode).Must(m => string.IsNullOrEmpty(m) || MemberCodes.Modes.Has(m)).WithErrorCode("member.choice-unknown");
        Codes(RuleFor(f => f.Notices), MemberCodes.Notices);
        Codes(RuleFor(f => f.Shown), MemberCodes.Shown);
        Codes(RuleFor(f => f.Groups), MemberCodes.Groups);
    }

    private static void Line(IRuleBuilderInitial<MemberForm, string?> line, int longest) => line.Cascade(CascadeMode.Stop)
        .Must(t => TypedText.Length(t) <= longest).WithErrorCode("member.too-long").WithState(_ => longest)
        .Must(TypedText.IsLine).WithErrorCode("member.unreadable");

    private static void Codes(IRuleBuilderInitial<MemberForm, IReadOnlyList<string>> codes, IReadOnlyList<Option> list) =>
        codes.Must(chosen => chosen.All(c => list.Has(c))).WithErrorCode("member.choice-unknown");
}
