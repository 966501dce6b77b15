using Dapper;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>What a batch of news changes in the tables, worked out before the transaction that writes it.</summary>
internal sealed class LibraryWork
{
    private readonly List<LibraryRevision> newRevisions = [];
    private readonly List<byte[]> goneRevisions = [];
    private readonly List<PracticeEntry> entries = [];
    private IReadOnlyCollection<long> before = [];
    private SearchUpdate? search;
    private Counters counters = new() { Number = 0, Changed = 0 };

    /// <summary>Looks at all that is known of the practices that have news.</summary>
    public static async Task<LibraryWork> For(PracticeNews news, Database database, SharedItems shared, CancellationToken cancellationToken)
    {
        var work = new LibraryWork();
        if (news.Practices.Count == 0)
        {
            return work;
        }

        var originals = new Originals(database);
        IReadOnlyList<SubjectKey> practices = [.. news.Practices.Union(await originals.WaitedForBy(news.Revisions, cancellationToken).ConfigureAwait(false))];
        var args = new DynamicParameters();
        var ids = args.In("id", practices.Select(k => k.Id).Distinct(), database.Engine);
        var revisions = (await database.Query<LibraryRevision>(
            $"""
            select item_id, position, node_id, practice_id, revision, payload, revised_at, received_at
              from library_revision where practice_id {ids} order by position limit 100000
            """, args, cancellationToken).ConfigureAwait(false)).ToLookup(r => r.Key);
        var known = (await database.Query<KnownPractice>(
            $"select number, node_id, practice_id, shared_at, withdrawn_at, taken_down from library_practice where practice_id {ids} order by number limit 100000",
            args, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Key);
        var (newRevisions, withdrawals) = (news.Revisions.ToLookup(r => r.Key), news.Withdrawals.ToLookup(w => w.Key));
        var superseded = news.Superseded.Select(r => r.Position).ToHashSet();

        // Only this follower writes these tables, and its step is dropped when another process has taken it.
        work.counters = (await database.Find<Counters>(
            "select coalesce((select max(number) from library_practice), 0) as number, coalesce((select max(changed) from library_practice), 0) as changed",
            null, cancellationToken).ConfigureAwait(false))!;
        foreach (var key in practices)
        {
            IReadOnlyList<LibraryRevision> remaining = [.. work.Settle(key, [.. newRevisions[key]], [.. withdrawals[key]], [.. revisions[key]], superseded, known.GetValueOrDefault(key))];
            var content = await ContentOf(remaining.Take(1)).ConfigureAwait(false);
            if (content is null && remaining.Count > 1)
            {
                // The latest whose text is here: whoever holds one back hides no more than that.
                var here = await shared.WithContent(remaining.Select(r => r.Position), cancellationToken).ConfigureAwait(false);
                remaining = [.. remaining.Where(r => here.Contains(r.Position))];
                content = await ContentOf(remaining.Take(1)).ConfigureAwait(false);
            }

            if (content is not null)
            {
                work.entries[^1].Show(remaining[0], content);
            }
        }

        await originals.Find(work.entries, cancellationToken).ConfigureAwait(false);
        work.before = [.. practices.Where(known.ContainsKey).Select(key => known[key].Number)];
        work.search = await new SearchIndex(database).Update(work.entries.ToDictionary(e => e.Number, e => e.Tokens), cancellationToken).ConfigureAwait(false);
        return work;

        async Task<byte[]?> ContentOf(IEnumerable<LibraryRevision> first) => first.FirstOrDefault() is not { } revision ? null
            : news.Contents.GetValueOrDefault(Convert.ToHexStringLower(revision.ItemId)) ?? await shared.Content(revision.Position, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides what remains of a practice; returns its revisions, the latest first.</summary>
    private IEnumerable<LibraryRevision> Settle(
        SubjectKey key, IReadOnlyList<LibraryRevision> news, IReadOnlyList<Withdrawn> withdrawals, IReadOnlyList<LibraryRevision> before, HashSet<long> superseded, KnownPractice? known)
    {
        if (known is null && news.Count == 0 && withdrawals.Count == 0)
        {
            return []; // it went before it was ever shown
        }

        var fresh = news.Where(r => before.All(b => !b.ItemId.AsSpan().SequenceEqual(r.ItemId))).ToList();
        var gone = known?.Gone ?? withdrawals.FirstOrDefault(w => w.Revisions.Count == 0)?.Gone;
        var remaining = gone is null
            ? before.Concat(fresh).Where(r => !superseded.Contains(r.Position) && !withdrawals.Any(w => w.Covers(r))).ToList()
            : [];
        gone ??= remaining.Count == 0 && withdrawals.Count > 0 ? withdrawals[^1].Gone : null;

        goneRevisions.AddRange(before.Except(remaining).Select(r => r.ItemId));
        newRevisions.AddRange(fresh.Intersect(remaining));
        entries.Add(new PracticeEntry
        {
            Number = known?.Number ?? ++counters.Number,
            Key = key,
            SharedAt = known?.SharedAt ?? fresh.MinBy(r => r.Position)?.ReceivedAt ?? withdrawals[0].At,
            WithdrawnAt = gone?.At,
            TakenDown = gone?.TakenDown ?? TakeDownReason.Unspecified,
            Changed = counters.Changed + 1,
        });
        return remaining.OrderByDescending(r => r.Revision).ThenByDescending(r => r.Position);
    }

    /// <summary>Writes it.</summary>
    public async Task Do(Transaction transaction)
    {
        if (entries.Count == 0)
        {
            return;
        }

        if (goneRevisions.Count > 0)
        {
            transaction.ForgetAfterwards();
        }

        await transaction.Delete("library_revision", "item_id", goneRevisions).ConfigureAwait(false);
        await transaction.Insert(
            "library_revision (item_id, position, node_id, practice_id, revision, payload, revised_at, received_at)",
            [.. newRevisions.Select(r => new object?[] { r.ItemId, r.Position, r.NodeId, r.PracticeId, r.Revision, r.Payload, r.RevisedAt, r.ReceivedAt })]).ConfigureAwait(false);
        await transaction.Delete("library_practice", "number", before).ConfigureAwait(false);
        await transaction.Insert(
            "library_practice (number, node_id, practice_id, item_id, revision, language, topics, chime, title, summary, licence, translates, original, shared_at, revised_at, withdrawn_at, taken_down, changed)",
            [.. entries.Select(e => e.Row)]).ConfigureAwait(false);
        await search!.Do(transaction).ConfigureAwait(false);
    }

    private sealed record Counters
    {
        public required long Number { get; set; }

        public required long Changed { get; init; }
    }

    private sealed record KnownPractice
    {
        public required long Number { get; init; }

        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }

        public required DateTimeOffset SharedAt { get; init; }

        public required DateTimeOffset? WithdrawnAt { get; init; }

        public required long TakenDown { get; init; }

        public Gone? Gone => WithdrawnAt is { } at ? new(at, (TakeDownReason)TakenDown) : null;

        public SubjectKey Key => new(NodeId, PracticeId);
    }
}
