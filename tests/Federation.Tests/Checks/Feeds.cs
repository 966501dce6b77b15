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
        where pair.First.FeedPosition != pair.Second.FeedPosition || pair.First.Id != pair.Second.Id || !pair.First.Payload.AsSpan().SequenceEqual(pair.Second.Payload)
        select $"I3 {holder.Name} holds something else than {owner.Name} at {pair.First.FeedPosition} of its feed";

    private static IEnumerable<string> Unverified(NodeState holder, string feed)
    {
        var state = FeedState.Empty;
        var rows = holder.FeedOf(feed);
        var taken = new List<ItemRow>();
        foreach (var entry in EntriesOf(holder, feed))
        {
            var verdict = FeedVerifier.Verify(state, entry.Entry);
            var items = rows.Where(row => row.FeedPosition >= entry.Row.First && row.FeedPosition <= entry.Row.Last).ToList();
            if (verdict.Kind != VerdictKind.Accepted || verdict.Items.Any(i => i.Quarantined != Reason.Unspecified) 
                || !verdict.Items.Select(i => i.Id.Hex).SequenceEqual(items.Select(row => row.Id)))
            {
                yield return $"I7 {holder.Name}: items {entry.Row.First} to {entry.Row.Last} of {feed} are {verdict.Kind} {verdict.Reason} {verdict.Field}";
                yield break;
            }

            state = verdict.Next;
            taken.AddRange(items);
        }

        // What a thief signed is a link of the chain, and nobody believes it once its owner has said so.
        foreach (var row in taken.Where(row => row.Status != (state.Keys.IsBelieved((ulong)row.FeedPosition) || row.PayloadType == KeyStatement.Descriptor.FullName ? "accepted" : "disbelieved")))
        {
            yield return $"I7 {holder.Name}: item {row.FeedPosition} of {feed} is {row.Status}";
        }

        if ((long)state.Position != rows.Count)
        {
            yield return $"I7 {holder.Name}: {rows.Count} items of {feed}, and signatures for {state.Position}";
        }
    }

    /// <summary>A feed's entries as they travel.</summary>
    public static IEnumerable<(EntryRow Row, FeedEntry Entry)> EntriesOf(NodeState holder, string feed)
    {
        var rows = holder.FeedOf(feed);
        foreach (var entry in holder.Statements.Where(e => e.NodeId == feed))
        {
            var signed = SignedItem.Parser.ParseFrom(entry.Statement);
            var items = rows.Where(row => row.FeedPosition >= entry.First && row.FeedPosition <= entry.Last).Select(ToItem);
            yield return (entry, entry.IsKeys
                ? new FeedEntry { NodeId = feed, KeyStatement = signed }
                : new FeedEntry { NodeId = feed, Run = new SignedRun { Run = signed, Items = { items } } });
        }
    }

    private static ItemWithContent ToItem(ItemRow row) => new()
    {
        Item = new Item { PayloadType = row.PayloadType, Payload = ByteString.CopyFrom(row.Payload) },
        Content = row.Content is null ? null : new Content { Salt = ByteString.CopyFrom(row.Salt!), Bytes = ByteString.CopyFrom(row.Content) },
    };

    /// <summary>The items of one type in a feed, as they were signed.</summary>
    public static IEnumerable<(ItemRow Row, T Payload)> Of<T>(this IEnumerable<ItemRow> feed) where T : class, IMessage<T>, new() =>
        from row in feed
        where row.PayloadType == new T().Descriptor.FullName
        select (row, new MessageParser<T>(() => new T()).ParseFrom(row.Payload));
}
