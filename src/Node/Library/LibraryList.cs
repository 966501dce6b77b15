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
    private readonly ListedPractice[] newest;
    private readonly FacetValue[] facets;

    private LibraryList(ListedPractice[] newest, FacetValue[] facets) => (this.newest, this.facets) = (newest, facets);

    /// <summary>A library with nothing in it.</summary>
    internal static LibraryList Empty { get; } = new([], []);

    /// <summary>How many practices each chapter has; chapters without any are not there.</summary>
    public IReadOnlyDictionary<string, int> ByChapter => field ??= newest.CountBy(p => p.Chapter.Value).ToDictionary();

    /// <summary>How many practices are shown.</summary>
    public int Count => newest.Length;

    /// <summary>The chapters that have any, the one with the newest first.</summary>
    public IEnumerable<string> Chapters => newest.Select(p => p.Chapter).Distinct().Select(c => c.Value);

    /// <summary>How many were last revised at a moment or after it.</summary>
    public int RevisedSince(DateTimeOffset moment) => newest.TakeWhile(p => p.RevisedAt >= moment).Count();

    /// <summary>What somebody narrows by; of a value that no practice has ever had, one that none has.</summary>
    internal FacetValue Facet(string kind, string value) => facets.FirstOrDefault(f => f.Kind == kind && f.Value == value) ?? new(facets.Length, kind, value);

    /// <summary>How many of those that were found have all that is asked for, and with each value how many have the rest of it: all but what its own kind is narrowed by.</summary>
    internal (int Total, IEnumerable<(FacetValue Facet, int Practices)> Facets) CountFound(SearchHits? hits, IReadOnlyList<FacetValue> narrowings)
    {
        var (total, counts) = (0, new int[facets.Length]);
        foreach (var practice in newest)
        {
            if (hits is null || hits.Has(practice.Number))
            {
                var missing = practice.Missing(narrowings, out var many);
                total += missing is null ? 1 : 0;
                if (!many)
                {
                    practice.Count(counts, missing?.Kind);
                }
            }
        }

        return (total, facets.Where(f => counts[f.Place] > 0).Select(f => (f, counts[f.Place])));
    }

    /// <summary>The numbers of those that were found and have all that is asked for, in the order in which they are shown: by the field that they were found in, then the newest first.</summary>
    internal IEnumerable<long> Found(SearchHits? hits, IReadOnlyList<FacetValue> narrowings)
    {
        var tiers = hits is null ? [newest] : Enumerable.Range(0, SearchHits.Tiers).Select(tier => newest.Where(p => hits.Has(p.Number, tier)));
        return tiers.SelectMany(tier => tier).Where(p => p.Missing(narrowings, out _) is null).Select(p => p.Number);
    }

    /// <summary>The list after some practices changed.</summary>
    /// <param name="changed">Their numbers.</param>
    /// <param name="shown">Those of them that are shown.</param>
    /// <param name="all">Every value that any has had, each at its place.</param>
    internal LibraryList With(HashSet<long> changed, IEnumerable<ListedPractice> shown, IReadOnlyCollection<FacetValue> all)
    {
        var merged = new List<ListedPractice>(newest.Length + changed.Count);
        var (fresh, at) = (shown.Order().ToList(), 0);
        foreach (var practice in newest.Where(p => !changed.Contains(p.Number)))
        {
            for (; at < fresh.Count && fresh[at].CompareTo(practice) < 0; at++)
            {
                merged.Add(fresh[at]);
            }

            merged.Add(practice);
        }

        return new([.. merged, .. fresh.Skip(at)], all.Count == facets.Length ? facets : [.. all]);
    }
}

/// <summary>A value that practices can be narrowed by; there is one object of each.</summary>
internal sealed class FacetValue(int place, string kind, string value)
{
    public int Place => place;

    public string Kind => kind;

    public string Value => value;
}

/// <summary>A practice in the list.</summary>
/// <param name="Number">See the column.</param>
/// <param name="PracticeId">See the column.</param>
/// <param name="RevisedAt">See the column.</param>
/// <param name="Chapter">Whose it is.</param>
/// <param name="Others">What else it can be narrowed by; an array that practices with the same share.</param>
internal sealed record ListedPractice(long Number, Guid PracticeId, DateTimeOffset RevisedAt, FacetValue Chapter, FacetValue[] Others) : IComparable<ListedPractice>
{
    /// <summary>Newest first, then by id, so that every node shows the same.</summary>
    public int CompareTo(ListedPractice? other) => other is null ? -1
        : other.RevisedAt.CompareTo(RevisedAt) is not 0 and var later ? later
        : PracticeId.CompareTo(other.PracticeId) is not 0 and var byId ? byId
        : string.CompareOrdinal(Chapter.Value, other.Chapter.Value);

    /// <summary>The first of some values that it has not; null when it has them all.</summary>
    public FacetValue? Missing(IReadOnlyList<FacetValue> values, out bool many)
    {
        FacetValue? missing = null;
        many = false;
        for (var at = 0; at < values.Count && !many; at++)
        {
            if (!ReferenceEquals(values[at], Chapter) && Array.IndexOf(Others, values[at]) < 0)
            {
                many = missing is not null;
                missing ??= values[at];
            }
        }

        return missing;
    }

    /// <summary>Counts its values, or those of one kind.</summary>
    public void Count(int[] counts, string? kind)
    {
        counts[Chapter.Place] += kind is null or LibraryFacet.Chapter ? 1 : 0;
        foreach (var value in Others)
        {
            counts[value.Place] += kind is null || kind == value.Kind ? 1 : 0;
        }
    }
}

/// <summary>Keeps the list up with the tables, whoever writes them: at every look it reads what changed since the last.</summary>
internal sealed class LibraryCatalogue(Database database)
{
    private readonly Dictionary<(string Kind, string Value), FacetValue> facets = [];
    private readonly Dictionary<(string, string, string), FacetValue[]> shared = [];
    private LibraryList list = LibraryList.Empty;
    private long upTo;

    private SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The tables are made anew, and number their changes from the beginning.</summary>
    public async Task Forget(CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        (list, upTo) = (LibraryList.Empty, 0);
        Turn.Release();
    }

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
                        shown.Add(new(row.Number, row.PracticeId, row.RevisedAt, Facet(LibraryFacet.Chapter, row.NodeId), Others(row)));
                    }
                }
            }

            (list, upTo) = (changed.Count == 0 ? list : list.With(changed, shown, facets.Values), last);
            return list;
        }
        finally
        {
            Turn.Release();
        }
    }

    private FacetValue Facet(string kind, string value) => facets.TryGetValue((kind, value), out var known) ? known : facets[(kind, value)] = new(facets.Count, kind, value);

    private FacetValue[] Others(Row row)
    {
        var key = (row.Language, row.Topics, row.Chime);
        return shared.TryGetValue(key, out var known) ? known : shared[key] =
        [
            Facet(LibraryFacet.Language, row.Language),
            .. row.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(topic => Facet(LibraryFacet.Topic, topic)),
            .. row.Chime.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(process => Facet(LibraryFacet.Chime, process)),
        ];
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
