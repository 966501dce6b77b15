using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts;

/// <summary>
/// Has records forget what somebody said in them during a stay that is over. It compares account and records as they are now, and fails when one cannot be written: the
/// loop then asks again.
/// </summary>
public abstract class AccountFollower(Database database) : GrainFollower(database)
{
    private const int Most = 10_000;

    private readonly Database database = database;

    /// <inheritdoc />
    public sealed override bool CallsGrains => true;

    /// <inheritdoc />
    protected sealed override string Kind => AccountStore.Kind;

    /// <summary>A query of the records in which somebody, <c>@id</c>, said something (<c>record_id</c>), and when (<c>said_at</c>).</summary>
    protected abstract string Said { get; }

    /// <summary>Has a record forget what somebody said in it until a moment; whoever came back may have said more since.</summary>
    protected abstract Task<Result> Forget(Guid record, Guid member, DateTimeOffset until);

    /// <inheritdoc />
    protected sealed override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            foreach (var record in (await SaidInStaysThatAreOver(id, cancellationToken).ConfigureAwait(false)).GroupBy(s => s.RecordId, s => s.SaidAt))
            {
                if (await Forget(record.Key, id, record.Max()).ConfigureAwait(false) is { Succeeded: false } refused)
                {
                    throw new InvalidOperationException($"{Name}: {record.Key} did not forget somebody: {string.Join(", ", refused.Refusals.Select(r => r.Code))}");
                }
            }
        }

        return _ => Task.CompletedTask;
    }

    private async Task<IEnumerable<Row>> SaidInStaysThatAreOver(Guid id, CancellationToken cancellationToken)
    {
        // Whoever is here for the first time has nothing that is to be forgotten: there is no need to look through all records.
        if (await database.Find<long>("select count(*) from account_period where account_id = @id and left_at is not null", new { id }, cancellationToken).ConfigureAwait(false) == 0)
        {
            return [];
        }

        var said = await database.Query<Row>(
            $"select s.record_id, s.said_at, a.joined_at, a.left_at from ({Said}) s join account a on a.id = @id order by s.record_id limit @Most", new { id, Most }, cancellationToken).ConfigureAwait(false);
        return said.Where(s => s.LeftAt is not null || s.SaidAt < s.JoinedAt);
    }

    private sealed record Row
    {
        public required Guid RecordId { get; init; }

        public required DateTimeOffset SaidAt { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }
    }
}
