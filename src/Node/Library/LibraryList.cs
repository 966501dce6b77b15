using Dapper;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Every practice that is shown, newest first, as the tables had it at one moment: what lists and counts go by and nothing more, some hundred bytes each.
/// What was written in two languages is one. To count what a hundred thousand practices can be narrowed by takes a database half a second; going through this takes milliseconds.
/// </summary>
public sealed class LibraryList
{
    private readonly ListedPractice[] newest;
    private readonly FacetValue[] facets;

    private LibraryList(ListedPractice[] newest, FacetValue[] facets) => (this.newest, this.facets) = (newest, facets);

    /// <summary>A library with nothing in it.</summary>
    internal static LibraryList Empty { get; } = new([], []);

    /// <summary>How many practices each chapter has; chapters without any are not there.</summary>
    public IReadOnlyDictionary<string, int> ByChapter => field ??= Chapters.ToDictionary(own => own.Key.Value, own => own.Count());

    /// <summary>How many practices are shown.</summary>
    public int Count => newest.Length;

    /// <summary>How many were last revised, in any of their languages, at a moment or after it.</summary>
    public int RevisedSince(DateTimeOffset moment) => newest.TakeWhile(p => p.LastRevisedAt >= moment).Count();

    /// <summary>The newest of every chapter, newest first; then, while there is room, the second newest of every chapter, and so on.</summary>
    internal IEnumerable<ListedPractice> InTurns(int most) =>
        Chapters.SelectMany(own => own.Take(most).Index()).OrderBy(turn => turn.Index).ThenBy(turn => turn.Item).Select(turn => turn.Item).Take(most);

    /// <summary>What somebody narrows by; of a value that no practice has ever had, one that none has.</summary>
    internal FacetValue Facet(string kind, string value) => facets.FirstOrDefault(f => f.Kind == kind && f.Value == value) ?? new(facets.Length, kind, value);

