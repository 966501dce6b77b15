using System.Globalization;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Tests.Localization;

public sealed class Telling_the_time
{
    [Theory]
    [InlineData("2026-01-15T18:30", "2026-01-15T23:30Z")]
    [InlineData("2026-07-15T18:30", "2026-07-15T22:30Z")]
    [InlineData("2026-03-08T01:59", "2026-03-08T06:59Z")]
    [InlineData("2026-03-08T03:00", "2026-03-08T07:00Z")]
    [InlineData("2026-11-01T00:59", "2026-11-01T04:59Z")]
    [InlineData("2026-11-01T01:30", "2026-11-01T06:30Z")]
    public void takes_what_the_clocks_of_Montreal_show_for_one_instant(string local, string instant)
    {
        var at = Dates.InstantOf(DateTime.Parse(local, CultureInfo.InvariantCulture));

        Assert.Equal((DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), TimeSpan.Zero), (at, at.Offset));
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), Dates.Local(at).DateTime);
    }

    [Theory]
    [InlineData("2026-01-01T04:59Z", "2025-12-31")]
    [InlineData("2026-01-01T05:00Z", "2026-01-01")]
    [InlineData("2026-07-01T03:59Z", "2026-06-30")]
    public void ends_a_day_at_midnight_in_Montreal(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Dates.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
}
