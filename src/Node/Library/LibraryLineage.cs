using Dapper;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>A practice in the tree of what grew from one.</summary>
/// <param name="NodeId">The chapter whose it is.</param>
/// <param name="PracticeId">Its id there.</param>
/// <param name="Title">Its title; empty when nothing of it may be shown: it was withdrawn, or is not here.</param>
/// <param name="Language">The language of the title.</param>
/// <param name="Said">What its chapter signed of the adaptation; null for the one at the root.</param>
/// <param name="Adaptations">What was adapted from it, by chapter and id.</param>
public sealed record PracticeKin(string NodeId, Guid PracticeId, string Title, string Language, PracticeRevision? Said, IReadOnlyList<PracticeKin> Adaptations)
{
    /// <summary>True when it can be read.</summary>
    public bool IsShown => Title.Length > 0;

    /// <summary>How many practices there are in the tree from here on.</summary>
    public int Count => 1 + Adaptations.Sum(a => a.Count);
}

/// <summary>A revision of another practice that one was adapted from.</summary>
/// <param name="NodeId">The chapter whose it is.</param>
/// <param name="PracticeId">Its id there; null while that revision is not here.</param>
/// <param name="Title">Its title now; empty when nothing of it may be shown.</param>
/// <param name="Language">The language of the title.</param>
public sealed record PracticeOrigin(string NodeId, Guid? PracticeId, string Title, string Language);

/// <summary>That another chapter adapted a practice.</summary>
/// <param name="Origin">Whose id, in the chapter that wrote it.</param>
/// <param name="NodeId">The other chapter.</param>
/// <param name="PracticeId">The adaptation's id there.</param>
/// <param name="Title">The adaptation's title.</param>
public sealed record SharedAdaptation(Guid Origin, string NodeId, Guid PracticeId, string Title);

/// <summary>
/// The tree of practices that were adapted from each other, across chapters. It goes by what was signed and by nothing else, so every node with the same items
/// shows the same tree, in whatever order they came. What was withdrawn stays in it without its title, as long as something that can be read grew from it.
/// </summary>
public sealed class LibraryLineage(Database database)
{
    // Nobody reads more on a page, and a chain that a hostile node makes longer costs no more than this.
    private const int MostSteps = 100;
    private const int MostKin = 300;

    /// <summary>The tree that a practice is in, from its root; null when it was adapted from nothing and nothing that can be read from it.</summary>
    public async Task<PracticeKin?> Of(string nodeId, Guid practiceId, CancellationToken cancellationToken)
    {
        var root = await RootOf(new(nodeId, practiceId), cancellationToken).ConfigureAwait(false);
        var (kin, level) = (new Dictionary<SubjectKey, Kin> { [root] = new(root, null, null) }, new List<SubjectKey> { root });
        for (var step = 0; step < MostSteps && level.Count > 0 && kin.Count < MostKin; step++)
        {
            var next = (await AdaptedFrom(level, cancellationToken).ConfigureAwait(false)).Where(k => !kin.ContainsKey(k.Key)).Take(MostKin - kin.Count).ToList();
            next.ForEach(k => kin.Add(k.Key, k));
            level = [.. next.Select(k => k.Key)];
        }

        var titles = await Titles(kin.Keys, cancellationToken).ConfigureAwait(false);
        var children = kin.Values.Where(k => k.Parent is not null).ToLookup(k => k.Parent!);
        return Tree(kin[root]) is { Adaptations.Count: > 0 } tree ? tree : null;

        PracticeKin? Tree(Kin one)
        {
            var titled = titles.GetValueOrDefault(one.Key);
            var grown = children[one.Key].OrderBy(k => k.Key.NodeId, StringComparer.Ordinal).ThenBy(k => k.Key.Id).Select(Tree).OfType<PracticeKin>().ToList();
            return titled is null && grown.Count == 0 ? null : new(one.Key.NodeId, one.Key.Id, titled?.Title ?? "", titled?.Language ?? "", titled is null ? null : one.Said, grown);
        }
    }

