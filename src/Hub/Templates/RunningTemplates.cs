using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Templates;

/// <summary>Which template each community says that it runs, and which of them could take a newer version of this hub's.</summary>
public sealed class RunningTemplates(Database database, TemplateReleases releases, ThisNode node)
{
    private const int Most = 1000;

    /// <summary>The admitted communities, by name.</summary>
    public async Task<IReadOnlyList<RunningTemplate>> All(CancellationToken cancellationToken)
    {
        var newest = await releases.Newest(cancellationToken).ConfigureAwait(false);
        // What it says now counts, whether or not the name in that profile is shown.
        return [.. (await database.Query<Row>(
            """
            select e.node_id, coalesce(l.name_fr, '') as name_fr, coalesce(l.name_en, '') as name_en,
                   (select i.payload from library_profile p join item i on i.item_id = p.item_id
                     where p.node_id = e.node_id and i.status = 'accepted' and i.superseded = 0 order by i.feed_position desc limit 1) as payload
              from enrolment e
              left join library_node l on l.node_id = e.node_id
             where e.standing = 'Admitted'
             order by l.name_sort, e.node_id
             limit @Most
            """,
            new { Most }, cancellationToken).ConfigureAwait(false)).Select(row => Of(row, newest))];
    }

    private RunningTemplate Of(Row row, IReadOnlyDictionary<string, Version> newest)
    {
        var said = row.Payload is null ? new NodeProfile() : NodeProfile.Parser.ParseFrom(row.Payload);
        var version = Version.TryParse(said.TemplateVersion, out var parsed) ? parsed : null;
        var isOurs = said.TemplateHub.Length == 0 || said.TemplateHub == node.Identity.Id.Value;
        var better = version is not null && isOurs && newest.TryGetValue(said.TemplateId, out var last) && last > version ? last : null;
        return new(row.NodeId, LibraryNodeNames.ShownName(row.ToNode(), row.NodeId), said.TemplateId, version, better);
    }

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required string NameFr { get; init; }

        public required string NameEn { get; init; }

        public required byte[]? Payload { get; init; }

        public LibraryNode ToNode() => new() { NodeId = NodeId, NameFr = NameFr, NameEn = NameEn, PublicContact = "", WebAddress = "", BeforeFr = "", BeforeEn = "" };
    }
}

/// <summary>What a community runs.</summary>
/// <param name="NodeId">The community.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="TemplateId">The template; empty where it runs none, or does not say.</param>
/// <param name="Version">Its version; null with no template.</param>
/// <param name="Newer">The newer version that this hub released; null for a community that is not behind.</param>
public sealed record RunningTemplate(string NodeId, Bilingual Name, string TemplateId, Version? Version, Version? Newer);
