namespace RecoveryCoP.Node.Library.Search;

/// <summary>
/// What somebody looks for: every word must be found, each as it is or by either stem, the last one also as the beginning of a word.
/// Made of analysed words alone.
/// </summary>
/// <param name="Words">For each word the tokens that would do; empty when nothing typed was a word.</param>
/// <param name="Beginning">The last word as typed, which may be unfinished.</param>
/// <param name="Shortened">True when more was typed than is looked for.</param>
internal sealed record SearchWords(IReadOnlyList<IReadOnlyList<string>> Words, string Beginning, bool Shortened)
{
    /// <summary>Most characters that are read.</summary>
    public const int MostCharacters = 200;

    /// <summary>Most words that are looked for.</summary>
    public const int MostWords = 12;

    /// <summary>Reads what was typed; null when nothing was.</summary>
    public static SearchWords? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var shortened = typed.Length > MostCharacters;
        List<Word> all = [.. Search.Words.Of(shortened ? typed[..MostCharacters] : typed).DistinctBy(w => w.Text, StringComparer.Ordinal)];
        // "le" and "the" would exclude every practice of the other language; alone they are what is meant.
        List<Word> telling = [.. all.Where(w => !Search.Words.IsStopWord(w))];
        var words = (telling.Count > 0 ? telling : all).Where(w => w.Itself.Length > 0).ToList();
        shortened |= words.Count > MostWords;
        return new([.. words.Take(MostWords).Select(w => w.Tokens)], words.Count is > 0 and <= MostWords ? words[^1].Itself : "", shortened);
    }
}
