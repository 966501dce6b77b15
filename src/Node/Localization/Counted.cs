namespace RecoveryCoP.Node.Localization;

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
