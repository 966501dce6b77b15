using RecoveryCoP.Node.Web.Forms;
using System.Globalization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What came of an item, as it is typed.</summary>
/// <param name="Id">Chosen with the empty form.</param>
/// <param name="Kind">Information, decision or action.</param>
/// <param name="Text">In words.</param>
/// <param name="Owner">Who promises it: a member's id.</param>
/// <param name="Due">Until when, as 2026-03-02.</param>
public sealed record NoteForm(string? Id, string? Kind, string? Text, string? Owner, string? Due)
{
    private const int LongestText = 2000;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Refusal> Faults()
    {
        var faults = new List<Refusal>();
        if (MeetingCodes.Outcomes.ValueOf(Kind) is null)
        {
            faults.Add(Refusal.Of("meeting.outcome-kind-missing", nameof(Kind)));
        }

        if (!TypedText.IsWritten(Text))
        {
            faults.Add(Refusal.Of("meeting.outcome-missing", nameof(Text)));
        }
        else if (TypedText.Length(Text) > LongestText)
        {
            faults.Add(Refusal.Of("meeting.too-long-by", nameof(Text), LongestText, TypedText.Length(Text) - LongestText));
        }
        else if (!Readable.IsText(Text))
        {
            faults.Add(Refusal.Of("meeting.minutes-unreadable", nameof(Text)));
        }

        if (TypedText.IsWritten(Due) && DueDay is null)
        {
            faults.Add(Refusal.Of("meeting.due-unclear", nameof(Due)));
        }

        return faults;
    }

    /// <summary>The command; only of a form in which nothing is wrong.</summary>
    public RecordOutcome ToCommand(Actor actor, Guid item) => new(
        actor, Guid.TryParse(Id, out var id) ? id : Guid.Empty, item, MeetingCodes.Outcomes.ValueOf(Kind)!.Value, TypedText.Plain(Text),
        Guid.TryParse(Owner, out var owner) ? owner : null, DueDay);

    private DateOnly? DueDay => DateOnly.TryParseExact(Due?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
