using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>What a node says of itself, as far as the network may see.</summary>
public sealed record LibraryNode
{
    /// <summary>Its id.</summary>
    public required string NodeId { get; init; }

    /// <summary>French name; may be empty.</summary>
    public required string NameFr { get; init; }

    /// <summary>English name; may be empty.</summary>
    public required string NameEn { get; init; }

    /// <summary>An address the community wants to be reached at; may be empty.</summary>
    public required string PublicContact { get; init; }

    /// <summary>Its web site; may be empty.</summary>
    public required string WebAddress { get; init; }

    /// <summary>Its name.</summary>
    public Bilingual Name => new(NameFr, NameEn);
}

/// <summary>The nodes this node has heard of.</summary>
public sealed class LibraryNodeQueries(Database database)
{
    private const int Most = 1000;

    /// <summary>All of them, in the order of their names in Québec French.</summary>
    public Task<IReadOnlyList<LibraryNode>> All(CancellationToken cancellationToken) => database.Query<LibraryNode>(
        "select node_id, name_fr, name_en, public_contact, web_address from library_node order by name_sort, node_id limit @Most", new { Most }, cancellationToken);

    /// <summary>One node; null when it never said anything of itself.</summary>
    public Task<LibraryNode?> Find(string nodeId, CancellationToken cancellationToken) => database.Find<LibraryNode>(
        "select node_id, name_fr, name_en, public_contact, web_address from library_node where node_id = @nodeId", new { nodeId }, cancellationToken);
}

/// <summary>Looks names up.</summary>
public static class LibraryNodeNames
{
    /// <summary>A node's name; words in its place when it has none.</summary>
    public static Bilingual NameOf(this IReadOnlyList<LibraryNode> nodes, string nodeId) => nodes.FirstOrDefault(n => n.NodeId == nodeId)?.Name is { IsEmpty: false } name
        ? name
        : new Bilingual(LibraryText.NamelessChapter.Fr, LibraryText.NamelessChapter.En);
}
