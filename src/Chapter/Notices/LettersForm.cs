using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>The letters that somebody wants, as they are ticked. A form without a tick binds no list.</summary>
public sealed record LettersForm
{
    /// <summary>Codes of the kinds that are wanted.</summary>
    public IReadOnlyList<string> Wanted { get; init => field = value ?? []; } = [];

    /// <summary>Ticked when the community's name may stand on them.</summary>
    public string? NamedSender { get; init; }

    /// <summary>Ticked when files go with them.</summary>
    public string? FilesAttached { get; init; }

    /// <summary>Which, from whom, and with what.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Wanted), NoticeText.Wanted, NoticeText.WantedHelp) { Kind = FieldKind.Checks, Options = NoticeCodes.Kinds },
        new(nameof(NamedSender), NoticeText.NamedSender, NoticeText.NamedSenderHelp) { Kind = FieldKind.Tick },
        new(nameof(FilesAttached), NoticeText.FilesAttached, NoticeText.FilesAttachedHelp) { Kind = FieldKind.Tick },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<LettersForm> Validator { get; } = new(Fields);

    /// <summary>The form that shows a member's choice again.</summary>
    public static LettersForm Of(Member member) => new()
    {
        Wanted = [.. NoticeCodes.Kinds.Values.Where(k => k.IsWantedBy(member)).Select(NoticeCodes.CodeOf)],
        NamedSender = member.HasNamedSender ? "on" : null,
        FilesAttached = member.HasFilesAttached ? "on" : null,
    };

    /// <summary>The operation that stores what was ticked. What everybody gets is kept as what is not wanted, so that a letter that is new is not missed by those who never saw the question.</summary>
    public ChooseLetters ToOperation(Actor reader)
    {
        var asked = NoticeCodes.OnlyIfAsked.Select(NoticeCodes.CodeOf).ToList();
        return new(reader, [.. NoticeCodes.Kinds.Select(k => k.Value).Except(asked).Except(Wanted)], [.. asked.Intersect(Wanted)], NamedSender is not null, FilesAttached is not null);
    }
}
