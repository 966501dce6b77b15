using System.Text;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The first text of minutes, made from what was written down while the meeting was on. People make it theirs from there.</summary>
internal static class MinutesDraft
{
    /// <summary>The draft, as Markdown, in the language of the agenda.</summary>
    /// <param name="meeting">A meeting that is over.</param>
    /// <param name="names">What those are called who agreed to be named; others are "a member".</param>
    public static string Of(Meeting meeting, IReadOnlyDictionary<Guid, string> names)
    {
        var language = Language.Of(meeting.Plan.Language);
        var text = new StringBuilder();
        text.Append("# ").Append(RunText.Attendance.In(language)).Append("\n\n")
            .Append(RunText.DraftAttendance.With(meeting.Attendance(AttendanceMode.InPerson), meeting.Attendance(AttendanceMode.Remote), meeting.Guests.InPerson + meeting.Guests.Remote).In(language))
            .Append('\n');
        foreach (var (index, item) in meeting.Plan.Items.Index())
        {
            text.Append("\n# ").Append(index + 1).Append(". ").Append(item.Title).Append("\n\n");
            if (item.Presenter.Length > 0)
            {
                text.Append('*').Append(item.Presenter).Append("*\n\n");
            }

            foreach (var outcome in meeting.OutcomesOf(item))
            {
                text.Append("- ").Append(Said(outcome, names, language)).Append('\n');
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Said(ItemOutcome outcome, IReadOnlyDictionary<Guid, string> names, Language language)
    {
        var kind = MeetingCodes.Outcomes.LabelOf(outcome.Kind).In(language);
        var words = $"**{kind}{(language == Language.French ? "\u00a0" : "")}:** {outcome.Text.ReplaceLineEndings(" ")}";
        if (outcome.Owner is not { } owner)
        {
            return words;
        }

        var name = names.GetValueOrDefault(owner) ?? MeetingText.AMember.In(language);
        var until = outcome.Due is { } due ? $", {MeetingText.Until.In(language)} {Dates.Day(due, language)}" : "";
        return $"{words} ({name}{until})";
    }
}
