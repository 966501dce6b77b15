namespace RecoveryCoP.Chapter.Meetings;

/// <summary>When a meeting is, as people say it: with the day of the week.</summary>
internal static class MeetingTimes
{
    /// <summary>"mardi 12 mai 2026" or "Tuesday, May 12, 2026".</summary>
    public static Text Day(DateTimeOffset at) => new(
        $"{DayOfWeek(at, Language.French)} {Dates.Day(at, Language.French)}",
        $"{DayOfWeek(at, Language.English)}, {Dates.Day(at, Language.English)}");

    /// <summary>"de 18 h à 20 h" or "6:00 p.m. to 8:00 p.m.".</summary>
    public static Text Hours(DateTimeOffset from, DateTimeOffset to) => new(
        $"de {Dates.Time(from, Language.French)} à {Dates.Time(to, Language.French)}",
        $"{Dates.Time(from, Language.English)} to {Dates.Time(to, Language.English)}");

    private static string DayOfWeek(DateTimeOffset at, Language language) => Dates.DayOf(at).ToString("dddd", language.Culture);
}
