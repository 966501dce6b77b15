namespace RecoveryCoP.Node.Library.Search;

/// <summary>The practices in which all words were found, a bit each, by the least important field that is needed to find them all.</summary>
internal sealed class SearchHits
{
    /// <summary>Title, summary, text: what is found in the first comes first.</summary>
    public const int Tiers = 3;

    private readonly ulong[][] upTo;

    private SearchHits(ulong[][] upTo) => this.upTo = upTo;

    /// <summary>Puts together what was found for each word.</summary>
    public static SearchHits Of(IReadOnlyList<IReadOnlyList<TokenRow>> rowsOfWords)
    {
        var length = (rowsOfWords.SelectMany(rows => rows).Max(row => (int?)row.Block + 1) ?? 0) * Block.Words;
        var all = FoundBy(rowsOfWords[0], length);
        foreach (var rows in rowsOfWords.Skip(1))
        {
            var word = FoundBy(rows, length);
            for (var tier = 0; tier < Tiers; tier++)
            {
                for (var at = 0; at < length; at++)
                {
                    all[tier][at] &= word[tier][at];
                }
            }
        }

        return new(all);
    }

    /// <summary>True when a practice was found in that tier or a better one.</summary>
    public bool Has(long number, int tier) => Has(upTo[tier], number);

    private static bool Has(ulong[] practices, long number) => number / 64 < practices.Length && (practices[number / 64] & (1UL << (int)number)) != 0;

    private static ulong[][] FoundBy(IReadOnlyList<TokenRow> rows, int length)
    {
        ulong[][] upTo = [new ulong[length], new ulong[length], new ulong[length]];
        foreach (var row in rows)
        {
            Block.AddTo(upTo[row.Field].AsSpan((int)row.Block * Block.Words, Block.Words), row.Practices);
        }

        for (var tier = 1; tier < Tiers; tier++)
        {
            for (var at = 0; at < length; at++)
            {
                upTo[tier][at] |= upTo[tier - 1][at];
            }
        }

        return upTo;
    }
}
