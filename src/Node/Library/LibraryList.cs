using Dapper;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Every practice that is shown, newest first, as the tables had it at one moment: what lists and counts go by and nothing more, some hundred bytes each.
/// To count what a hundred thousand practices can be narrowed by takes a database half a second; going through this takes milliseconds.
/// </summary>
public sealed class LibraryList
{
    private readonly IReadOnlyList<ListedPractice> newest;

    private LibraryList(IReadOnlyList<ListedPractice> newest) => this.newest = newest;

    /// <summary>A library with nothing in it.</summary>
    internal static LibraryList Empty { get; } = new([]);

    /// <summary>How many practices each chapter has; chapters without any are not there.</summary>
    public IReadOnlyDictionary<string, int> ByChapter => field ??= newest.CountBy(p => p.Facets.Chapter).ToDictionary();

    /// <summary>How many practices are shown.</summary>
    public int Count => newest.Count;

    /// <summary>The chapters that have any, the one with the newest first.</summary>
    public IEnumerable<string> Chapters => newest.Select(p => p.Facets.Chapter).Distinct();

    /// <summary>How many were last revised at a moment or after it.</summary>
    public int RevisedSince(DateTimeOffset moment) => newest.TakeWhile(p => p.RevisedAt >= moment).Count();

    /// <summary>How many of those that were found can be narrowed by the same.</summary>
    internal IReadOnlyList<KeyValuePair<LibraryFacets, int>> CountByFacets(SearchHits? hits) =>
        [.. newest.Where(p => hits?.Has(p.Number) ?? true).CountBy(p => p.Facets)];

    /// <summary>The numbers of those that were found, in the order in which they are shown: by the field that they were found in, then the newest first.</summary>
    internal IEnumerable<long> Found(SearchHits? hits, Func<LibraryFacets, bool> narrowed) => hits is null
        ? newest.Where(p => narrowed(p.Facets)).Select(p => p.Number)
        : Enumerable.Range(0, SearchHits.Tiers).SelectMany(tier => newest.Where(p => hits.Has(p.Number, tier) && narrowed(p.Facets))).Select(p => p.Number);

    /// <summary>The list after some practices changed.</summary>
    /// <param name="changed">Their numbers.</param>
    /// <param name="shown">Those of them that are shown.</param>
    internal LibraryList With(IReadOnlySet<long> changed, IEnumerable<ListedPractice> shown)
    {
        var merged = new List<ListedPractice>(newest.Count + changed.Count);
        var (fresh, at) = (shown.Order().ToList(), 0);
        foreach (var practice in newest.Where(p => !changed.Contains(p.Number)))
        {
            for (; at < fresh.Count && fresh[at].CompareTo(practice) < 0; at++)
            {
                merged.Add(fresh[at]);
            }

            merged.Add(practice);
        }

        return new([.. merged, .. fresh.Skip(at)]);
    }
}

/// <summary>A practice in the list. Practices with the same facets have the same object.</summary>
internal sealed record ListedPractice(long Number, Guid PracticeId, DateTimeOffset RevisedAt, LibraryFacets Facets) : IComparable<ListedPractice>
{
    /// <summary>Newest first, then by id, so that every node shows the same.</summary>
    public int CompareTo(ListedPractice? other) => other is null ? -1
        : other.RevisedAt.CompareTo(RevisedAt) is not 0 and var later ? later
        : PracticeId.CompareTo(other.PracticeId) is not 0 and var byId ? byId
        : string.CompareOrdinal(Facets.Chapter, other.Facets.Chapter);
}

/// <summary>What a practice can be narrowed by.</summary>
internal sealed class LibraryFacets(string chapter, string language, string topics, string chime)
{
    private readonly string[] languages = [language];
    private readonly string[] chapters = [chapter];
    private readonly string[] topics = topics.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly string[] chime = chime.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public string Chapter => chapters[0];

    /// <summary>Its values of a kind, each once.</summary>
    public IReadOnlyList<string> Of(string kind) => kind switch
    {
        LibraryFacet.Language => languages,
        LibraryFacet.Topic => topics,
        LibraryFacet.Chime => chime,
        _ => chapters,
    };
}

/// <summary>Keeps the list up with the tables, whoever writes them: at every look it reads what changed since the last.</summary>
internal sealed class LibraryCatalogue(Database database)
{
    private readonly Dictionary<(string, string, string, string), LibraryFacets> facets = [];
    private LibraryList list = LibraryList.Empty;
    private long upTo;

    private SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The list as it is now.</summary>
    public async Task<LibraryList> Now(CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (last, changed, shown) = (upTo, new HashSet<long>(), new List<ListedPractice>());
            await using (var connection = await database.OpenToRead(cancellationToken).ConfigureAwait(false))
            {
                // Row by row: a node that starts with a hundred thousand must not hold them twice.
                var rows = connection.QueryUnbufferedAsync<Row>(
                    "select number, node_id, practice_id, item_id is not null as shown, language, topics, chime, revised_at, changed from library_practice where changed > @upTo",
                    new { upTo });
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    last = Math.Max(last, row.Changed);
                    changed.Add(row.Number);
                    if (row.Shown)
                    {
                        shown.Add(new(row.Number, row.PracticeId, row.RevisedAt, FacetsOf(row)));
                    }
                }
            }

            (list, upTo) = (changed.Count == 0 ? list : list.With(changed, shown), last);
            return list;
        }
        finally
        {
            Turn.Release();
        }
    }

    private LibraryFacets FacetsOf(Row row)
    {
        var key = (row.NodeId, row.Language, row.Topics, row.Chime);
        return facets.TryGetValue(key, out var known) ? known : facets[key] = new(row.NodeId, row.Language, row.Topics, row.Chime);
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }

        public required bool Shown { get; init; }

        public required string Language { get; init; }

        public required string Topics { get; init; }

        public required string Chime { get; init; }

        public required DateTimeOffset RevisedAt { get; init; }

        public required long Changed { get; init; }
    }
}
