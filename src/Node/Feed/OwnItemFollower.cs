using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// Follows the items of this node's own feed, whoever brought them: most it has just said itself, and after a restore from a backup others give back what it had said
/// since. So whoever follows compares them with what is known here.
/// </summary>
public abstract class OwnItemFollower(Database database, ThisNode node) : Follower
{
    /// <summary>This node's id, which is the feed's.</summary>
    protected string Self => node.Identity.Id.Value;

    /// <summary>The full names of the payloads that it looks at.</summary>
    protected abstract IReadOnlyList<string> Types { get; }

    /// <summary>Works out what is missing here of what the payloads say; null when nothing is.</summary>
    protected abstract Task<Func<Transaction, Task>?> Follow(IReadOnlyList<byte[]> payloads, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected internal sealed override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return null;
        }

        var items = await database.Query<Seen>(
            $"""
            select i.position, case when i.node_id = @Self and i.payload_type in ({string.Join(", ", Types.Select(type => $"'{type}'"))}) then i.payload end as payload
              from item i where i.position > @after order by i.position limit @limit
            """,
            new { Self, after, limit },
            cancellationToken).ConfigureAwait(false);
        if (items.Count == 0)
        {
            return null;
        }

        var payloads = items.Select(i => i.Payload).OfType<byte[]>().ToList();
        var work = payloads.Count == 0 ? null : await Follow(payloads, cancellationToken).ConfigureAwait(false);
        return work is null ? Step.Past(items[^1].Position) : new Step(items[^1].Position, work);
    }

    private sealed record Seen
    {
        public required long Position { get; init; }

        public required byte[]? Payload { get; init; }
    }
}
