using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Keeps the library in step with the items this node accepted: reads them in order, and lets each projection do its part.
/// </summary>
internal sealed class LibraryFollower(Database database, IEnumerable<Projection> projections) : Follower
{
    /// <summary>Names its cursor.</summary>
    public const string CursorName = "library";

    private readonly SharedItems shared = new(database);
    private readonly IReadOnlyList<Projection> projections = [.. projections];

    public override string Name => CursorName;

    protected internal override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        var items = await shared.After(after, limit, cancellationToken).ConfigureAwait(false);
        if (items.Count == 0)
        {
            return null;
        }

        var known = await KnownNodes.Read(database, cancellationToken).ConfigureAwait(false);
        var withdrawals = Withdrawn.In(items, known.Hub);
        var work = new List<Func<Transaction, Task>>();
        foreach (var projection in projections)
        {
            var batch = new Batch([.. items.Where(item => item.Status != SharedItem.Quarantined && projection.Types.Contains(item.PayloadType))], withdrawals, known);
            work.Add(await projection.Work(batch, cancellationToken).ConfigureAwait(false));
        }

        return new Step(items[^1].Position, async transaction =>
        {
            foreach (var write in work)
            {
                await write(transaction).ConfigureAwait(false);
            }
        });
    }
}
