namespace RecoveryCoP.Node.Localization;

/// <summary>Dates and times as people write them in Québec, in the time of Montréal.</summary>
public static class Dates
{
    /// <summary>The zone every time is shown in. Îles-de-la-Madeleine are one hour ahead; meetings say their own place.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    /// <summary>The day of an instant, in Montréal.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>An instant on the clocks of Montréal.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>
    /// The instant, in UTC, at which the clocks of Montréal show this. The hour that comes twice in autumn is its second time, in standard time;
    /// one that is skipped in spring (<see cref="TimeZoneInfo.IsInvalidTime"/>) is for the caller to refuse.
    /// </summary>
    public static DateTimeOffset InstantOf(DateTime local) => InstantOf(local, Zone);

    /// <summary>The same on the clocks of another zone.</summary>
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        var unzoned = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(unzoned, zone.GetUtcOffset(unzoned)).ToUniversalTime();
    }

    /// <summary>"1er mars 2026" or "March 1, 2026".</summary>
    public static string Day(DateOnly day, Language language)
    {
        if (language == Language.English)
        {
            return day.ToString("MMMM d, yyyy", language.Culture);
        }

        return (day.Day == 1 ? "1er " : $"{day.Day} ") + day.ToString("MMMM yyyy", language.Culture);
    }

    /// <summary>The day of an instant, in Montréal.</summary>
    public static string Day(DateTimeOffset at, Language language) => Day(DayOf(at), language);

    /// <summary>The day of an instant, in Montréal, on each side of a text.</summary>
    public static Text Day(DateTimeOffset at) => new(Day(at, Language.French), Day(at, Language.English));

    /// <summary>"14 h 05" or "2:05 p.m.".</summary>
    public static string Time(DateTimeOffset at, Language language)
    {
        var local = Local(at);
        if (language == Language.French)
        {
            return local.Minute == 0 ? $"{local.Hour}\u00a0h" : $"{local.Hour}\u00a0h\u00a0{local.Minute:00}";
        }

        var hour = local.Hour % 12 == 0 ? 12 : local.Hour % 12;
        return $"{hour}:{local.Minute:00}\u00a0{(local.Hour < 12 ? "a.m." : "p.m.")}";
    }

    /// <summary>"1er mars 2026 à 14 h" or "March 1, 2026 at 2:00 p.m.".</summary>
    public static string DayAndTime(DateTimeOffset at, Language language) =>
        Day(at, language) + (language == Language.French ? " à " : " at ") + Time(at, language);

    /// <summary>The day and the time, on each side of a text.</summary>
    public static Text DayAndTime(DateTimeOffset at) => new(DayAndTime(at, Language.French), DayAndTime(at, Language.English));
}
