namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>I4: after healing, every node holds every feed to its end and has worked it in.</summary>
internal static class Agreement
{
    public static IReadOnlyList<string> Missing(IReadOnlyList<NodeState> nodes) => [.. Gaps(nodes), .. nodes.SelectMany(FollowersBehind)];

    /// <summary>What has yet to come over the wire.</summary>
    public static IReadOnlyList<string> Gaps(IReadOnlyList<NodeState> nodes) =>
        [.. nodes.SelectMany(node => FeedsBehind(node, nodes).Concat(TextsMissing(node, nodes)).Concat(ReceiptsMissing(node)))];

    private static IEnumerable<string> FeedsBehind(NodeState node, IReadOnlyList<NodeState> nodes) =>
        from other in nodes
        let there = other.FeedOf(other.NodeId).Count
        let here = node.FeedOf(other.NodeId).Count
        where here != there
        select $"{node.Name} holds {here} of {there} items of {other.Name}";

    // What its author still has everybody has.
    private static IEnumerable<string> TextsMissing(NodeState node, IReadOnlyList<NodeState> nodes) =>
        from other in nodes
        let without = node.FeedOf(other.NodeId).Where(item => item.Content is null).Select(item => item.Id).ToHashSet()
        from item in other.FeedOf(other.NodeId)
        where item.Status == "accepted" && item.Content is not null && without.Contains(item.Id)
        select $"{node.Name} lacks the text of item {item.FeedPosition} of {other.Name}";

    private static IEnumerable<string> FollowersBehind(NodeState node) => Unfollowed(node).Concat(node.Unrecalled == 0 ? [] : [$"{node.Name} has not recalled {node.Unrecalled} items of its own"]);

    private static IEnumerable<string> Unfollowed(NodeState node) =>
        from due in node.Due
        let at = node.Progress.GetValueOrDefault(due.Key)
        where at < due.Value
        select $"{node.Name}: {due.Key} is at {at} of {due.Value}";

    private static IEnumerable<string> ReceiptsMissing(NodeState node) =>
        node.IsHub ? [] : node.FeedOf(node.NodeId).Where(item => !node.Receipts.Contains(item.Id)).Select(item => $"{node.Name}: no receipt for item {item.FeedPosition}");
}
