namespace RecoveryCoP.Node.Localization;

/// <summary>
/// Text that people write, in one language or both; unlike <see cref="Text"/> it may lack a side, and is then shown
/// in the language it was written in, marked as such for screen readers and hyphenation.
/// </summary>
/// <param name="Fr">The French side; null or blank when nobody wrote it.</param>
/// <param name="En">The English side; null or blank when nobody wrote it.</param>
[GenerateSerializer, Immutable, Alias("bilingual")]
public sealed record Bilingual([property: Id(0)] string? Fr, [property: Id(1)] string? En)
{
    /// <summary>Text written in one language only.</summary>
    public static Bilingual Only(Language language, string text) =>
        language == Language.French ? new Bilingual(text, null) : new Bilingual(null, text);

    /// <summary>True when neither side says anything.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Fr) && string.IsNullOrWhiteSpace(En);

    /// <summary>The side a reader of <paramref name="language"/> gets, and the language it really is in; empty text when both sides lack.</summary>
    public (string Text, Language Language) For(Language language)
    {
        var wanted = Side(language);
        return string.IsNullOrWhiteSpace(wanted) && !string.IsNullOrWhiteSpace(Side(language.Other))
            ? (Side(language.Other)!, language.Other)
            : (wanted ?? "", language);
    }

    private string? Side(Language language) => language == Language.French ? Fr : En;
}
