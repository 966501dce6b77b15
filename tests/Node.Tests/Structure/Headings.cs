using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Tests.Structure;

public sealed partial class The_headings
{
    // A title that somebody wrote, or that is the community's name, must not be read in a tab or in a history of a shared computer.
    [Fact]
    public void of_pages_that_a_chapter_has_give_a_discreet_title_where_theirs_says_too_much()
    {
        var telling =
            from file in Sources.Files
            where file.EndsWith(".razor", StringComparison.Ordinal)
            where file.StartsWith("src/Node/", StringComparison.Ordinal) || file.StartsWith("src/Chapter/", StringComparison.Ordinal)
            from Match heading in Heading().Matches(Sources.Read(file))
            where heading.Value.Contains("new Text(", StringComparison.Ordinal) || heading.Value.Contains("Title=\"Name\"", StringComparison.Ordinal)
            where !heading.Value.Contains("DiscreetTitle=", StringComparison.Ordinal)
            select $"{file}: {heading.Value}";

        Assert.Empty(telling);
    }

    [GeneratedRegex("""<PageHeading\b(?:"[^"]*"|[^">])*>""")]
    private static partial Regex Heading();
}
