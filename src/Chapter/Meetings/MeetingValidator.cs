using FluentValidation;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// What the form of a plan must look like before anybody decides on it. Rows in which nothing is written are no error; the error of a row names
/// its field as the form does: <c>Items[0].Title</c>.
/// </summary>
public sealed class MeetingValidator : FormValidator<MeetingForm>
{
    private MeetingValidator() : base(MeetingFields.Plan)
    {
        RuleFor(f => f.Date).Must((f, _) => f.LocalStart is not null).When(f => Readable.IsSeen(f.Date) && Readable.IsSeen(f.Time)).WithErrorCode("meeting.start-missing");
        // In the night in which clocks go forward one hour does not exist.
        RuleFor(f => f.Time).Must((f, _) => f.LocalStart is not { } local || !Dates.Zone.IsInvalidTime(local)).WithErrorCode("meeting.start-skipped");
        RuleForEach(f => f.Readings).Where(r => !r.IsBlank).SetValidator(new FormValidator<ReadingRow>(MeetingFields.Reading));
        RuleForEach(f => f.Items).Where(i => !i.IsBlank).SetValidator(new ItemValidator());
    }

    /// <summary>The one there is.</summary>
    public static MeetingValidator Instance { get; } = new();

    private sealed class ItemValidator : FormValidator<ItemRow>
    {
        public ItemValidator() : base(MeetingFields.Item)
        {
            RuleFor(i => i.Practice).Must(p => string.IsNullOrEmpty(p) || Guid.TryParse(p, out _)).WithErrorCode(FormRefusals.ChoiceUnknown);
            RuleFor(i => i.Id).Must(id => Guid.TryParse(id, out var guid) && guid != Guid.Empty).WithErrorCode("meeting.items-unclear");
        }
    }
}
