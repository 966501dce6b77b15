using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Series;

/// <summary>What can be chosen of a series.</summary>
public static class SeriesCodes
{
    /// <summary>Every so many months.</summary>
    public static IReadOnlyList<Option> Months { get; } =
        [.. Enumerable.Range(1, SeriesSetup.MostMonths).Select(n => new Option(Digits.Of(n), n == 1 ? new("Chaque mois", "Every month") : new($"Tous les {n}\u00a0mois", $"Every {n} months")))];

    /// <summary>Which day of the month.</summary>
    public static Options<SeriesDay> Days { get; } = new()
    {
        { SeriesDay.First, new("Le premier", "The first") },
        { SeriesDay.Second, new("Le deuxième", "The second") },
        { SeriesDay.Third, new("Le troisième", "The third") },
        { SeriesDay.Fourth, new("Le quatrième", "The fourth") },
        { SeriesDay.Last, new("Le dernier", "The last") },
        { SeriesDay.DayOfMonth, new("Une date fixe", "A fixed date") },
    };

    /// <summary>Weekdays.</summary>
    public static Options<DayOfWeek> Weekdays { get; } = new()
    {
        { DayOfWeek.Monday, new("lundi", "Monday") },
        { DayOfWeek.Tuesday, new("mardi", "Tuesday") },
        { DayOfWeek.Wednesday, new("mercredi", "Wednesday") },
        { DayOfWeek.Thursday, new("jeudi", "Thursday") },
        { DayOfWeek.Friday, new("vendredi", "Friday") },
        { DayOfWeek.Saturday, new("samedi", "Saturday") },
        { DayOfWeek.Sunday, new("dimanche", "Sunday") },
    };
}
