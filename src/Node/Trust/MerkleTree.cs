using System.Numerics;
using System.Security.Cryptography;

namespace RecoveryCoP.Node.Trust;

/// <summary>The Merkle tree over the items of a run (RFC 6962, section 2.1): one root for all, and a short proof for each.</summary>
internal static class MerkleTree
{
    private const byte LeafPrefix = 0, NodePrefix = 1;

    /// <summary>The root; the items are at least one.</summary>
    internal static byte[] RootOf(ReadOnlySpan<ItemId> items) => items.Length == 1
        ? Leaf(items[0])
        : Node(RootOf(items[..Split(items.Length)]), RootOf(items[Split(items.Length)..]));

    /// <summary>The hashes beside the way from one item up to the root, lowest first.</summary>
    internal static IReadOnlyList<byte[]> PathOf(ReadOnlySpan<ItemId> items, int index)
    {
        if (items.Length == 1)
        {
            return [];
        }

        var split = Split(items.Length);
        return index < split
            ? [.. PathOf(items[..split], index), RootOf(items[split..])]
            : [.. PathOf(items[split..], index - split), RootOf(items[..split])];
    }

    /// <summary>The root that an item and its path lead to; null when the path is not as long as it must be in a tree of that size.</summary>
    internal static byte[]? RootOf(ItemId item, int index, int size, ReadOnlySpan<byte[]> path)
    {
        if (size == 1)
        {
            return path.IsEmpty ? Leaf(item) : null;
        }

        if (path.IsEmpty)
        {
            return null;
        }

        var split = Split(size);
        var isLeft = index < split;
        return RootOf(item, isLeft ? index : index - split, isLeft ? split : size - split, path[..^1]) is not { } below ? null
            : isLeft ? Node(below, path[^1]) : Node(path[^1], below);
    }

    // The largest power of two that is smaller than the size.
    private static int Split(int size) => (int)BitOperations.RoundUpToPowerOf2((uint)size) / 2;

    private static byte[] Leaf(ItemId item) => SHA256.HashData([LeafPrefix, .. item.ToBytes()]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
