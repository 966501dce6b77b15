using System.Globalization;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Which of two numbers is the day, where a date is written with numbers alone and the year last.</summary>
internal enum NumberOrder
{
    /// <summary>12/03/2024 is in March.</summary>
    DayFirst,

    /// <summary>12/03/2024 is in December.</summary>
    MonthFirst,
}

/// <summary>Days and hours as people write them in a spreadsheet, in French and in English.</summary>
internal static partial class LooseDate
{
    // By their first letters, without accents; the longer before the shorter that it begins with.
    private static readonly (string Begins, int Month)[] _months =
    [
        ("jan", 1), ("fev", 2), ("feb", 2), ("mars", 3), ("mar", 3), ("avr", 4), ("apr", 4), ("mai", 5), ("may", 5), ("juin", 6), ("jun", 6), ("juil", 7), ("jul", 7), ("aou", 8), ("aug", 8),
        ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
    ];

    /// <summary>How a whole column writes such dates: one that can be read in one way alone tells it of the others. Null when they contradict each other.</summary>
    public static NumberOrder? OrderOf(IEnumerable<string> dates)
    {
        var (isDayFirst, isMonthFirst) = (false, false);
        foreach (var match in dates.Select(d => Numbers().Match(d)).Where(m => m.Success))
        {
            var (first, second) = (Number(match, "a"), Number(match, "b"));
            isDayFirst |= first is > 12 and <= 31 && second <= 12;
            isMonthFirst |= second is > 12 and <= 31 && first <= 12;
        }

        return isDayFirst && isMonthFirst ? null : isMonthFirst ? NumberOrder.MonthFirst : NumberOrder.DayFirst;
    }

    /// <summary>True for a date that can be read in two ways.</summary>
    public static bool IsAmbiguous(string typed) => Numbers().Match(typed) is { Success: true } match && Number(match, "a") <= 12 && Number(match, "b") <= 12 && Number(match, "a") != Number(match, "b");

    /// <summary>The day, and the hour where one follows it; null for what is none.</summary>
    public static (DateOnly Day, TimeOnly? Hour)? Read(string typed, NumberOrder order)
    {
        var text = Plain(typed);
        if (Iso().Match(text) is { Success: true } iso)
        {
            return With(Day(Number(iso, "y"), Number(iso, "m"), Number(iso, "d")), iso.Groups["rest"].Value);
        }

        if (Numbers().Match(text) is { Success: true } numbers)
        {
            var (first, second) = (Number(numbers, "a"), Number(numbers, "b"));
            return With(order == NumberOrder.DayFirst ? Day(Number(numbers, "y"), second, first) : Day(Number(numbers, "y"), first, second), numbers.Groups["rest"].Value);
        }

        return (DayMonth().Match(text) is { Success: true } french ? french : MonthDay().Match(text)) is { Success: true } words && MonthOf(words.Groups["m"].Value) is { } month
            ? With(Day(Number(words, "y"), month, Number(words, "d")), words.Groups["rest"].Value)
            : null;
    }

    /// <summary>
    /// The days that a file's name may speak of: one (2024-03-12, 20240312, 12 mars 2024), a month of which it names no day (mars 2024, 2024-03), or the two that
    /// 12-03-2024 can be, by which country writes it; none where there is no date.
    /// </summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To)> InName(string name)
    {
        var text = NameMarks().Replace(Plain(name), " ");
        // Before the others: 12-03-2024 10 h is no October.
        if (NumbersInName().Match(text) is { Success: true } numbers)
        {
            var (first, second, year) = (Number(numbers, "a"), Number(numbers, "b"), Number(numbers, "y"));
            return [.. new[] { Day(year, second, first), Day(year, first, second) }.OfType<DateOnly>().Distinct().Select(day => (day, day))];
        }

        foreach (var match in new[] { IsoInName(), DayMonthInName(), MonthDayInName(), MonthInName() }.SelectMany(r => r.Matches(text)))
        {
            var month = char.IsAsciiDigit(match.Groups["m"].ValueSpan[0]) ? Number(match, "m") : MonthOf(match.Groups["m"].Value);
            var isDay = match.Groups["d"].Success;
            if (month is { } known && Day(Number(match, "y"), known, isDay ? Number(match, "d") : 1) is { } first)
            {
                return [(first, isDay ? first : first.AddMonths(1).AddDays(-1))];
            }
        }

        return [];
    }

