namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>I3, I5: what was seen of the nodes between two of their lives. Nothing that only grows may ever have gone back.</summary>
internal sealed class History
{
    private const int PositionCharacters = 16;

    private readonly List<NodeState> _seen = [];
    private readonly Lock _gate = new();

    public void Note(NodeState state)
    {
        lock (_gate)
        {
            _seen.Add(state);
        }
    }

    public IEnumerable<string> Broken(IReadOnlyList<NodeState> nodes) =>
        nodes.SelectMany(node =>
        {
            NodeState[] lives = [.. _seen.Where(state => state.Name == node.Name), node];
            return lives.Zip(lives.Skip(1)).SelectMany(pair => WentBack(pair.First, pair.Second)).Concat(lives.SelectMany(life => NoPrefix(life, nodes)));
        });

    private static IEnumerable<string> WentBack(NodeState before, NodeState after)
    {
        foreach (var (name, position) in before.Progress.Where(p => after.Progress.GetValueOrDefault(p.Key) < p.Value))
        {
            yield return $"I5 {before.Name}: {name} went back from {position}";
        }

        // Big-endian, so its order is that of its digits.
        if (before.Cursor.Length > 0 && string.CompareOrdinal(before.Cursor[..PositionCharacters], after.Cursor[..PositionCharacters]) > 0)
        {
            yield return $"I5 {before.Name}: its cursor went back from {before.Cursor} to {after.Cursor}";
        }
    }

    private static IEnumerable<string> NoPrefix(NodeState life, IReadOnlyList<NodeState> nodes) =>
        from owner in nodes
        let now = owner.FeedOf(owner.NodeId)
        let then = life.FeedOf(owner.NodeId)
        where !then.Select(item => item.Id).SequenceEqual(now.Take(then.Count).Select(item => item.Id))
        select $"I3 {life.Name} once held a feed of {owner.Name} that was no prefix of it";
}
