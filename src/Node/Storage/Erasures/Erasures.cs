namespace RecoveryCoP.Node.Storage;

/// <summary>
/// What was erased, ids only, written in the transaction that erases. The ledger of erasures (<c>Node/Backups</c>) copies it into a file beside the database, so that what
/// comes back with an older database is erased again.
/// </summary>
public static class Erasures
{
    /// <summary>What erasures are called in the change log.</summary>
    public const string Kind = "erasure";

    /// <summary>Says that things were erased, in the transaction that does it. Saying it twice is harmless.</summary>
    public static async Task Note(Transaction transaction, params IReadOnlyCollection<Erasure> erased)
    {
        if (erased.Count > 0)
        {
            await transaction.Execute("insert into erasure (kind, id) values (@Kind, @Id) on conflict (kind, id) do nothing", erased.Select(e => new { e.Kind, e.Id }).ToList()).ConfigureAwait(false);
            await ChangeLog.Append(transaction, Kind, erased.First().Id).ConfigureAwait(false);
            transaction.ForgetAfterwards();
        }
    }

    /// <summary>True for what was erased here.</summary>
    public static async Task<bool> Contain(Database database, Erasure erased, CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from erasure where kind = @Kind and id = @Id", new { erased.Kind, erased.Id }, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>All that was ever erased here.</summary>
    internal static async Task<IReadOnlyList<Erasure>> All(Database database, CancellationToken cancellationToken) =>
        [.. (await database.Query<Row>("select kind, id from erasure order by kind, id limit 10000000", null, cancellationToken).ConfigureAwait(false)).Select(r => new Erasure(r.Kind, r.Id))];

    /// <summary>What a write erases.</summary>
    internal static IReadOnlyCollection<Erasure> Between(GrainRecord before, GrainRecord after)
    {
        if (before is not IErasable was || was.Erasable.ToHashSet() is not { Count: > 0 } gone)
        {
            return [];
        }

        gone.ExceptWith(((IErasable)after).Erasable);
        return gone;
    }

    private sealed record Row
    {
        public required string Kind { get; init; }

        public required Guid Id { get; init; }
    }
}
