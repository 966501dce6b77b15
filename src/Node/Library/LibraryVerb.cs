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
                select n.node_id, n.name_fr, n.name_en, count(p.item_id) as practices
                  from library_node n
                  left join library_practice p on p.node_id = n.node_id and p.withdrawn_at is null
                 group by n.node_id, n.name_fr, n.name_en, n.name_sort
                 order by n.name_sort, n.node_id
                 limit @Most
                """,
                new { Most },
                cancellationToken);
            return VerbResult.Done(string.Join('\n', rows.Select(r => string.Create(
                CultureInfo.InvariantCulture, $"{r.Practices,6}  {r.NodeId}  {new Bilingual(r.NameFr, r.NameEn).For(Language.English).Text}"))));
        });

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public required string NameFr { get; init; }

        public required string NameEn { get; init; }

        public required long Practices { get; init; }
    }
}
