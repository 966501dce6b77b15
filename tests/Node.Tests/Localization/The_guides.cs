using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Tests.Localization;

/// <summary>What docs/style.md asks of the interface's typography, where people read about it.</summary>
public sealed partial class The_guides
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/members.md")]
    [InlineData("docs/facilitators.md")]
    [InlineData("docs/stewards.md")]
    [InlineData("docs/operators.md")]
    [InlineData("docs/templates.md")]
    public void begin_no_line_with_a_sign_that_belongs_to_the_word_before_it(string guide)
    {
        var words = Code().Replace(File.ReadAllText(Path.Combine(Repository.Root, guide)), "`");

        Assert.Empty(LooseSign().Matches(words).Select(match => words[Math.Max(0, match.Index - 30)..(match.Index + match.Length)]));
    }

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=\S) :(?=\s|$)|« | »")]
    private static partial Regex LooseSign();
}
