using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The addresses of the pages of meetings.</summary>
public static class MeetingPaths
{
    /// <summary>The list.</summary>
    public static Text List { get; } = new("/fr/rencontres", "/en/meetings");

    /// <summary>Planning a new one.</summary>
    public static Text Plan { get; } = new("/fr/rencontres/planifier", "/en/meetings/plan");

    /// <summary>The target for the balance of agendas.</summary>
    public static Text Balance { get; } = new("/fr/rencontres/equilibre", "/en/meetings/balance");

    /// <summary>A meeting.</summary>
    public static Text Of(Guid meeting) => Below(meeting, "", "");

    /// <summary>Revising its plan.</summary>
    public static Text Revise(Guid meeting) => Below(meeting, "/planifier", "/plan");

    /// <summary>Running it.</summary>
    public static Text Run(Guid meeting) => Below(meeting, "/animer", "/run");

    /// <summary>Its minutes.</summary>
    public static Text Minutes(Guid meeting) => Below(meeting, "/proces-verbal", "/minutes");

    /// <summary>Writing its minutes.</summary>
    public static Text WriteMinutes(Guid meeting) => Below(meeting, "/proces-verbal/rediger", "/minutes/write");

    private static Text Below(Guid meeting, string fr, string en) => new($"/fr/rencontres/{meeting}{fr}", $"/en/meetings/{meeting}{en}");
}
