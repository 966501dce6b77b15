using System.Globalization;

namespace RecoveryCoP.Node.Localization;

/// <summary>
/// A text of the interface in both languages, side by side: half a translation does not compile.
/// Values go in with <see cref="With"/>, as <c>{0}</c>, <c>{1}</c> … in both sides.
/// </summary>
/// <param name="Fr">French of Québec, epicene where it can be.</param>
/// <param name="En">Canadian English.</param>
public sealed record Text(string Fr, string En)
{
    /// <summary>The side for a language.</summary>
    public string In(Language language) => language == Language.French ? Fr : En;

    /// <summary>The same text with its values filled in, numbers and dates in each language's own form; of a value that is a text, each side gets its own.</summary>
    public Text With(params object[] values) => new(Fill(Fr, Language.French, values), Fill(En, Language.English, values));

    /// <summary>Both sides, a line each, for where nobody knows who reads: a console.</summary>
    public string Both() => Fr == En ? Fr : $"{Fr}\n{En}";

    /// <summary>Both sides on one line, French first.</summary>
    public string OnOneLine() => Fr == En ? Fr : $"{Fr} · {En}";

    private static string Fill(string side, Language language, object[] values) =>
        string.Format(language.Culture, side, [.. values.Select(value => value is Text text ? text.In(language) : value)]);
}

/// <summary>Words that no language changes.</summary>
public static class WordsAsWritten
{
    /// <summary>What somebody wrote, the same on both sides: a name, a title, a code.</summary>
    public static Text AsText(this string words) => new(words, words);
}

/// <summary>One of the two languages every page speaks.</summary>
/// <param name="Code">As in a path and in <c>lang</c>: <c>fr</c> or <c>en</c>.</param>
public sealed record Language(string Code)
{
    /// <summary>French, the default.</summary>
    public static Language French { get; } = new("fr");

    /// <summary>English.</summary>
    public static Language English { get; } = new("en");

    /// <summary>The other one: where the language link leads.</summary>
    public Language Other => this == French ? English : French;

    /// <summary>How dates and numbers are written: fr-CA or en-CA.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Code == "fr" ? "fr-CA" : "en-CA");

    /// <summary>The language of a code; French for anything unknown.</summary>
    public static Language Of(string? code) => code == "en" ? English : French;
}

/// <summary>A text that depends on a number. French counts 0 and 1 as singular, English 1 alone.</summary>
/// <param name="One">Singular; <c>{0}</c> is the number.</param>
/// <param name="Many">Plural; <c>{0}</c> is the number.</param>
public sealed record Counted(Text One, Text Many)
{
    /// <summary>The text for a number, which is its <c>{0}</c>, written as each language writes numbers.</summary>
    public Text For(long count) => new(
        string.Format(Language.French.Culture, Math.Abs(count) < 2 ? One.Fr : Many.Fr, Number(count, Language.French)),
        string.Format(Language.English.Culture, Math.Abs(count) == 1 ? One.En : Many.En, Number(count, Language.English)));

    private static string Number(long count, Language language) => count.ToString("N0", language.Culture);
}
