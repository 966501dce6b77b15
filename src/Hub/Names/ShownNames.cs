using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Names;

/// <summary>Which profile this hub shows for a chapter: said in its feed, and kept beside it so that the next name can be compared with all that are shown.</summary>
public sealed class ShownNames(Database database, OwnFeed feed, ThisNode node)
{
    private const int Most = 10_000;

    private const string Sql =
        """
        select i.node_id, c.bytes
          from shown_profile s
          join item i on i.item_id = s.item_id
          join item_content c on c.position = i.position
         order by i.node_id limit @Most
        """;

    /// <summary>What is shown now: the chapters' names and this hub's own.</summary>
    public async Task<IReadOnlyList<NamedNode>> All(CancellationToken cancellationToken) =>
        Named(await database.Query<Row>(Sql, new { Most }, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc cref="All(CancellationToken)" />
    internal async Task<IReadOnlyList<NamedNode>> All(Transaction transaction) => Named(await transaction.Query<Row>(Sql, new { Most }).ConfigureAwait(false));

    /// <summary>Shows a profile for a chapter from now on, in the transaction that decides it.</summary>
    internal async Task Show(Transaction transaction, NodeId chapter, ItemId profile)
    {
        await feed.Append(
            transaction,
            [new Statement((at, _) => new DirectoryEntry { At = at, NodeId = chapter.Value, ProfileItem = ByteString.CopyFrom(profile.ToBytes()) })]).ConfigureAwait(false);
        await transaction.Execute(
            "insert into shown_profile (node_id, item_id) values (@chapter, @profile) on conflict (node_id) do update set item_id = excluded.item_id",
            new { chapter = chapter.Value, profile = profile.ToBytes() }).ConfigureAwait(false);
        await transaction.Execute("delete from waiting_profile where node_id = @chapter", new { chapter = chapter.Value }).ConfigureAwait(false);
    }

    private IReadOnlyList<NamedNode> Named(IEnumerable<Row> rows) =>
        [.. node.IsFounded ? [new NamedNode(node.Identity.Id.Value, node.Profile.Name)] : Array.Empty<NamedNode>(), .. rows.Select(row => new NamedNode(row.NodeId, NameIn(row.Bytes)))];

    /// <summary>The name in a profile's content.</summary>
    internal static Bilingual NameIn(byte[] content) => Of(NodeProfileContent.Parser.ParseFrom(content));

    private static Bilingual Of(NodeProfileContent said) => new(said.NameFr, said.NameEn);

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
