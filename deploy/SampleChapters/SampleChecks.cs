using System.Text.Json;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>
/// What could not be played in a sample that could be read. Everything is looked at before the first command, because a chapter that was
/// played halfway is of no use to anybody. Times are judged for the worst day to begin on, so that a sample which is right today stays right.
/// </summary>
internal static class SampleChecks
{
    /// <summary>Where a sample's people can be reached: nowhere, by RFC 2606.</summary>
    public const string Domain = "@example.org";

    /// <summary>For forms and rules that are judged: their shape is the same on every day.</summary>
    public static DateTimeOffset AnyDay { get; } = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    /// <summary>Everything at fault; empty when it can be played.</summary>
    public static IReadOnlyList<Refusal> Faults(SampleFolder sample) => [.. PeopleChecks.Of(sample), .. PracticeChecks.Of(sample), .. MeetingChecks.Of(sample), .. TopicChecks.Of(sample), .. SeriesScenes.Faults(sample), .. CommitteeScenes.Faults(sample), .. AdoptionScenes.Faults(sample), .. TextScenes.Faults(sample)];

    /// <summary>How many weeks ago, at most, it is so many days before a meeting.</summary>
    public static int WeeksAgo(MeetingFile meeting, int daysBefore) => (int)Math.Ceiling(((meeting.MonthsAgo * 30.5) + 6 + daysBefore) / 7);

    /// <summary>The name that a file has for the field of a form.</summary>
    public static string InFile(string field) => string.Join('.', field
        .Replace("Items[", "Agenda[", StringComparison.Ordinal).Replace("Readings[", "Reading[", StringComparison.Ordinal)
        .Split('.').Select(part => part switch
        {
            nameof(MemberForm.Mode) => "prefers",
            nameof(MemberForm.Shown) => "shows",
            _ => JsonNamingPolicy.CamelCase.ConvertName(part),
        }));
}
