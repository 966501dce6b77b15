namespace RecoveryCoP.Hub.Names;

/// <summary>A node and what it is called.</summary>
public sealed record NamedNode(string NodeId, Bilingual Name)
{
    /// <summary>The skeletons of both sides.</summary>
    internal IEnumerable<string> Skeletons => new[] { Name.Fr, Name.En }.Where(side => !string.IsNullOrWhiteSpace(side)).Select(side => NameSkeleton.Of(side!));
}

/// <summary>Why a name must not be shown without somebody's word.</summary>
/// <param name="With">The node whose name it could be taken for; null where it has letters that cannot be compared.</param>
public sealed record Likeness(NamedNode? With)
{
    /// <summary>What a node's name could be taken for; null when it can be told from all others.</summary>
    public static Likeness? Find(NamedNode node, IEnumerable<NamedNode> shown)
    {
        var skeletons = node.Skeletons.ToHashSet();
        var other = shown.FirstOrDefault(s => s.NodeId != node.NodeId && s.Skeletons.Any(skeletons.Contains));
        return other is not null || !skeletons.All(NameSkeleton.IsComparable) ? new(other) : null;
    }
}
