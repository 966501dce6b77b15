using FluentValidation;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>A version of the charter as it is typed.</summary>
public sealed record CharterForm
{
    /// <summary>The French side.</summary>
    public string? Fr { get; init; }

    /// <summary>The English side.</summary>
    public string? En { get; init; }

    /// <summary>What changed and why, in French.</summary>
    public string? NoteFr { get; init; }

    /// <summary>What changed and why, in English.</summary>
    public string? NoteEn { get; init; }

    /// <summary>The text.</summary>
    public CharterContent ToText() => new(TypedText.Plain(Fr), TypedText.Plain(En));

    /// <summary>The note.</summary>
    public Bilingual ToNote() => new(TypedText.Plain(NoteFr), TypedText.Plain(NoteEn));
}

/// <summary>What the form of a charter has to look like.</summary>
public sealed class CharterValidator : AbstractValidator<CharterForm>
{
    /// <summary>The longest side, in characters: some fifteen printed pages.</summary>
    public const int LongestText = 30_000;

    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 1000;

    /// <summary>The one there is.</summary>
    public static CharterValidator Instance { get; } = new();

    private CharterValidator()
    {
        Side(RuleFor(f => f.Fr), f => f.ToText().Read(Language.French));
        Side(RuleFor(f => f.En), f => f.ToText().Read(Language.English));
        Note(RuleFor(f => f.NoteFr));
        Note(RuleFor(f => f.NoteEn));
    }

    /// <summary>All that is wrong, with both sides held against each other.</summary>
    public IReadOnlyList<Refusal> FaultsOf(CharterForm form)
    {
        var faults = this.Faults(form);
        var (fr, en) = (form.ToText().Read(Language.French).Clauses.Count, form.ToText().Read(Language.English).Clauses.Count);
        return faults.Count > 0 || fr == en ? faults : [Refusal.Of(CharterRefusals.ClausesDiffer, nameof(CharterForm.En), fr, en)];
    }

    private static void Side(IRuleBuilderInitial<CharterForm, string?> side, Func<CharterForm, CharterReading> read) => side.Cascade(CascadeMode.Stop)
        .Must(TypedText.IsWritten).WithErrorCode(CharterRefusals.TextMissing)
        .Must(t => TypedText.Length(t) <= LongestText).WithErrorCode(CharterRefusals.TooLong).WithState(_ => LongestText)
        .Must(Readable.IsText).WithErrorCode(CharterRefusals.Unreadable)
        .Must((form, _) => read(form).Clauses.Count > 0).WithErrorCode(CharterRefusals.ClausesMissing)
        .Must((form, _) => EmptyClause(read(form)) is null).WithErrorCode(CharterRefusals.ClauseEmpty).WithState(form => (object?)EmptyClause(read(form)));

    private static void Note(IRuleBuilderInitial<CharterForm, string?> note) => note.Cascade(CascadeMode.Stop)
        .Must(t => TypedText.Length(t) <= LongestNote).WithErrorCode(CharterRefusals.TooLong).WithState(_ => LongestNote)
        .Must(Readable.IsText).WithErrorCode(CharterRefusals.Unreadable);

    private static int? EmptyClause(CharterReading side) => side.Clauses.FirstOrDefault(c => c.Title.Length == 0 || c.Text.Length == 0)?.Number;
}