    /// <summary>How many of those that were found have all that is asked for, and with each value how many have the rest of it: all but what its own kind is narrowed by.</summary>
    internal (int Total, IEnumerable<(FacetValue Facet, int Practices)> Facets) CountFound(SearchHits? hits, IReadOnlyList<FacetValue> narrowings)
    {
        var (total, counts) = (0, new int[facets.Length]);
        foreach (var practice in newest)
        {
            if (hits is null || practice.IsFound(hits))
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

    /// <summary>Those that were found and have all that is asked for, in the order in which they are shown: by the field that they were found in, then the newest first.</summary>
    internal IEnumerable<ListedPractice> Found(SearchHits? hits, IReadOnlyList<FacetValue> narrowings)
    {
        var tiers = hits is null ? [newest] : Enumerable.Range(0, SearchHits.Tiers).Select(tier => newest.Where(p => p.IsFound(hits, tier) && (tier == 0 || !p.IsFound(hits, tier - 1))));
        return tiers.SelectMany(tier => tier).Where(p => p.Missing(narrowings, out _) is null);
    }

    /// <summary>The list after some texts changed.</summary>
    /// <param name="changed">Their numbers.</param>
    /// <param name="shown">Those of them that are shown.</param>
    /// <param name="all">Every value that any has had, each at its place.</param>
    internal LibraryList With(HashSet<long> changed, IReadOnlyCollection<ListedPractice> shown, IReadOnlyCollection<FacetValue> all)
    {
        // Whatever gained or lost a language is put together anew.
        var groups = newest.Where(p => p.HasAny(changed)).Concat(shown).Select(p => p.Group).ToHashSet();
        var texts = newest.Where(p => groups.Contains(p.Group)).SelectMany(p => p.Texts).Where(t => !changed.Contains(t.Number)).Concat(shown);
        var (fresh, at) = (texts.GroupBy(t => t.Group).SelectMany(ListedPractice.Together).Order().ToList(), 0);
        var merged = new List<ListedPractice>(newest.Length + fresh.Count);
        foreach (var practice in newest.Where(p => !groups.Contains(p.Group)))
        {
            for (; at < fresh.Count && fresh[at].CompareTo(practice) < 0; at++)
            {
                merged.Add(fresh[at]);
            }

            merged.Add(practice);
        }

        return new([.. merged, .. fresh.Skip(at)], all.Count == facets.Length ? facets : [.. all]);
    }

    private ILookup<FacetValue, ListedPractice> Chapters => field ??= newest.ToLookup(p => p.Chapter);
}

/// <summary>A value that practices can be narrowed by; there is one object of each.</summary>
internal sealed class FacetValue(int place, string kind, string value)
{
    public int Place => place;

    public string Kind => kind;

    public string Value => value;
}

/// <summary>A practice in the list: the text that was there first, with the same in the other language.</summary>
/// <param name="Number">See the column.</param>
/// <param name="PracticeId">See the column.</param>
/// <param name="Original">See the column.</param>
/// <param name="RevisedAt">See the column.</param>
/// <param name="Chapter">Whose it is.</param>
/// <param name="Others">What else it can be narrowed by, its language first; an array that practices with the same share.</param>
/// <param name="Translation">The same in another language; null when there is none.</param>
internal sealed record ListedPractice(
    long Number, Guid PracticeId, Guid Original, DateTimeOffset RevisedAt, FacetValue Chapter, FacetValue[] Others, ListedPractice? Translation = null) : IComparable<ListedPractice>
{
    /// <summary>The same for all its languages.</summary>
    public (FacetValue Chapter, Guid Original) Group => (Chapter, Original);

    /// <summary>When it was last revised in any of its languages: the same for every reader.</summary>
    public DateTimeOffset LastRevisedAt => Translation?.LastRevisedAt is { } later && later > RevisedAt ? later : RevisedAt;

    /// <summary>Its texts, a language each.</summary>
    public IEnumerable<ListedPractice> Texts => Translation is null ? [this] : Translation.Texts.Prepend(this with { Translation = null });

    /// <summary>Puts the texts of one group together. Whoever has two in one language hides neither: the original stands in the group, or else the newest, and the other alone.</summary>
    public static IEnumerable<ListedPractice> Together(IEnumerable<ListedPractice> group)
    {
        var texts = group.OrderBy(t => t.PracticeId != t.Original).ThenBy(t => t).ToList();
        var together = texts.DistinctBy(t => t.Others[0]).ToList();
        var one = together[..^1].AsEnumerable().Reverse().Aggregate(together[^1], (rest, text) => text with { Translation = rest });
        return texts.Except(together).Prepend(one);
    }

    /// <summary>The text in a language; the first where there is none.</summary>
    public ListedPractice In(string? language) => Texts.FirstOrDefault(t => t.Others[0].Value == language) ?? this;

    /// <summary>Newest first, then by id, so that every node shows the same.</summary>
    public int CompareTo(ListedPractice? other) => other is null ? -1
        : other.LastRevisedAt.CompareTo(LastRevisedAt) is not 0 and var later ? later
        : PracticeId.CompareTo(other.PracticeId) is not 0 and var byId ? byId
        : string.CompareOrdinal(Chapter.Value, other.Chapter.Value);

    /// <summary>True when one of its texts has one of some numbers.</summary>
    public bool HasAny(HashSet<long> numbers) => numbers.Contains(Number) || Translation?.HasAny(numbers) == true;

    /// <summary>True when one of its texts was found, in that tier or a better one.</summary>
    public bool IsFound(SearchHits hits, int tier = SearchHits.Tiers - 1) => hits.Has(Number, tier) || Translation?.IsFound(hits, tier) == true;

    /// <summary>The first of some values that it has not in any language; null when it has them all.</summary>
    public FacetValue? Missing(IReadOnlyList<FacetValue> values, out bool many)
    {
        FacetValue? missing = null;
        many = false;
        for (var at = 0; at < values.Count && !many; at++)
        {
            if (!Has(values[at]))
            {
                many = missing is not null;
                missing ??= values[at];
            }
        }

        return missing;
    }

    /// <summary>Counts its values, each once, or those of one kind.</summary>
    public void Count(int[] counts, string? kind)
    {
        counts[Chapter.Place] += kind is null or LibraryFacet.Chapter ? 1 : 0;
        for (var (text, before) = (this, default(ListedPractice)); text is not null; (before, text) = (text, text.Translation))
        {
            foreach (var value in text.Others)
            {
                counts[value.Place] += (kind is null || kind == value.Kind) && (before is null || !Has(value, before)) ? 1 : 0;
            }
        }
    }

    private bool Has(FacetValue value, ListedPractice? last = null) =>
        ReferenceEquals(value, Chapter) || Array.IndexOf(Others, value) >= 0 || (!ReferenceEquals(this, last) && Translation?.Has(value, last) == true);
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
                    "select number, node_id, practice_id, original, item_id is not null as shown, language, topics, chime, revised_at, changed from library_practice where changed > @upTo",
                    new { upTo });
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    last = Math.Max(last, row.Changed);
                    changed.Add(row.Number);
                    if (row.Shown)
                    {
                        shown.Add(new(row.Number, row.PracticeId, row.Original, row.RevisedAt, Facet(LibraryFacet.Chapter, row.NodeId), Others(row)));
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

        public required Guid Original { get; init; }

        public required bool Shown { get; init; }

        public required string Language { get; init; }

        public required string Topics { get; init; }

        public required string Chime { get; init; }

        public required DateTimeOffset RevisedAt { get; init; }

        public required long Changed { get; init; }
    }
}
