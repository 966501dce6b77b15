using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>I2, I3: each node's copy of a feed is that feed, byte for byte, verified from nothing; no item is there twice.</summary>
internal static class Feeds
{
    public static IEnumerable<string> Broken(IReadOnlyList<NodeState> nodes) =>
    [
        .. nodes.SelectMany(Doubled),
        .. from holder in nodes from owner in nodes from fault in Differences(holder, owner).Concat(Unverified(holder, owner.NodeId)) select fault,
    ];

    private static IEnumerable<string> Doubled(NodeState node) =>
    [
        .. node.Feeds.GroupBy(item => item.Id).Where(same => same.Count() > 1).Select(same => $"I2 {node.Name}: item {same.Key} twice"),
        .. node.Feeds.GroupBy(item => (item.NodeId, item.FeedPosition)).Where(same => same.Count() > 1).Select(same => $"I2 {node.Name}: place {same.Key} twice"),
        .. node.Receipts.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"I2 {node.Name}: receipt for {same.Key} twice"),
    ];

    // Equal once the nodes agree; as far as it goes, before.
    private static IEnumerable<string> Differences(NodeState holder, NodeState owner) =>
        from pair in holder.FeedOf(owner.NodeId).Zip(owner.FeedOf(owner.NodeId))
        where pair.First.FeedPosition != pair.Second.FeedPosition || !pair.First.Item.AsSpan().SequenceEqual(pair.Second.Item)
        select $"I3 {holder.Name} holds something else than {owner.Name} at {pair.First.FeedPosition} of its feed";

    private static IEnumerable<string> Unverified(NodeState holder, string feed)
    {
        var state = FeedState.Empty;
        var rows = holder.FeedOf(feed);
        var withdrawn = TakenBackUnsent(rows);
        foreach (var row in rows)
        {
            var verdict = FeedVerifier.Verify(state, ToItem(row), ContentRule.MayBeAbsent);
            if (verdict.Kind != VerdictKind.Accepted || verdict.ItemId.Hex != row.Id || (row.Status != "accepted" && !withdrawn.Contains(row.Id)))
            {
                yield return $"I7 {holder.Name}: item {row.FeedPosition} of {feed} is {row.Status} but {verdict.Kind} {verdict.Reason} {verdict.Field}";
                yield break;
            }

            state = verdict.Next;
        }
    }

    // What was withdrawn before it could be sent reaches the hub without its content: a link of the chain that is shown to nobody.
    private static HashSet<string> TakenBackUnsent(IReadOnlyList<ItemRow> feed)
    {
        var taken = feed.Of<PracticeWithdrawal>().Select(i => i.Payload.PracticeId).ToHashSet();
        return [.. feed.Where(row => row is { Reason: "CONTENT_MISSING", Content: null }).Of<PracticeRevision>().Where(i => taken.Contains(i.Payload.PracticeId)).Select(i => i.Row.Id)];
    }

    public static ItemWithContent ToItem(ItemRow row) => new()
    {
        Item = SignedItem.Parser.ParseFrom(row.Item),
        Content = row.Content is null ? null : new Content { Salt = ByteString.CopyFrom(row.Salt!), Bytes = ByteString.CopyFrom(row.Content) },
    };

    /// <summary>The items of one type in a feed, as they were signed.</summary>
    public static IEnumerable<(ItemRow Row, T Payload)> Of<T>(this IEnumerable<ItemRow> feed) where T : class, IMessage<T>, new() =>
        from row in feed
        let item = SignedItem.Parser.ParseFrom(row.Item)
        where item.PayloadType == new T().Descriptor.FullName
        select (row, new MessageParser<T>(() => new T()).ParseFrom(item.Payload));
}
