namespace RecoveryCoP.Node.Trust;

/// <summary>A node's id as six French words (its first 66 bits), to be compared over the phone before a chapter is admitted.</summary>
public static class SixWords
{
    private const int Count = 6;

    /// <summary>The six words, with spaces between.</summary>
    public static string Of(NodeId node) => string.Join(' ', WordList.Encode(node.ToBytes(), Count));

    /// <summary>True when the typed words are the node's: case, accents, hyphens and all after the fourth letter of a word do not matter.</summary>
    public static bool Match(NodeId node, string? typed) =>
        WordList.Decode(typed, Count) is { } bits && bits.AsSpan().SequenceEqual(WordList.Decode(Of(node), Count));
}
