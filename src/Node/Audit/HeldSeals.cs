using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Audit;

/// <summary>The seals that this node holds, of its own security log and of others': whoever rewrites a log on another server does not reach them.</summary>
public sealed class HeldSeals(Database database)
{
    private const int Most = 10_000;

    // A profile may lack a seal; the newest that has one is not far.
    private const int MostLookedAt = 20;

    /// <summary>The newest seal of every node; of one node all of them, the newest first.</summary>
    /// <param name="nodeId">A node's id; empty for all nodes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<HeldSeal>> Of(string nodeId, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>(
            """
            select s.node_id, s.payload, s.received_at, coalesce(l.name_fr, '') as name_fr, coalesce(l.name_en, '') as name_en
              from (select i.node_id, i.feed_position, i.payload, i.received_at, row_number() over (partition by i.node_id order by i.feed_position desc) as place
                      from library_profile p
                      join item i on i.item_id = p.item_id
                     where i.status = 'accepted' and i.superseded = 0 and (@nodeId = '' or i.node_id = @nodeId)) s
              left join library_node l on l.node_id = s.node_id
             where s.place <= @each
             order by s.node_id, s.feed_position desc
             limit @Most
            """,
            new { nodeId, each = nodeId.Length == 0 ? MostLookedAt : Most, Most },
            cancellationToken).ConfigureAwait(false);
        var held = rows.Select(row => row.ToSeal()).Where(seal => seal.Seal.Length > 0);
        return [.. nodeId.Length == 0 ? held.DistinctBy(seal => seal.NodeId) : held];
    }

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required byte[] Payload { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required string NameFr { get; init; }

        public required string NameEn { get; init; }

        public HeldSeal ToSeal() => new(
            NodeId,
            new Bilingual(NameFr, NameEn) is { IsEmpty: false } shown ? shown : LibraryNodeNames.ShownName(null, NodeId),
            Convert.ToHexStringLower(NodeProfile.Parser.ParseFrom(Payload).SecurityLogSeal.Span),
            ReceivedAt);
    }
}

/// <summary>A seal of a node's security log.</summary>
/// <param name="NodeId">Whose log.</param>
/// <param name="Name">What that node is called here.</param>
/// <param name="Seal">In lower-case hexadecimal.</param>
/// <param name="ReceivedAt">When it got here, by this server's clock.</param>
public sealed record HeldSeal(string NodeId, Bilingual Name, string Seal, DateTimeOffset ReceivedAt);
