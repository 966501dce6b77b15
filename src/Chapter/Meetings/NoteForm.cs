using System.Globalization;
using FluentValidation;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What came of an item, as it is typed.</summary>
public sealed record NoteForm
{
    /// <summary>Chosen with the empty form.</summary>
    public string? NoteId { get; init; }

    /// <summary>Information, decision or action.</summary>
    public string? Kind { get; init; }

    /// <summary>In words.</summary>
    public string? Text { get; init; }

    /// <summary>Who promises it: a member's id.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when, as 2026-03-02.</summary>
    public string? Due { get; init; }

    /// <summary>Until when; null when it is no such day.</summary>
    public DateOnly? DueDay => DateOnly.TryParseExact(Due?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The command; only of a form in which <see cref="NoteValidator"/> found nothing wrong.</summary>
    public RecordOutcome ToCommand(Actor actor, Guid item) => new(
        actor, Guid.TryParse(NoteId, out var id) ? id : Guid.Empty, item, MeetingCodes.Outcomes.ValueOf(Kind)!.Value, TypedText.Plain(Text),
        Guid.TryParse(Owner, out var owner) ? owner : null, DueDay);
}

/// <summary>What a note must look like before anybody decides on it.</summary>
public sealed class NoteValidator : FormValidator<NoteForm>
{
    private NoteValidator() : base(MeetingFields.Note) =>
        RuleFor(f => f.Due).Must((f, due) => !TypedText.IsWritten(due) || f.DueDay is not null).WithErrorCode("meeting.due-unclear");

    /// <summary>The one there is.</summary>
    public static NoteValidator Instance { get; } = new();
}
