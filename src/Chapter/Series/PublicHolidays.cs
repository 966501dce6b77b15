namespace RecoveryCoP.Chapter.Series;

/// <summary>Québec's public holidays.</summary>
public static class PublicHolidays
{
    /// <summary>True for one.</summary>
    public static bool Has(DateOnly day) => (day.Month, day.Day) is (1, 1) or (6, 24) or (7, 1) or (12, 25)
        || day == Easter(day.Year).AddDays(-2) || day == Easter(day.Year).AddDays(1)
        || (day.DayOfWeek == DayOfWeek.Monday && (day.Month, day.Day) is
            (7, 2) // for a 1 July on a Sunday
            or (5, >= 18 and <= 24) // Journée nationale des patriotes
            or (9, <= 7) // fête du Travail
            or (10, >= 8 and <= 14)); // Action de grâce

    // The Gregorian computus in the form that Nature printed in 1876, as Meeus gives it (Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * sunday)) / 451;
        var days = moon + sunday - (7 * late) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }
}
