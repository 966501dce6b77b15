using System.Text;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>What a practice is found by, each token once a field.</summary>
internal sealed record SearchTokens(IReadOnlyCollection<string> Title, IReadOnlyCollection<string> Summary, IReadOnlyCollection<string> Text)
{
    // PostgreSQL refuses a document of more than 1 MiB of tokens, and a text of 256 KiB of invented words would be one.
    // What is beyond the budget cannot be found, on either engine; a whole book is far below it.
    private const int Budget = 800_000;
    private const int CostOfToken = 10;

    /// <summary>The tokens of a practice's texts, most important first.</summary>
    public static SearchTokens Of(string title, string summary, IEnumerable<string> text)
    {
        var left = Budget;
        return new(Take(title, ref left), Take(summary, ref left), Take(string.Join('\n', text), ref left));
    }

    private static HashSet<string> Take(string text, ref int left)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // The tokenizer would join what decomposed accents split, and a text is mostly words that came before.
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words.Of(text.Normalize(NormalizationForm.FormC)))
        {
            if (!words.Add(word))
            {
                continue;
            }

            foreach (var token in Words.Tokens(word).Where(t => t.Length > 0 && !taken.Contains(t)))
            {
                if ((left -= token.Length + CostOfToken) < 0)
                {
                    return taken;
                }

                taken.Add(token);
            }
        }

        return taken;
    }
}
