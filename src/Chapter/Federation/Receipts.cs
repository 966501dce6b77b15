using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>What the hub did with an item of the chapter.</summary>
public enum ReceiptStatus
{
    /// <summary>It holds the item and shows it.</summary>
    Accepted,

    /// <summary>It holds the item and shows it to nobody.</summary>
    Quarantined,

    /// <summary>It does not hold the item.</summary>
    Rejected,
}

/// <summary>The hub's word on one item.</summary>
public sealed record Receipt
{
    /// <summary>What it did.</summary>
    public required ReceiptStatus Status { get; init; }

    /// <summary>Why, by its name in errors.proto; empty when accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>When it said so.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps what the hub said about each item of the chapter's own feed.</summary>
public sealed class Receipts(Database database, TimeProvider clock)
{
    /// <summary>The hub's word on an item; null while it has said nothing.</summary>
    public Task<Receipt?> Find(byte[] itemId, CancellationToken cancellationToken) =>
        database.Find<Receipt>("select status, reason, at from receipt where item_id = @itemId", new { itemId }, cancellationToken);

    /// <summary>Stores the answers to a page, in one transaction. What was settled stays as it was: a repeated answer is only "duplicate".</summary>
    public Task Store(IReadOnlyList<PushResult> results, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        return database.Write(
            t => t.Execute(
                """
                insert into receipt (item_id, status, reason, at) values (@Id, @Status, @Reason, @at)
                on conflict (item_id) do update set status = excluded.status, reason = excluded.reason, at = excluded.at
                 where receipt.status = 'Rejected'
                """,
                results.Where(r => r.ItemId.Length == ItemId.Bytes).Select(r => new { Id = r.ItemId.ToByteArray(), Status = StatusOf(r).ToString(), r.Reason, at })),
            cancellationToken);
    }

    /// <summary>Up to where in the chapter's feed every item has been taken by the hub, as far as receipts tell.</summary>
    public Task<long> SettledUpTo(NodeId self, CancellationToken cancellationToken) => database.Find<long>(
        """
        select coalesce(
          (select min(i.feed_position) - 1 from item i
            where i.node_id = @self and not exists (select 1 from receipt r where r.item_id = i.item_id and r.status <> 'Rejected')),
          (select position from feed_head where node_id = @self), 0)
        """,
        new { self = self.Value },
        cancellationToken);

    private static ReceiptStatus StatusOf(PushResult result) => result.Status switch
    {
        // Known already, and why it is not shown: the first answer was lost.
        PushStatus.Duplicate when result.Reason.Length > 0 => ReceiptStatus.Quarantined,
        PushStatus.Accepted or PushStatus.Duplicate => ReceiptStatus.Accepted,
        PushStatus.Quarantined => ReceiptStatus.Quarantined,
        _ => ReceiptStatus.Rejected,
    };
}
