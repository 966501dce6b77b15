using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Directory;

/// <summary>The chapters that the public may know of.</summary>
public sealed class DirectoryQueries(Database database, LibraryQueries library)
{
    private const int Most = 1000;

    // What this hub shows; in the moment between admission and the library, what it was admitted with, which is the same.
    private const string Chapters =
        """
        select e.node_id, e.standing, coalesce(l.name_fr, e.name_fr) as name_fr, coalesce(l.name_en, e.name_en) as name_en,
               coalesce(l.before_fr, '') as before_fr, coalesce(l.before_en, '') as before_en,
               coalesce(l.region_scheme, '') as region_scheme, coalesce(l.region_code, '') as region_code, coalesce(l.languages, '') as languages,
               coalesce(l.public_contact, '') as public_contact, coalesce(l.web_address, '') as web_address,
               coalesce(l.description_fr, '') as description_fr, coalesce(l.description_en, '') as description_en,
               c.last_at
          from enrolment e
          left join library_node l on l.node_id = e.node_id
          left join chapter_contact c on c.node_id = e.node_id
         where e.standing in ('Admitted', 'Suspended')
        """;

    /// <summary>All of them, in the order of their names in Québec French.</summary>
    public async Task<IReadOnlyList<DirectoryChapter>> All(CancellationToken cancellationToken)
    {
        var chapters = await database.Query<DirectoryChapter>(
            $"{Chapters} order by case when l.name_sort is null then 1 else 0 end, l.name_sort, e.node_id limit @Most", new { Most }, cancellationToken).ConfigureAwait(false);
        var practices = (await library.Everything(cancellationToken).ConfigureAwait(false)).ByChapter;
        return [.. chapters.Select(chapter => chapter with { Practices = practices.GetValueOrDefault(chapter.NodeId) })];
    }

    /// <summary>One; null when it is not in the directory.</summary>
    public async Task<DirectoryChapter?> Find(string nodeId, CancellationToken cancellationToken) =>
        await database.Find<DirectoryChapter>($"{Chapters} and e.node_id = @nodeId", new { nodeId }, cancellationToken).ConfigureAwait(false) is { } chapter
            ? chapter with { Practices = (await library.Everything(cancellationToken).ConfigureAwait(false)).ByChapter.GetValueOrDefault(nodeId) }
            : null;
}
