using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>One verified item as it is stored.</summary>
public sealed record StoredItem
{
    /// <summary>This node's own numbering over all feeds: at a hub, the order of transport.</summary>
    public required long Position { get; init; }

    /// <summary>Whose feed it is in.</summary>
    public required string NodeId { get; init; }

    /// <summary>Where in that feed, from 1.</summary>
    public required long FeedPosition { get; init; }

    /// <summary>The 32 bytes of its id.</summary>
    public required byte[] ItemId { get; init; }

    /// <summary>Full name of the payload's message.</summary>
    public required string PayloadType { get; init; }

    /// <summary>The serialised <see cref="SignedItem"/>.</summary>
    public required byte[] Item { get; init; }

    /// <summary><c>accepted</c>, or <c>quarantined</c>: a link of the chain that is shown to nobody.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is quarantined, by its name in errors.proto; empty when accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>When this node received or signed it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The content's salt; null when there is none or it was erased.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>The content; null when there is none or it was erased.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>True for an item that may be shown.</summary>
    public bool IsAccepted => Status == ItemStatuses.Accepted;

    /// <summary>The item and its content as they travel.</summary>
    public ItemWithContent ToItem() => new() { Item = SignedItem.Parser.ParseFrom(Item), Content = ContentOf(Salt, Bytes) };

    internal static Content? ContentOf(byte[]? salt, byte[]? bytes) =>
        bytes is null || salt is null ? null : new Content { Salt = ByteString.CopyFrom(salt), Bytes = ByteString.CopyFrom(bytes) };
}

/// <summary>A page of items.</summary>
/// <param name="Items">In order.</param>
/// <param name="UpTo">The position a reader has seen everything up to, items that were left out included: the next page begins after it.</param>
/// <param name="More">True when the page was full and more is waiting.</param>
public sealed record ItemPage(IReadOnlyList<StoredItem> Items, long UpTo, bool More);

/// <summary>The words in column <c>item.status</c>.</summary>
internal static class ItemStatuses
{
    public const string Accepted = "accepted";
    public const string Quarantined = "quarantined";
}
