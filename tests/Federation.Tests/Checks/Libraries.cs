using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>I1, I2, I7: a library shows each shared practice once, as its chapter signed it, and nothing else.</summary>
internal static class Libraries
{
    public static IEnumerable<string> Broken(IReadOnlyList<NodeState> nodes, IReadOnlyList<Written> written) =>
        nodes.SelectMany(node => Unsigned(node, textsAreHere: true).Concat(Untrue(node, nodes, written)));

    /// <summary>I7 alone, while something is still on its way: less may be shown than was shared, and nothing else.</summary>
    public static IEnumerable<string> Forged(IReadOnlyList<NodeState> nodes, IReadOnlyList<Written> written) =>
        nodes.SelectMany(node => Unsigned(node, textsAreHere: false).Concat(Unshared(node, Shared(nodes, written))));

    // Every item was verified with its content before this is asked (Feeds).
    private static IEnumerable<string> Unsigned(NodeState node, bool textsAreHere)
    {
        var signed = node.Feeds.Where(item => item.Status == "accepted").Of<PracticeRevision>().ToDictionary(i => i.Row.Id);
        return from shown in node.ShownRevisions
               let item = signed.TryGetValue(shown.ItemId, out var found) ? found : default
               let holds = item.Row is not null && (item.Row.Content is not null || !textsAreHere) && item.Row.NodeId == shown.NodeId
                   && shown.Payload.AsSpan().SequenceEqual(item.Row.Payload)
                   && shown.PracticeId == Practices.IdOf(item.Payload.About).ToString() && shown.Revision == item.Payload.About.Revision
               where !holds
               select $"I7 {node.Name} shows revision {shown.Revision} of {shown.PracticeId}, which nobody signed";
    }

    private static IEnumerable<string> Untrue(NodeState node, IReadOnlyList<NodeState> nodes, IReadOnlyList<Written> written)
    {
        var shared = Shared(nodes, written);
        foreach (var fault in Unshared(node, shared))
        {
            yield return fault;
        }

        var shown = node.Shown.Where(row => row.IsShown).ToList();
        foreach (var ((home, id), practice) in shared)
        {
            var rows = shown.Where(row => row.NodeId == home && row.PracticeId == id).ToList();
            var revisions = node.ShownRevisions.Count(row => row.NodeId == home && row.PracticeId == id);
            var right = rows is [var row] && row.Revision == practice.Marks.Count && row.Title == $"Titre {practice.Marks[^1]}"
                && revisions == practice.Marks.Count - practice.SharedFrom + 1;
            if (!right)
            {
                yield return $"I1, I2 {node.Name} shows practice {id} {rows.Count} times, with {revisions} revisions";
            }
        }
    }

    private static Dictionary<(string Home, string Id), Written> Shared(IReadOnlyList<NodeState> nodes, IReadOnlyList<Written> written)
    {
        var homes = nodes.ToDictionary(n => n.Name, n => n.NodeId);
        return written.Where(p => p.SharedFrom is not null && !p.IsWithdrawn).ToDictionary(p => (homes[p.Chapter.Name], p.Id.ToString()));
    }

    private static IEnumerable<string> Unshared(NodeState node, Dictionary<(string Home, string Id), Written> shared) =>
        from row in node.Shown
        where (row.IsShown || row.Title.Length > 0) && !shared.ContainsKey((row.NodeId, row.PracticeId))
        select $"I6, I7 {node.Name} shows {row.PracticeId}, which is not shared";
}
