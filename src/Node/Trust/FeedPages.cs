using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>What a page may hold: constants of the protocol.</summary>
public static class FeedPages
{
    /// <summary>Most items, and most items of a run.</summary>
    public const int Items = 500;

    /// <summary>Most bytes of an encoded page; a run must fit one by itself.</summary>
    public const int Bytes = 1024 * 1024;

    // What a page adds around an entry: a tag, and a length of at most three bytes.
    private const int Frame = 4;

    /// <summary>What an entry weighs in a page.</summary>
    public static int SizeOf(FeedEntry entry) => entry.CalculateSize() + Frame;

    /// <summary>How many items an entry holds.</summary>
    public static int ItemsOf(FeedEntry entry) => entry.Run?.Items.Count ?? 1;

    /// <summary>True when a page is larger than any may be.</summary>
    public static bool IsTooLarge(FeedPage page) => page.CalculateSize() > Bytes || page.Entries.Sum(ItemsOf) > Items;

    /// <summary>The entries as they travel.</summary>
    public static FeedPage Of(params IEnumerable<FeedEntry> entries) => new() { Entries = { entries } };
}
