using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>A version of the charter as it is typed.</summary>
public sealed record CharterForm
{
    /// <summary>Number of the version that the form began with.</summary>
    public string? Version { get; init; }

    /// <summary>The French side.</summary>
    public string? Fr { get; init; }

    /// <summary>The English side.</summary>
    public string? En { get; init; }

    /// <summary>What changed and why, in French.</summary>
    public string? NoteFr { get; init; }

    /// <summary>What changed and why, in English.</summary>
    public string? NoteEn { get; init; }

    /// <summary>The form's fields. A side has room for some fifteen printed pages.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Version), CharterText.Version) { Kind = FieldKind.Hidden },
        new(nameof(Fr), CharterText.French, CharterText.TextHelp) { Kind = FieldKind.Text, Missing = "charter.text-missing", Longest = 30_000, Rows = 20, Lang = Language.French },
        new(nameof(En), CharterText.English) { Kind = FieldKind.Text, Missing = "charter.text-missing", Longest = 30_000, Rows = 20, Lang = Language.English },
        new(nameof(NoteFr), CharterText.NoteFr, CharterText.NoteHelp) { Longest = 1000, Lang = Language.French },
        new(nameof(NoteEn), CharterText.NoteEn) { Longest = 1000, Lang = Language.English },
    ];

    /// <summary>The text.</summary>
    public CharterContent ToContent() => new(TypedText.Plain(Fr), TypedText.Plain(En));

    /// <summary>The note.</summary>
    public Bilingual ToNote() => new(TypedText.Line(NoteFr), TypedText.Line(NoteEn));
}

/// <summary>What the form of a charter has to look like: each field by itself, then the clauses of each side, then both sides beside each other.</summary>
public sealed class CharterValidator : FormValidator<CharterForm>
{
    private CharterValidator() : base(CharterForm.Fields)
    {
    }

    /// <summary>The one there is.</summary>
    public static CharterValidator Instance { get; } = new();

    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<Refusal> ErrorsOf(CharterForm form)
    {
        if (this.Errors(form) is { Count: > 0 } errors)
        {
            return errors;
        }

        var (fr, en) = (form.ToContent().Read(Language.French), form.ToContent().Read(Language.English));
        Refusal?[] sides = [OfSide(fr, nameof(CharterForm.Fr)), OfSide(en, nameof(CharterForm.En))];
        return sides.Any(s => s is not null) ? [.. sides.OfType<Refusal>()]
            : fr.Clauses.Count != en.Clauses.Count ? [Refusal.Of("charter.clauses-differ", nameof(CharterForm.En), fr.Clauses.Count, en.Clauses.Count)]
            : [];
    }

    private static Refusal? OfSide(CharterReading side, string field) =>
        side.Clauses.Count == 0 ? Refusal.Of("charter.clauses-missing", field)
        : side.Clauses.FirstOrDefault(c => c.Title.Length == 0 || c.Text.Length == 0) is { } empty ? Refusal.Of("charter.clause-empty", field, empty.Number)
        : null;
}
