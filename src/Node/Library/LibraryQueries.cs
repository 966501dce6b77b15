using Dapper;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Lists and searches. The order is ours, so that every node shows the same whatever its database: title, summary, text; then newest; then id.</summary>
public sealed class LibraryQueries(Database database)
{
    private const int MostValues = 200;
    private const int LastPage = 10_000;

    private readonly SearchIndex index = SearchIndex.Of(database.Engine);

    /// <summary>One page of what is asked for.</summary>
    public async Task<LibraryPage> Find(LibrarySearch search, CancellationToken cancellationToken)
    {
        var words = SearchWords.Of(search.Words);
        if (words is { Words.Count: 0 })
        {
            return new(0, [], LibraryFacet.Kinds.ToDictionary(k => k, _ => (IReadOnlyList<LibraryFacet>)[]), words.Shortened);
        }

        var facets = new Dictionary<string, IReadOnlyList<LibraryFacet>>();
        foreach (var kind in LibraryFacet.Kinds)
        {
            facets[kind] = await Values(search, words, kind, cancellationToken).ConfigureAwait(false);
        }

        return new(
            await Count(search, words, cancellationToken).ConfigureAwait(false),
            await Entries(search, words, cancellationToken).ConfigureAwait(false),
            facets,
            words?.Shortened ?? false);
    }

    private Task<long> Count(LibrarySearch search, SearchWords? words, CancellationToken cancellationToken)
    {
        var (from, args) = Matching(words, search.Narrowings);
        return database.Find<long>($"select count(*) {from}", args, cancellationToken);
    }

    private Task<IReadOnlyList<LibraryEntry>> Entries(LibrarySearch search, SearchWords? words, CancellationToken cancellationToken)
    {
        var (from, args) = Matching(words, search.Narrowings);
        args.Add("limit", LibrarySearch.PageSize);
        args.Add("offset", (Math.Clamp(search.Page, 1, LastPage) - 1) * LibrarySearch.PageSize);
        return database.Query<LibraryEntry>(
            $"""
            select p.node_id, p.practice_id, p.language, p.title, p.summary, p.revised_at,
                   (select o.practice_id from library_translation t join library_practice o on o.number = t.other
                     where t.number = p.number order by o.number limit 1) as in_other_language
            {from}
            order by h.tier, p.revised_at desc, p.practice_id, p.node_id
            limit @limit offset @offset
            """,
            args,
            cancellationToken);
    }

    /// <summary>What a facet's other values would give: its own choice is left out of the count.</summary>
    private Task<IReadOnlyList<LibraryFacet>> Values(LibrarySearch search, SearchWords? words, string kind, CancellationToken cancellationToken)
    {
        var (from, args) = Matching(words, search.Narrowings.Where(n => n.Kind != kind));
        args.Add("kind", kind);
        args.Add("most", MostValues);
        return database.Query<LibraryFacet>(
            $"""
            select value, count(*) as practices
              from library_facet
             where kind = @kind and number in (select p.number {from})
             group by value
             order by practices desc, value
             limit @most
            """,
            args,
            cancellationToken);
    }

    private (string From, DynamicParameters Args) Matching(SearchWords? words, IEnumerable<(string Kind, string Value)> narrowings)
    {
        var args = new DynamicParameters();
        var hits = "select number, 0 as tier from library_practice";
        if (words is not null)
        {
            hits = index.Hits;
            args.Add("InTitle", index.Expression(words, 1));
            args.Add("InSummary", index.Expression(words, 2));
            args.Add("Anywhere", index.Expression(words, 3));
        }

        var narrowed = "";
        foreach (var (kind, value) in narrowings)
        {
            // The kind is one of ours; the value is a parameter.
            narrowed += $" and exists (select 1 from library_facet f where f.number = p.number and f.kind = '{kind}' and f.value = @{kind})";
            args.Add(kind, value.Replace("\0", "", StringComparison.Ordinal));
        }

        return ($"from library_practice p join ({hits}) h on h.number = p.number where p.item_id is not null{narrowed}", args);
    }
}
