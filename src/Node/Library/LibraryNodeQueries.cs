using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Library;

/// <summary>What a node says of itself, as far as it is shown: a chapter what the hub shows of it.</summary>
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

    /// <summary>French side of the name that was shown before.</summary>
    public required string BeforeFr { get; init; }

    /// <summary>English side of the name that was shown before.</summary>
    public required string BeforeEn { get; init; }

    /// <summary>Its name.</summary>
    public Bilingual Name => new(NameFr, NameEn);

    /// <summary>What it was called before, so that nobody takes it for a newcomer or for another; empty when it was always called so.</summary>
    public Bilingual Before => new(BeforeFr, BeforeEn);
}

/// <summary>The nodes this node has heard of.</summary>
public sealed class LibraryNodeQueries(Database database)
{
    private const int Most = 1000;

    private const string Columns = "node_id, name_fr, name_en, public_contact, web_address, before_fr, before_en";

    /// <summary>All of them, in the order of their names in Québec French.</summary>
    public Task<IReadOnlyList<LibraryNode>> All(CancellationToken cancellationToken) => database.Query<LibraryNode>(
        $"select {Columns} from library_node order by name_sort, node_id limit @Most", new { Most }, cancellationToken);

    /// <summary>One node; null when nothing that it says of itself is shown.</summary>
    public Task<LibraryNode?> Find(string nodeId, CancellationToken cancellationToken) => database.Find<LibraryNode>(
        $"select {Columns} from library_node where node_id = @nodeId", new { nodeId }, cancellationToken);

    /// <summary>The hub whose word counts here; null while there is none.</summary>
    public Task<LibraryNode?> Hub(CancellationToken cancellationToken) => database.Find<LibraryNode>(
        $"select {Columns} from library_node where node_id = (select node_id from trusted_hub)", null, cancellationToken);
}

/// <summary>Looks names up: a name counts once the hub shows it, since it could be another community's.</summary>
public static class LibraryNodeNames
{
    /// <summary>A node's name; its six words in place of one that is not shown.</summary>
    public static Bilingual NameOf(this IReadOnlyList<LibraryNode> nodes, string nodeId) => ShownName(nodes.FirstOrDefault(n => n.NodeId == nodeId), nodeId);

    /// <inheritdoc cref="NameOf" />
    public static Bilingual ShownName(LibraryNode? node, string nodeId) =>
        node?.Name is { IsEmpty: false } name ? name
        : NodeId.TryParse(nodeId, out var id) ? Bilingual.Only(Language.French, SixWords.Of(id))
        : new Bilingual(LibraryText.NamelessChapter.Fr, LibraryText.NamelessChapter.En);
}
