using FluentValidation;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A practice as it is typed: strings only, one for each of <see cref="Fields"/>, nothing understood yet.</summary>
public sealed record PracticeForm
{
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public string? Text { get; init; }
    public string? Context { get; init; }
    public string? WhatWasDone { get; init; }
    public string? WhoWasInvolved { get; init; }
    public string? Results { get; init; }
    public string? Lessons { get; init; }
    public string? Conditions { get; init; }
    public string? WhoCanLead { get; init; }
    public string? Duration { get; init; }
    public string? Sources { get; init; }
    public string? Contact { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Chime { get; init; } = [];
    public IReadOnlyList<string> Settings { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public string? Cost { get; init; }
    public string? TranslationOf { get; init; }
    public string? Credit { get; init; } = "chapter";
    public string? CreditName { get; init; }
    public string? Licence { get; init; } = "CC-BY-4.0";
    public IReadOnlyList<string> AdaptedParts { get; init; } = [];
    public IReadOnlyList<string> AdaptationKinds { get; init; } = [];
    public string? AdaptationHeart { get; init; }
    public string? AdaptationReason { get; init; }
    public string? AdaptationPhase { get; init; }
    public string? AdaptationPlan { get; init; }
    public IReadOnlyList<string> AdaptationDeciders { get; init; } = [];
    public IReadOnlyList<string> AdaptationLevels { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>The fields, in the order in which they are asked.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        PracticeFields.Title, PracticeFields.Summary, .. PracticeFields.Parts,
        .. PracticeFields.About,
        new(nameof(TranslationOf), new("Traduction de", "Translation of"), new("Seulement si ce texte en traduit un autre de notre communauté.", "Only if this text translates another one of our community.")) { Kind = FieldKind.Choice, AsList = true },
        .. PracticeFields.Rights,
    ];

    /// <summary>The form that shows a saved practice again.</summary>
    public static PracticeForm Of(PracticeContent content, PracticeFacts facts) => FormValues<PracticeForm>.With(
        new PracticeForm { Language = facts.Language, TranslationOf = facts.TranslationOf?.ToString() },
        [
            .. PracticeFields.Written.Select(f => KeyValuePair.Create(f.Name, (object?)WireFields.Text(content, f))),
            .. PracticeFields.Chosen.Where(f => f.Name != nameof(Language)).Select(f => KeyValuePair.Create(f.Name, f.Kind == FieldKind.Checks ? (object?)facts.Of(f.Name) : facts.Of(f.Name) is [var one, ..] ? one : null)),
        ]);

    /// <summary>What was written, as the network's message.</summary>
    public PracticeContent ToContent()
    {
        var content = new PracticeContent();
        foreach (var field in PracticeFields.Written)
        {
            var typed = FormValues<PracticeForm>.One(this, field.Name);
            WireFields.Put(content, field, [field.Kind == FieldKind.Line ? TypedText.Line(typed) : TypedText.Plain(typed)]);
        }

        return content;
    }

    /// <summary>What was chosen; only of a form in which <see cref="PracticeValidator"/> found nothing wrong.</summary>
    public PracticeFacts ToFacts() => new()
    {
        Language = Language!,
        TranslationOf = Guid.TryParse(TranslationOf, out var original) ? original : null,
        Choices = PracticeFields.Chosen.Where(f => f.Name != nameof(Language)).Select(f => (f.Name, Codes: f.Options.Chosen(CodesOf(f)))).Where(c => c.Codes.Count > 0).ToDictionary(c => c.Name, c => c.Codes),
    };

    private IReadOnlyList<string> CodesOf(FormField field) =>
        field.Kind == FieldKind.Checks ? FormValues<PracticeForm>.Many(this, field.Name) : [FormValues<PracticeForm>.One(this, field.Name) ?? ""];
}

/// <summary>
/// What a form must look like before anybody decides on it. The limits are the network's (<see cref="PayloadLimits"/>): what a chapter keeps, it can
/// also send.
/// </summary>
public sealed class PracticeValidator : FormValidator<PracticeForm>
{
    private PracticeValidator(params FormField[] more) : base([.. more, .. PracticeForm.Fields, PracticeFields.Note])
    {
        RuleFor(f => f.Text).Must((f, text) => TypedText.IsWritten(text) || TypedText.IsWritten(f.WhatWasDone)).WithErrorCode("practice.text-missing");
        RuleFor(f => f.Text).Must((f, _) => SizeOf(f) <= PayloadLimits.ContentBytes)
            .WithErrorCode("practice.too-large").WithState(f => new object[] { KiB(SizeOf(f)), KiB(PayloadLimits.ContentBytes) });
        RuleFor(f => f.TranslationOf).Must(t => string.IsNullOrEmpty(t) || Guid.TryParse(t, out _)).WithErrorCode(FormRefusals.ChoiceUnknown);
        RuleFor(f => f.CreditName).Must(TypedText.IsWritten).When(f => f.Credit is "named" or "pseudonym").WithErrorCode("practice.credit-name-missing");
        // A name beside "credited to the chapter" is a name whose owner was not asked.
        RuleFor(f => f.CreditName).Must(n => !TypedText.IsWritten(n)).When(f => f.Credit == "chapter").WithErrorCode("practice.credit-name-unused");
    }

    /// <summary>For any practice but an adaptation; it holds no state.</summary>
    public static PracticeValidator Instance { get; } = new();

    /// <summary>For an adaptation, which says what was changed.</summary>
    public static PracticeValidator OfAdaptation { get; } = new([.. PracticeFields.Adaptation]);

    // As it is said: the note goes with the text.
    private static int SizeOf(PracticeForm form) => new PracticeContent(form.ToContent()) { Note = TypedText.Line(form.Note) }.CalculateSize();

    private static int KiB(int bytes) => (bytes + 1023) / 1024;
}
