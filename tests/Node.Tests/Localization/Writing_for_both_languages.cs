using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Tests.Localization;

public sealed class Writing_for_both_languages
{
    private static readonly Counted Practices = new(new Text("{0} pratique", "{0} practice"), new Text("{0} pratiques", "{0} practices"));

    [Theory]
    [InlineData(0, "0 pratique", "0 practices")]
    [InlineData(1, "1 pratique", "1 practice")]
    [InlineData(2, "2 pratiques", "2 practices")]
    public void counts_as_each_language_does(int count, string fr, string en)
    {
        Assert.Equal(fr, Practices.For(count).Fr);
        Assert.Equal(en, Practices.For(count).En);
    }

    [Fact]
    public void gives_dates_in_the_time_of_Montreal()
    {
        var late = new DateTimeOffset(2026, 3, 2, 3, 5, 0, TimeSpan.Zero);
        Assert.Equal("1er mars 2026 à 22\u00a0h\u00a005", Dates.DayAndTime(late, Language.French));
        Assert.Equal("March 1, 2026 at 10:05\u00a0p.m.", Dates.DayAndTime(late, Language.English));
    }

    [Fact]
    public void falls_back_to_the_side_that_was_written()
    {
        Assert.Equal(("bonjour", Language.French), new Bilingual("bonjour", " ").For(Language.English));
        Assert.Equal(("", Language.English), new Bilingual(null, null).For(Language.English));
    }
}
