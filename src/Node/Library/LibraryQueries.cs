using Dapper;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Lists and searches. The order is ours, so that every node shows the same whatever its database: title, summary, text; then newest; then id.
/// Everything is counted exactly, from what was found.
/// </summary>
public sealed class LibraryQueries(Database database)
{
    private const int MostValues = 200;
    private const int LastPage = 10_000;

    private readonly SearchIndex index = new(database);
    private readonly LibraryCatalogue catalogue = new(database);

    /// <summary>All that is shown, for those who count it.</summary>
    public Task<LibraryList> Everything(CancellationToken cancellationToken) => catalogue.Now(cancellationToken);

    /// <summary>What is kept in memory no longer counts: the tables are made anew.</summary>
    public Task Forget(CancellationToken cancellationToken) => catalogue.Forget(cancellationToken);

    /// <summary>One page of what is asked for.</summary>
    public async Task<LibraryPage> Find(LibrarySearch search, CancellationToken cancellationToken)
    {
        var words = SearchWords.Of(search.Words);
        if (words is { Words.Count: 0 })
        {
            return new(0, [], LibraryFacet.Kinds.ToDictionary(k => k, _ => (IReadOnlyList<LibraryFacet>)[]), words.Shortened);
        }

        var hits = words is null ? null : await index.Find(words, cancellationToken).ConfigureAwait(false);
        var list = await catalogue.Now(cancellationToken).ConfigureAwait(false);
        var narrowings = search.Narrowings.Select(n => list.Facet(n.Kind, n.Value)).ToList();
        var (total, facets) = list.CountFound(hits, narrowings);
        var shown = list.Found(hits, narrowings).Skip((Math.Clamp(search.Page, 1, LastPage) - 1) * LibrarySearch.PageSize).Take(LibrarySearch.PageSize);
        return new(
            total,
            await Entries([.. shown], cancellationToken).ConfigureAwait(false),
            LibraryFacet.Kinds.ToDictionary(kind => kind, kind => Values(kind, facets)),
            words?.Shortened ?? false);
    }

    private static IReadOnlyList<LibraryFacet> Values(string kind, IEnumerable<(FacetValue Facet, int Practices)> facets) =>
    [
        .. facets.Where(f => f.Facet.Kind == kind).Select(f => new LibraryFacet { Value = f.Facet.Value, Practices = f.Practices })
            .OrderByDescending(f => f.Practices).ThenBy(f => f.Value, StringComparer.Ordinal).Take(MostValues),
    ];

    private async Task<IReadOnlyList<LibraryEntry>> Entries(IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters();
        var rows = await database.Query<Row>(
            $"""
            select p.number, p.node_id, p.practice_id, p.language, p.title, p.summary, p.revised_at,
                   (select o.practice_id from library_translation t join library_practice o on o.number = t.other
                     where t.number = p.number order by o.number limit 1) as in_other_language
              from library_practice p
             where p.item_id is not null and p.number {args.In("number", numbers, database.Engine)}
            """,
            args,
            cancellationToken).ConfigureAwait(false);
        var entries = rows.ToDictionary(row => row.Number, row => row.Entry);
        return [.. numbers.Where(entries.ContainsKey).Select(number => entries[number])];
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }

        public required string Language { get; init; }

        public required string Title { get; init; }

        public required string Summary { get; init; }

        public required DateTimeOffset RevisedAt { get; init; }

        public required Guid? InOtherLanguage { get; init; }

        public LibraryEntry Entry => new()
        {
            NodeId = NodeId,
            PracticeId = PracticeId,
            Language = Language,
            Title = Title,
            Summary = Summary,
            RevisedAt = RevisedAt,
            InOtherLanguage = InOtherLanguage,
        };
    }
}
