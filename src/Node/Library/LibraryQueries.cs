using Dapper;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Lists and searches. The order is ours, so that every node shows the same whatever its database: title, summary, text; then newest; then id.
/// What a list can be narrowed by is counted from what was found; only where nothing narrows it, from the counts that are kept.
/// </summary>
public sealed class LibraryQueries(Database database)
{
    private const int MostValues = 200;
    private const int LastPage = 10_000;

    // From here on it is cheaper to go through all values of a kind in their order than to look up and sort those of what was found.
    private const int Many = 5_000;

    private readonly SearchIndex index = SearchIndex.Of(database.Engine);

    /// <summary>One page of what is asked for.</summary>
    public async Task<LibraryPage> Find(LibrarySearch search, CancellationToken cancellationToken)
    {
        var words = SearchWords.Of(search.Words);
        if (words is { Words.Count: 0 })
        {
            return new(0, [], LibraryFacet.Kinds.ToDictionary(k => k, _ => (IReadOnlyList<LibraryFacet>)[]), words.Shortened);
        }

        var total = await Count(search, words, cancellationToken).ConfigureAwait(false);
        return new(
            total,
            await Entries(search, words, cancellationToken).ConfigureAwait(false),
            await Facets(search, words, total > Many, cancellationToken).ConfigureAwait(false),
            words?.Shortened ?? false);
    }

    private Task<long> Count(LibrarySearch search, SearchWords? words, CancellationToken cancellationToken)
    {
        var narrowings = search.Narrowings.ToList();
        if (words is null && narrowings.Count <= 1)
        {
            // Every practice has one language: together they are all there is.
            var (kind, value) = narrowings.Count == 1 ? narrowings[0] : (LibraryFacet.Language, null);
            return database.Find<long>(
                "select coalesce(sum(practices), 0) from library_facet_count where kind = @kind and value = coalesce(@value, value)",
                new { kind, value = value?.Replace("\0", "", StringComparison.Ordinal) }, cancellationToken);
        }

        var (from, args) = Matching(words, narrowings, index.Found);
        return database.Find<long>($"select count(*) {from}", args, cancellationToken);
    }

    private Task<IReadOnlyList<LibraryEntry>> Entries(LibrarySearch search, SearchWords? words, CancellationToken cancellationToken)
    {
        var (from, args) = Matching(words, search.Narrowings, index.Hits);
        args.Add("limit", LibrarySearch.PageSize);
        args.Add("offset", (Math.Clamp(search.Page, 1, LastPage) - 1) * LibrarySearch.PageSize);
        var tier = words is null ? "0" : "h.tier";
        // The page is chosen by what the order needs, and only its practices are read whole.
        return database.Query<LibraryEntry>(
            $"""
            select p.node_id, p.practice_id, p.language, p.title, p.summary, p.revised_at,
                   (select o.practice_id from library_translation t join library_practice o on o.number = t.other
                     where t.number = p.number order by o.number limit 1) as in_other_language
              from (select p.number, {tier} as tier {from}
                     order by {(words is null ? "" : "h.tier, ")}p.revised_at desc, p.practice_id, p.node_id limit @limit offset @offset) shown
              join library_practice p on p.number = shown.number
             order by shown.tier, p.revised_at desc, p.practice_id, p.node_id
            """,
            args,
            cancellationToken);
    }

    /// <summary>By kind, the values that the list can be narrowed by. A kind's own choice is left out of its counts: they say what its other values would give.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<LibraryFacet>>> Facets(LibrarySearch search, SearchWords? words, bool many, CancellationToken cancellationToken)
    {
        var narrowings = search.Narrowings.ToList();
        var facets = new Dictionary<string, IReadOnlyList<LibraryFacet>>();
        // Kinds without a choice of their own have the same list before them: one look serves them all, unless it would have to sort too much.
        foreach (var kinds in LibraryFacet.Kinds.GroupBy(kind => (Own: narrowings.Find(n => n.Kind == kind), Alone: many ? kind : "")))
        {
            var found = await Values(words, [.. narrowings.Where(n => n != kinds.Key.Own)], [.. kinds], many, cancellationToken).ConfigureAwait(false);
            foreach (var kind in kinds)
            {
                facets[kind] = [.. found.Where(f => f.Kind == kind).OrderByDescending(f => f.Practices).ThenBy(f => f.Value, StringComparer.Ordinal).Take(MostValues)];
            }
        }

        return facets;
    }

    private Task<IReadOnlyList<LibraryFacet>> Values(
        SearchWords? words, IReadOnlyList<(string Kind, string Value)> narrowings, IReadOnlyList<string> kinds, bool many, CancellationToken cancellationToken)
    {
        var (from, args) = Matching(words, narrowings, index.Found);
        var of = args.List("of", kinds);
        var counted = words is null && narrowings.Count == 0 ? $"select kind, value, practices from library_facet_count where kind in {of} and practices > 0"
            : many ? $"select kind, value, count(*) as practices from library_facet where kind in {of} and number in (select p.number {from}) group by kind, value"
            : $"""
              select f.kind, f.value, count(*) as practices
                from (select p.number {from}) hit
                join library_facet f on f.number = hit.number
               where f.kind in {of}
               group by f.kind, f.value
              """;
        return database.Query<LibraryFacet>(counted, args, cancellationToken);
    }

    private (string From, DynamicParameters Args) Matching(SearchWords? words, IEnumerable<(string Kind, string Value)> narrowings, string hits)
    {
        var args = new DynamicParameters();
        var found = "";
        if (words is not null)
        {
            found = $" join ({hits}) h on h.number = p.number";
            args.Add("InTitle", index.Expression(words, 1));
            args.Add("InSummary", index.Expression(words, 2));
            args.Add("Anywhere", index.Expression(words, 3));
        }

        var narrowed = "";
        foreach (var (kind, value) in narrowings)
        {
            // The kind is one of ours; the value is a parameter.
            narrowed += $" and p.number in (select f.number from library_facet f where f.kind = '{kind}' and f.value = @{kind})";
            args.Add(kind, value.Replace("\0", "", StringComparison.Ordinal));
        }

        return ($"from library_practice p{found} where p.item_id is not null{narrowed}", args);
    }
}
