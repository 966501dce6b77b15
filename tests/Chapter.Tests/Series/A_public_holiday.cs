using RecoveryCoP.Chapter.Series;

namespace RecoveryCoP.Chapter.Tests.Series;

public sealed class A_public_holiday
{
    // As the calendars of those years have them.
    public static TheoryData<int, string> Years => new()
    {
        { 2000, "01-01 04-21 04-24 05-22 06-24 07-01 09-04 10-09 12-25" },
        { 2008, "01-01 03-21 03-24 05-19 06-24 07-01 09-01 10-13 12-25" },
        { 2019, "01-01 04-19 04-22 05-20 06-24 07-01 09-02 10-14 12-25" },
        { 2024, "01-01 03-29 04-01 05-20 06-24 07-01 09-02 10-14 12-25" },
        { 2025, "01-01 04-18 04-21 05-19 06-24 07-01 09-01 10-13 12-25" },
        { 2026, "01-01 04-03 04-06 05-18 06-24 07-01 09-07 10-12 12-25" },
        { 2027, "01-01 03-26 03-29 05-24 06-24 07-01 09-06 10-11 12-25" },
        // 1 July is a Sunday: the Monday after it is a holiday too.
        { 2029, "01-01 03-30 04-02 05-21 06-24 07-01 07-02 09-03 10-08 12-25" },
        { 2038, "01-01 04-23 04-26 05-24 06-24 07-01 09-06 10-11 12-25" },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void is_one_of_nine_a_year(int year, string days) =>
        Assert.Equal(days, string.Join(' ', DaysOf(year).Where(PublicHolidays.Has).Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