    /// <summary>What a signed item is of.</summary>
    public async Task<PracticeOrigin> Origin(string nodeId, string itemId, CancellationToken cancellationToken)
    {
        var subject = await database.Find<byte[]>(
            $"select s.subject_id from item o join item_subject s on s.position = o.position where o.item_id = @item and o.node_id = @nodeId and {IsPractice}",
            new { nodeId, item = Convert.FromHexString(itemId), type }, cancellationToken).ConfigureAwait(false);
        if (subject is null)
        {
            return new(nodeId, null, "", "");
        }

        var key = new SubjectKey(nodeId, new Guid(subject, bigEndian: true));
        var titled = (await Titles([key], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(key);
        return new(nodeId, key.Id, titled?.Title ?? "", titled?.Language ?? "");
    }

    /// <summary>What other chapters adapted from a chapter's practices and shared between two moments; the first first.</summary>
    public async Task<IReadOnlyList<SharedAdaptation>> Elsewhere(string nodeId, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken) =>
    [
        .. (await database.Query<Adapted>(
            $"""
            select a.node_id, a.practice_id, l.title, s.subject_id
              from library_practice l
              join library_origin a on a.node_id = l.node_id and a.practice_id = l.practice_id
              join item o on o.item_id = a.origin_item and o.node_id = a.origin_node and {IsPractice}
              join item_subject s on s.position = o.position
             where l.shared_at >= @from and l.shared_at < @to and l.item_id is not null and l.withdrawn_at is null and a.origin_node = @nodeId and a.node_id <> @nodeId
             order by l.shared_at, l.number limit @most
            """,
            new { nodeId, from, to, most, type }, cancellationToken).ConfigureAwait(false))
            .Select(a => new SharedAdaptation(new Guid(a.SubjectId, bigEndian: true), a.NodeId, a.PracticeId, a.Title)),
    ];

    private static readonly string type = PracticeRevision.Descriptor.FullName;

    private const string IsPractice = "o.payload_type = @type and o.status <> 'quarantined'";

    // Two that each were adapted from the other, in the course of their revisions, have no first: then it is the one whose chapter and id are first.
    private async Task<SubjectKey> RootOf(SubjectKey practice, CancellationToken cancellationToken)
    {
        var way = new List<SubjectKey> { practice };
        while (way.Count < MostSteps && await OriginOf(way[^1], cancellationToken).ConfigureAwait(false) is { } origin)
        {
            if (way.IndexOf(origin) is >= 0 and var again)
            {
                return way[again..].OrderBy(k => k.NodeId, StringComparer.Ordinal).ThenBy(k => k.Id).First();
            }

            way.Add(origin);
        }

        return way[^1];
    }

    private async Task<SubjectKey?> OriginOf(SubjectKey practice, CancellationToken cancellationToken) =>
        await database.Find<Row>(
            $"""
            select a.origin_node as node_id, s.subject_id
              from library_origin a
              join item o on o.item_id = a.origin_item and o.node_id = a.origin_node and {IsPractice}
              join item_subject s on s.position = o.position
             where a.practice_id = @Id and a.node_id = @NodeId
            """,
            new { practice.Id, practice.NodeId, type }, cancellationToken).ConfigureAwait(false) is { } row ? row.Subject : null;

    private async Task<IEnumerable<Kin>> AdaptedFrom(IReadOnlyList<SubjectKey> practices, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters(new { type, most = MostKin });
        var subjects = args.In("subjects", practices.Select(p => p.Id.ToByteArray(bigEndian: true)), database.Engine);
        var rows = await database.Query<Row>(
            $"""
            select a.node_id, a.practice_id, a.payload, s.node_id as origin_node, s.subject_id
              from item_subject s
              join item o on o.position = s.position and {IsPractice}
              join library_origin a on a.origin_item = o.item_id and a.origin_node = o.node_id
             where s.subject_id {subjects}
             order by a.node_id, a.practice_id
             limit @most
            """,
            args, cancellationToken).ConfigureAwait(false);
        var wanted = practices.ToHashSet();
        return rows.Select(r => new Kin(new(r.NodeId, r.PracticeId), r.Subject with { NodeId = r.OriginNode! }, PracticeRevision.Parser.ParseFrom(r.Payload!))).Where(k => wanted.Contains(k.Parent!));
    }

    private async Task<Dictionary<SubjectKey, Titled>> Titles(IEnumerable<SubjectKey> practices, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters();
        var ids = args.In("ids", practices.Select(p => p.Id).Distinct(), database.Engine);
        return (await database.Query<Titled>(
            $"select node_id, practice_id, title, language from library_practice where practice_id {ids} and item_id is not null and withdrawn_at is null order by number limit 1000", args, cancellationToken).ConfigureAwait(false))
            .ToDictionary(t => new SubjectKey(t.NodeId, t.PracticeId));
    }

    private sealed record Kin(SubjectKey Key, SubjectKey? Parent, PracticeRevision? Said);

    private sealed record Row
    {
        public required string NodeId { get; init; }

        public Guid PracticeId { get; init; }

        public byte[]? Payload { get; init; }

        public string? OriginNode { get; init; }

        public required byte[] SubjectId { get; init; }

        public SubjectKey Subject => new(NodeId, new Guid(SubjectId, bigEndian: true));
    }

    private sealed record Adapted
    {
        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }

        public required string Title { get; init; }

        public required byte[] SubjectId { get; init; }
    }

    private sealed record Titled
    {
        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }

        public required string Title { get; init; }

        public required string Language { get; init; }
    }
}
