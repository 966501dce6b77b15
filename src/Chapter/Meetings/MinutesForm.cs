using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The text of minutes, as it is typed.</summary>
public sealed record MinutesForm
{
    /// <summary>The version that the form began with.</summary>
    public string? Version { get; init; }

    /// <summary>The minutes, in Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>The form that begins with a text.</summary>
    public static MinutesForm Of(Meeting meeting, string text) => new() { Version = Digits.Of(meeting.Minutes?.Version ?? 0), Text = text };
}