    /// <summary>An hour: 18:00, 18 h 30, 6 p.m.; null for what is none.</summary>
    public static TimeOnly? Hour(string typed)
    {
        if (Clock().Match(Plain(typed)) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute, half) = (Number(match, "h"), match.Groups["m"].Success ? Number(match, "m") : 0, match.Groups["half"].Value);
        var isNamed = match.Groups["m"].Success || match.Groups["mark"].Success || half.Length > 0;
        hour = half.StartsWith('p') && hour < 12 ? hour + 12 : half.StartsWith('a') && hour == 12 ? 0 : hour;
        return isNamed && hour <= 23 && minute <= 59 && (half.Length == 0 || hour > 0 || half.StartsWith('a')) ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>A length in minutes: 90, 90 min, 1:30, 1 h 30, 2 hours, 1,5 h; null for what is none.</summary>
    public static int? Minutes(string typed)
    {
        var match = Length().Match(Plain(typed));
        if (!match.Success)
        {
            return null;
        }

        return match.Groups["n"].Success ? Number(match, "n")
            : match.Groups["f"].Success ? (int)Math.Round(60 * decimal.Parse(match.Groups["f"].Value.Replace(',', '.'), CultureInfo.InvariantCulture))
            : (60 * Number(match, "h")) + (match.Groups["m"].Success ? Number(match, "m") : 0);
    }

    /// <summary>As it is compared: small letters, no accents, single spaces.</summary>
    public static string Plain(string typed)
    {
        var apart = typed.Normalize(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return Spaces().Replace(string.Concat(apart), " ").Trim().ToLowerInvariant();
    }

    private static (DateOnly, TimeOnly?)? With(DateOnly? day, string rest)
    {
        var hour = rest.Trim(' ', ',', 't');
        hour = hour.StartsWith("a ", StringComparison.Ordinal) ? hour[2..] : hour;
        return day is not { } found ? null : hour.Length == 0 ? (found, null) : Hour(hour) is { } read ? (found, read) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1950 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int? MonthOf(string word) => _months.FirstOrDefault(m => word.StartsWith(m.Begins, StringComparison.Ordinal)) is { Month: > 0 } found ? found.Month : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Whole words: "decision 2024" is no December.
    private const string MonthWords = "(?<m>janvier|january|janv|jan|fevrier|february|fevr|fev|feb|mars|march|mar|avril|april|avr|apr|mai|may|juin|june|jun|juillet|july|juil|jul"
        + "|aout|august|aou|aug|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|decembre|december|dec)";

    [GeneratedRegex(@"[-_.,]+ *")]
    private static partial Regex NameMarks();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})(?:(?<m>\d{2})(?<d>\d{2})| (?<m>\d{2})(?: (?<d>\d{2}))?)(?!\d)")]
    private static partial Regex IsoInName();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2}) (?<b>\d{1,2}) (?<y>(?:19|20)\d{2})(?!\d)")]
    private static partial Regex NumbersInName();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:er)? " + MonthWords + @" (?<y>(?:19|20)\d{2})(?!\d)")]
    private static partial Regex DayMonthInName();

    [GeneratedRegex(@"(?<![a-z])" + MonthWords + @" (?<d>\d{1,2})(?:st|nd|rd|th)? (?<y>(?:19|20)\d{2})(?!\d)")]
    private static partial Regex MonthDayInName();

    [GeneratedRegex(@"(?<![a-z])" + MonthWords + @" (?<y>(?:19|20)\d{2})(?!\d)")]
    private static partial Regex MonthInName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?<rest>(?:[ ,t].*)?)$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4})(?<rest>(?:[ ,].*)?)$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:[a-z]{3,9}\.?,? )?(?:le )?(?<d>\d{1,2})(?:er)?[ -](?<m>[a-z]{3,10})\.?[ -](?<y>\d{4})(?<rest>(?:[ ,].*)?)$")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"^(?:[a-z]{3,9}\.?,? )?(?<m>[a-z]{3,10})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?<rest>(?:[ ,].*)?)$")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?: ?(?<mark>h|:) ?(?:(?<m>\d{2})(?::\d{2}(?:\.\d+)?)?)?)? ?(?<half>am|pm|a\. ?m\.|p\. ?m\.)?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:(?<n>\d{1,4})(?: ?(?:min|minutes?))?\.?|(?<f>\d{1,2}[.,]\d{1,2}) ?(?:h|heures?|hours?)|(?<h>\d{1,2})(?: ?(?:h|heures?|hours?|:) ?(?:(?<m>\d{2})(?: ?min)?(?::\d{2})?)?))$")]
    private static partial Regex Length();
}
