using RecoveryCoP.Chapter.Statistics;

namespace RecoveryCoP.Chapter.Tests.Statistics;

public sealed class A_quarter
{
    [Theory]
    [InlineData("2026-10-01T03:59:59Z", "2026Q3")]
    [InlineData("2026-10-01T04:00:00Z", "2026Q4")]
    [InlineData("2027-01-01T04:59:59Z", "2026Q4")]
    [InlineData("2027-01-01T05:00:00Z", "2027Q1")]
    [InlineData("2026-02-28T12:00:00Z", "2026Q1")]
    public void begins_at_midnight_in_Montréal(string at, string quarter) =>
        Assert.Equal(quarter, Quarter.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026Q4", "2026-10-01T00:00:00-04:00", "2027-01-01T00:00:00-05:00")]
    [InlineData("2026Q1", "2026-01-01T00:00:00-05:00", "2026-04-01T00:00:00-04:00")]
    public void lasts_until_the_next_begins(string name, string start, string end)
    {
        Assert.True(Quarter.TryParse(name, out var quarter));

        Assert.Equal(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), quarter.Start);
        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), quarter.End);
        Assert.False(quarter.HasEnded(quarter.End.AddTicks(-1)));
        Assert.True(quarter.HasEnded(quarter.End));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026Q5")]
    [InlineData("2026Q0")]
    [InlineData("2026q4")]
    [InlineData("26Q4")]
    [InlineData("-026Q4")]
    [InlineData("1999Q4")]
    public void is_written_in_one_way_only(string? text) => Assert.False(Quarter.TryParse(text, out _));

    [Fact]
    public void follows_another_across_the_year() => Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Previous);

    [Fact]
    public void has_the_same_key_for_ever() => Assert.Equal(new Quarter(2026, 4).Key, new Quarter(2026, 4).Key);

    [Fact]
    public void has_a_key_of_its_own() => Assert.NotEqual(new Quarter(2026, 4).Key, new Quarter(2026, 3).Key);
}
