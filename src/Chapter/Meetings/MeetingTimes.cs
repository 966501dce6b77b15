using RecoveryCoP.Node.Language;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>When a meeting is, as people say it: with the day of the week.</summary>
internal static class MeetingTimes
{
    /// <summary>"mardi 12 mai 2026" or "Tuesday, May 12, 2026".</summary>
    public static Text Day(DateTimeOffset at) => new(
        $"{DayOfWeek(at, Tongue.French)} {Dates.Day(at, Tongue.French)}",
        $"{DayOfWeek(at, Tongue.English)}, {Dates.Day(at, Tongue.English)}");

    /// <summary>"de 18 h à 20 h" or "6:00 p.m. to 8:00 p.m.".</summary>
    public static Text Hours(DateTimeOffset from, DateTimeOffset to) => new(
        $"de {Dates.Time(from, Tongue.French)} à {Dates.Time(to, Tongue.French)}",
        $"{Dates.Time(from, Tongue.English)} to {Dates.Time(to, Tongue.English)}");

    private static string DayOfWeek(DateTimeOffset at, Tongue tongue) => Dates.DayOf(at).ToString("dddd", tongue.Culture);
}
