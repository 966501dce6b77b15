using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>The letters that somebody wants, as they are ticked. A form without a tick binds no list.</summary>
public sealed record LettersForm
{
    /// <summary>Codes of the kinds that are wanted.</summary>
    public IReadOnlyList<string> Wanted { get; init => field = value ?? []; } = [];

    /// <summary>The one field.</summary>
    public static IReadOnlyList<FormField> Fields { get; } = [new(nameof(Wanted), NoticeText.Wanted, NoticeText.WantedHelp) { Kind = FieldKind.Checks, Options = NoticeCodes.Kinds }];

    /// <summary>What it must look like.</summary>
    public static FormValidator<LettersForm> Validator { get; } = new(Fields);

    /// <summary>The form that shows a member's choice again.</summary>
    public static LettersForm Of(Member member) => new() { Wanted = [.. NoticeCodes.Kinds.Select(k => k.Value).Except(member.DeclinedLetters)] };

    /// <summary>What is not wanted: kept rather than what is, so that a letter that is new is not missed by those who never saw the question.</summary>
    public IReadOnlyList<string> ToDeclined() => [.. NoticeCodes.Kinds.Select(k => k.Value).Except(Wanted)];
}
