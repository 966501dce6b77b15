using RecoveryCoP.Node.Web.Forms;
using FluentValidation;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// What a form must look like before anybody decides on it. The limits are the network's (<see cref="PayloadLimits"/>):
/// what a chapter keeps, it can also send.
/// </summary>
public sealed class PracticeValidator : AbstractValidator<PracticeForm>
{
    private const int LongestTitle = 200;
    private const int LongestSummary = 1000;
    private const int LongestNote = 500;
    private const int MostTopics = 10;

    private PracticeValidator()
    {
        RuleFor(f => f.Title).Must(Readable.IsSeen).WithErrorCode("practice.title-missing");
        Line(f => f.Title, LongestTitle);
        RuleFor(f => f.Summary).Must(s => IsShort(s, LongestSummary)).WithErrorCode("practice.too-long-by").WithState(f => Over(f.Summary, LongestSummary));
        RuleFor(f => f.Text).Must((f, text) => TypedText.IsWritten(text) || TypedText.IsWritten(f.WhatWasDone)).WithErrorCode("practice.text-missing");
        RuleFor(f => f.Text).Must((f, _) => SizeOf(f) <= PayloadLimits.ContentBytes)
            .WithErrorCode("practice.too-large").WithState(f => new object[] { KiB(SizeOf(f)), KiB(PayloadLimits.ContentBytes) });
        foreach (var text in Texts)
        {
            RuleFor(text).Must(Readable.IsText).WithErrorCode("practice.unreadable");
        }

        Line(f => f.Note, LongestNote);
        Line(f => f.CreditName, LongestTitle);
        Codes();
    }

    /// <summary>The one there is; it holds no state.</summary>
    public static PracticeValidator Instance { get; } = new();

    private static IReadOnlyList<System.Linq.Expressions.Expression<Func<PracticeForm, string?>>> Texts =>
        [f => f.Summary, f => f.Text, f => f.Context, f => f.WhatWasDone, f => f.WhoWasInvolved, f => f.Results, f => f.Lessons, f => f.Conditions];

    private void Codes()
    {
        RuleFor(f => f.Topics).Must(t => t.Count <= MostTopics).WithErrorCode("practice.topics-too-many").WithState(_ => new object[] { MostTopics });
        RuleFor(f => f.Topics).Must(t => t.All(c => NetworkCodes.Topics.Has(c))).WithErrorCode("practice.choice-unknown");
        RuleFor(f => f.Chime).Must(t => t.All(c => NetworkCodes.Chime.Has(c))).WithErrorCode("practice.choice-unknown");
        RuleFor(f => f.Groups).Must(t => t.All(c => PracticeCodes.Groups.Has(c))).WithErrorCode("practice.choice-unknown");
        RuleFor(f => f.Language).Must(l => NetworkCodes.Languages.Has(l)).WithErrorCode("practice.language-missing");
        RuleFor(f => f.Licence).Must(l => NetworkCodes.Licences.Has(l)).WithErrorCode("practice.licence-missing");
        RuleFor(f => f.Credit).Must(c => PracticeCodes.Credits.Has(c)).WithErrorCode("practice.credit-missing");
        RuleFor(f => f.TranslationOf).Must(t => string.IsNullOrEmpty(t) || Guid.TryParse(t, out _)).WithErrorCode("practice.choice-unknown");
        RuleFor(f => f.CreditName).Must(TypedText.IsWritten).When(f => f.Credit is "named" or "pseudonym").WithErrorCode("practice.credit-name-missing");
        // A name beside "credited to the chapter" is a name whose owner was not asked.
        RuleFor(f => f.CreditName).Must(n => !TypedText.IsWritten(n)).When(f => f.Credit == "chapter").WithErrorCode("practice.credit-name-unused");
    }

    private void Line(System.Linq.Expressions.Expression<Func<PracticeForm, string?>> field, int most)
    {
        var value = field.Compile();
        RuleFor(field).Must(t => IsShort(t, most)).WithErrorCode("practice.too-long-by").WithState(f => Over(value(f), most));
        RuleFor(field).Must(TypedText.IsLine).WithErrorCode("practice.unreadable");
    }

    private static bool IsShort(string? text, int most) => TypedText.Length(text) <= most;

    private static object[] Over(string? text, int most) => [most, TypedText.Length(text) - most];

    private static int SizeOf(PracticeForm form) => form.ToText().ToBytes().Length;

    private static int KiB(int bytes) => (bytes + 1023) / 1024;
}
