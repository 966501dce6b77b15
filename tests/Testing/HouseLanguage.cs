namespace RecoveryCoP.Testing;

/// <summary>What docs/style.md asks of every text of the interface: its typography and its words.</summary>
public static partial class HouseLanguage
{
    /// <summary>The page that says it.</summary>
    public const string Page = "docs/style.md";

    /// <summary>What is wrong with the texts of a program; nothing when all is well.</summary>
    public static IReadOnlyList<string> FaultsIn(Assembly program)
    {
        var texts = WrittenTexts.In(program);
        Assert.True(texts.Count > 10, $"Only {texts.Count} texts found in {program.GetName().Name}: they are no longer looked for in the right place.");
        var (french, english) = Glossary();
        return
        [
            .. from text in texts
               from fault in Faults(text.Fr, FrenchFault(), french).Concat(Faults(text.En, EnglishFault(), english))
               select $"{text.Where}: {fault}",
        ];
    }

    /// <summary>What is wrong with one side of a text.</summary>
    public static IEnumerable<string> Faults(string side, Regex typography, Regex words) =>
        from Match match in typography.Matches(side).Concat(words.Matches(side))
        let begin = Math.Max(0, match.Index - 25)
        select $"“{match.Value}” in “{side[begin..Math.Min(side.Length, match.Index + match.Length + 25)]}”";

    /// <summary>The words that are not used, in French and in English: the second and the fourth column of the table under “Words”.</summary>
    public static (Regex French, Regex English) Glossary()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, Page))
            .SkipWhile(line => line != "## Words").Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|')).ToList();
        Assert.NotEmpty(rows);
        return (AnyOf(rows.Select(row => row[1])), AnyOf(rows.Select(row => row[3])));
    }

    // A word in the list stands for its feminine and its plural where they only add to it.
    private static Regex AnyOf(IEnumerable<string> cells) => new(
        $@"(?<![\p{{L}}-])(?:{string.Join('|', cells.SelectMany(cell => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Regex.Escape))})e?s?(?!\p{{L}})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>French of Québec: a space that does not break before : and inside « », before % and $; none before ; ? !</summary>
    [GeneratedRegex(@"['""]|\.\.\.|[ \u00A0\u202F]{2}|[ \u00A0\u202F][;?!](?=\s|$)|(?<!\u00A0):(?=[\s»]|$)|«(?!\u00A0)|(?<!\u00A0)»|\s[,.]|[\d}] [%$]")]
    public static partial Regex FrenchFault();

    /// <summary>English: “quotes”, ’ and no space before punctuation.</summary>
    [GeneratedRegex(@"['""«»]|\.\.\.|[ \u00A0\u202F]{2}|[ \u00A0\u202F][:;?!,.](?=\s|$)")]
    public static partial Regex EnglishFault();
}
