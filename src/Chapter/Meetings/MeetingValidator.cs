using System.Linq.Expressions;
using FluentValidation;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// What the form of a plan must look like before anybody decides on it. Rows in which nothing is written are no fault; the fault of a row names
/// its field as the form does: <c>Items[0].Title</c>.
/// </summary>
public sealed class MeetingValidator : AbstractValidator<MeetingForm>
{
    internal const int LongestItem = 480;
    private const int LongestTitle = 200;
    private const int LongestLine = 300;
    private const int LongestLink = 1000;
    private const int LongestMeeting = 720;

    private MeetingValidator()
    {
        RuleFor(f => f.Title).Must(Readable.IsSeen).WithErrorCode("meeting.title-missing");
        Line(this, f => f.Title, LongestTitle);
        RuleFor(f => f.Language).Must(l => NetworkCodes.Languages.Has(l)).WithErrorCode("meeting.language-missing");
        RuleFor(f => f.Date).Must((f, _) => f.LocalStart is not null).WithErrorCode("meeting.start-missing");
        // In the night in which clocks go forward one hour does not exist.
        RuleFor(f => f.Time).Must((f, _) => f.LocalStart is not { } local || !Dates.Zone.IsInvalidTime(local)).WithErrorCode("meeting.start-skipped");
        RuleFor(f => f.Minutes).Must(m => Digits.Read(m) is >= 5 and <= LongestMeeting).WithErrorCode("meeting.minutes-missing").WithState(_ => new object[] { 5, LongestMeeting });
        RuleFor(f => f.Mode).Must(m => MeetingCodes.Modes.ValueOf(m) is not null).WithErrorCode("meeting.mode-missing");
        RuleFor(f => f.LinkFor).Must(l => MeetingCodes.LinkAudiences.ValueOf(l) is not null).WithErrorCode("meeting.link-audience-missing");
        Line(this, f => f.Place, LongestLine);
        Line(this, f => f.Phone, LongestLine);
        RuleFor(f => f.VideoLink).Must(IsLink).WithErrorCode("meeting.link-unclear");
        RuleForEach(f => f.Readings).Where(r => !r.IsBlank).SetValidator(new ReadingValidator());
        RuleForEach(f => f.Items).Where(i => !i.IsBlank).SetValidator(new ItemValidator());
    }

    /// <summary>The one there is; it holds no state.</summary>
    public static MeetingValidator Instance { get; } = new();

    private static void Line<T>(AbstractValidator<T> shape, Expression<Func<T, string?>> field, int most)
    {
        var value = field.Compile();
        shape.RuleFor(field).Must(t => TypedText.Length(t) <= most).WithErrorCode("meeting.too-long-by").WithState(f => new object[] { most, TypedText.Length(value(f)) - most });
        shape.RuleFor(field).Must(TypedText.IsLine).WithErrorCode("meeting.unreadable");
    }

    // Only https: a link in an agenda is opened by everybody, on whatever network they are.
    private static bool IsLink(string? typed) =>
        !TypedText.IsWritten(typed)
        || (TypedText.IsLine(typed) && typed!.Trim().Length <= LongestLink && Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps);

    private sealed class ReadingValidator : AbstractValidator<ReadingRow>
    {
        public ReadingValidator()
        {
            RuleFor(r => r.Title).Must(Readable.IsSeen).WithErrorCode("meeting.reading-title-missing");
            Line(this, r => r.Title, LongestTitle);
            RuleFor(r => r.Link).Must(IsLink).WithErrorCode("meeting.link-unclear");
        }
    }

    private sealed class ItemValidator : AbstractValidator<ItemRow>
    {
        public ItemValidator()
        {
            RuleFor(i => i.Title).Must(Readable.IsSeen).WithErrorCode("meeting.item-title-missing");
            Line(this, i => i.Title, LongestTitle);
            Line(this, i => i.Presenter, LongestTitle);
            RuleFor(i => i.Stream).Must(s => MeetingCodes.Streams.ValueOf(s) is not null).WithErrorCode("meeting.stream-missing");
            RuleFor(i => i.Kind).Must(k => MeetingCodes.Kinds.ValueOf(k) is not null).WithErrorCode("meeting.kind-missing");
            RuleFor(i => i.Minutes).Must(m => Digits.Read(m) is >= 1 and <= LongestItem).WithErrorCode("meeting.item-minutes-missing").WithState(_ => new object[] { 1, LongestItem });
            RuleFor(i => i.Practice).Must(p => string.IsNullOrEmpty(p) || Guid.TryParse(p, out _)).WithErrorCode("meeting.practice-unknown");
            RuleFor(i => i.Id).Must(id => Guid.TryParse(id, out var guid) && guid != Guid.Empty).WithErrorCode("meeting.items-unclear");
        }
    }
}
