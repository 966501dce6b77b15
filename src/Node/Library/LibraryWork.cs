using Dapper;
using RecoveryCoP.Node.Library.Search;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>What a batch of news changes in the tables, worked out before the transaction that writes it.</summary>
internal sealed class LibraryWork
{
    private readonly SearchIndex index;
    private readonly List<LibraryRevision> newRevisions = [];
    private readonly List<byte[]> goneRevisions = [];
    private readonly List<PracticeEntry> entries = [];

    private LibraryWork(SearchIndex index) => this.index = index;

    /// <summary>Looks at all that is known of the practices that have news.</summary>
    public static async Task<LibraryWork> For(LibraryNews news, Database database, SharedItems shared, CancellationToken cancellationToken)
    {
        var work = new LibraryWork(SearchIndex.Of(database.Engine));
        if (news.Practices.Count == 0)
        {
            return work;
        }

        var args = new DynamicParameters();
        var ids = args.List("id", news.Practices.Select(k => k.PracticeId).Distinct());
        var revisions = (await database.Query<LibraryRevision>(
            $"""
            select item_id, position, node_id, practice_id, revision, payload, revised_at, received_at
              from library_revision where practice_id in {ids} order by position limit 100000
            """, args, cancellationToken).ConfigureAwait(false)).ToLookup(r => r.Key);
        var known = (await database.Query<KnownPractice>(
            $"select number, node_id, practice_id, shared_at, withdrawn_at from library_practice where practice_id in {ids} order by number limit 100000",
            args, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Key);

        foreach (var key in news.Practices)
        {
            var latest = work.Settle(key, news, [.. revisions[key]], known.GetValueOrDefault(key));
            if (latest is not null)
            {
                var content = news.Contents.GetValueOrDefault(Convert.ToHexStringLower(latest.ItemId))
                    ?? await shared.Content(latest.Position, cancellationToken).ConfigureAwait(false);
                work.entries[^1].Show(latest, content);
            }
        }

        return work;
    }

    /// <summary>Decides what remains of a practice; returns the revision to show, if any.</summary>
    private LibraryRevision? Settle(PracticeKey key, LibraryNews news, IReadOnlyList<LibraryRevision> before, KnownPractice? known)
    {
        var withdrawals = news.Withdrawals.Where(w => w.Key == key).ToList();
        var fresh = news.Revisions.Where(r => r.Key == key && before.All(b => !b.ItemId.AsSpan().SequenceEqual(r.ItemId))).ToList();
        var withdrawnAt = known?.WithdrawnAt ?? withdrawals.FirstOrDefault(w => w.Revisions.Count == 0)?.At;
        var remaining = withdrawnAt is null
            ? before.Concat(fresh).Where(r => !withdrawals.Any(w => w.Covers(r))).ToList()
            : [];
        withdrawnAt ??= remaining.Count == 0 ? withdrawals[^1].At : null;

        goneRevisions.AddRange(before.Except(remaining).Select(r => r.ItemId));
        newRevisions.AddRange(fresh.Intersect(remaining));
        entries.Add(new PracticeEntry
        {
            Number = known?.Number ?? fresh.Select(r => r.Position).Concat(withdrawals.Select(w => w.Position)).Min(),
            Key = key,
            SharedAt = known?.SharedAt ?? fresh.MinBy(r => r.Position)?.ReceivedAt ?? withdrawals[0].At,
            WithdrawnAt = withdrawnAt,
        });
        return remaining.OrderBy(r => r.Revision).ThenBy(r => r.Position).LastOrDefault();
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

        var numbers = entries.Select(e => e.Number).ToList();
        await transaction.Delete("library_revision", "item_id", goneRevisions).ConfigureAwait(false);
        await transaction.Insert(
            "library_revision (item_id, position, node_id, practice_id, revision, payload, revised_at, received_at)",
            [.. newRevisions.Select(r => new object?[] { r.ItemId, r.Position, r.NodeId, r.PracticeId, r.Revision, r.Payload, r.RevisedAt, r.ReceivedAt })]).ConfigureAwait(false);
        await index.Remove(transaction, numbers).ConfigureAwait(false);
        await transaction.Delete("library_practice", "number", numbers).ConfigureAwait(false);
        await transaction.Insert(
            "library_practice (number, node_id, practice_id, item_id, revision, language, title, summary, licence, translates, shared_at, revised_at, withdrawn_at)",
            [.. entries.Select(e => e.Row)]).ConfigureAwait(false);
        await transaction.Insert(
            "library_facet (number, kind, value)",
            [.. entries.SelectMany(e => e.Facets.Select(f => new object?[] { e.Number, f.Kind, f.Value }))]).ConfigureAwait(false);
        await index.Add(transaction, [.. entries.Where(e => e.Tokens is not null).Select(e => (e.Number, e.Tokens!))]).ConfigureAwait(false);
    }

    private sealed record KnownPractice
    {
        public required long Number { get; init; }

        public required string NodeId { get; init; }

        public required Guid PracticeId { get; init; }

        public required DateTimeOffset SharedAt { get; init; }

        public required DateTimeOffset? WithdrawnAt { get; init; }

        public PracticeKey Key => new(NodeId, PracticeId);
    }
}
