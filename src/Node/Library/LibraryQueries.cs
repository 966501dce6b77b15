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
            await Entries(shown, search.ShownIn, cancellationToken).ConfigureAwait(false),
            LibraryFacet.Kinds.ToDictionary(kind => kind, kind => Values(kind, facets)),
            words?.Shortened ?? false);
    }

    private static IReadOnlyList<LibraryFacet> Values(string kind, IEnumerable<(FacetValue Facet, int Practices)> facets) =>
    [
        .. facets.Where(f => f.Facet.Kind == kind).Select(f => new LibraryFacet { Value = f.Facet.Value, Practices = f.Practices })
            .OrderByDescending(f => f.Practices).ThenBy(f => f.Value, StringComparer.Ordinal).Take(MostValues),
    ];

    /// <summary>What there is to read, so that a busy chapter does not hide the others: see <see cref="LibraryList.InTurns"/>.</summary>
    public async Task<IReadOnlyList<LibraryEntry>> InTurns(Language reader, int most, CancellationToken cancellationToken)
    {
        var list = await catalogue.Now(cancellationToken).ConfigureAwait(false);
        return await Entries(list.InTurns(most), reader.Code, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Practices as a list shows them, each in a language where it has a text in it.</summary>
    private async Task<IReadOnlyList<LibraryEntry>> Entries(IEnumerable<ListedPractice> practices, string? language, CancellationToken cancellationToken)
    {
        var texts = practices.Select(practice => (Practice: practice, Text: practice.In(language))).ToList();
        var args = new DynamicParameters();
        var entries = (await database.Query<LibraryEntry>(
            $"""
            select node_id, practice_id, language, title, summary, revised_at
              from library_practice
             where item_id is not null and number {args.In("numbers", texts.Select(t => t.Text.Number), database.Engine)}
            """,
            args,
            cancellationToken).ConfigureAwait(false)).ToDictionary(e => (e.NodeId, e.PracticeId));
        return
        [
            .. from shown in texts
               let entry = entries.GetValueOrDefault((shown.Text.Chapter.Value, shown.Text.PracticeId))
               where entry is not null
               select entry with
               {
                   RevisedAt = shown.Practice.LastRevisedAt,
                   InOtherLanguage = shown.Practice.Texts.FirstOrDefault(t => t.Number != shown.Text.Number)?.PracticeId,
               },
        ];
    }
}
