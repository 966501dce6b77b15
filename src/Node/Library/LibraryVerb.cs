using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Tells from the command line what the library holds, so that nobody has to leaf through it to see whether everything has come.</summary>
internal static class LibraryVerb
{
    private const int Most = 1000;

    public static Verb Library { get; } = new(
        "library",
        "Prints how many practices of each community can be read here, one community a line",
        [],
        async (services, _, cancellationToken) =>
        {
            // What has arrived is worked in first.
            await services.GetRequiredService<FollowerLoop>().CatchUp(cancellationToken);
            var rows = await services.GetRequiredService<Database>().Query<Row>(
                """
                select k.node_id, coalesce(n.name_fr, '') as name_fr, coalesce(n.name_en, '') as name_en, count(p.item_id) as practices
                  from (select node_id from library_profile union select node_id from library_practice) k
                  left join library_node n on n.node_id = k.node_id
                  left join library_practice p on p.node_id = k.node_id and p.withdrawn_at is null
                 group by k.node_id, n.name_fr, n.name_en, n.name_sort
                 order by case when n.name_sort is null then 1 else 0 end, n.name_sort, k.node_id
                 limit @Most
                """,
                new { Most },
                cancellationToken);
            return VerbResult.Done(string.Join('\n', rows.Select(r => string.Create(
                CultureInfo.InvariantCulture, $"{r.Practices,6}  {r.NodeId}  {r.Name.For(Language.English).Text}"))));
        });

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required string NameFr { get; init; }

        public required string NameEn { get; init; }

        public required long Practices { get; init; }

        public Bilingual Name => new Bilingual(NameFr, NameEn) is { IsEmpty: false } shown ? shown : LibraryNodeNames.ShownName(null, NodeId);
    }
}
