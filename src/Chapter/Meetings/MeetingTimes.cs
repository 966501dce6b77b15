namespace RecoveryCoP.Chapter.Meetings;

/// <summary>When a meeting is, as people say it: with the day of the week.</summary>
internal static class MeetingTimes
{
    /// <summary>"mardi 12 mai 2026" or "Tuesday, May 12, 2026".</summary>
    public static Text Day(DateTimeOffset at) => new(
        $"{DayOfWeek(at, Language.French)} {Dates.Day(at, Language.French)}",
        $"{DayOfWeek(at, Language.English)}, {Dates.Day(at, Language.English)}");

    /// <summary>"de 18 h à 20 h" or "6:00 p.m. to 8:00 p.m."; with the day of the end when it is another one.</summary>
    public static Text Hours(DateTimeOffset from, DateTimeOffset to)
    {
        var day = Day(to);
        // Midnight still belongs to the evening.
        var next = Dates.DayOf(to.AddTicks(-1)) > Dates.DayOf(from) ? new Text($" le {day.Fr}", $" on {day.En}") : new("", "");
        return new(
            $"de {Dates.Time(from, Language.French)} à {Dates.Time(to, Language.French)}{next.Fr}",
            $"{Dates.Time(from, Language.English)} to {Dates.Time(to, Language.English)}{next.En}");
    }

    /// <summary>The day and the hour on the clocks of Montréal: "mardi 12 mai 2026, 18 h 30".</summary>
    public static Text Moment(DateTime local)
    {
        var at = Dates.InstantOf(local);
        var day = Day(at);
        return new($"{day.Fr}, {Dates.Time(at, Language.French)}", $"{day.En}, {Dates.Time(at, Language.English)}");
    }

    private static string DayOfWeek(DateTimeOffset at, Language language) => Dates.DayOf(at).ToString("dddd", language.Culture);
}
