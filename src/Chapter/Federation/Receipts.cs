using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>The hub's word on one item.</summary>
public sealed record Receipt
{
    /// <summary>What it did: ACCEPTED, QUARANTINED or REJECTED.</summary>
    public required PushStatus Status { get; init; }

    /// <summary>Why, by its name in errors.proto; empty when accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>When it said so.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps what the hub said about the entries of the chapter's own feed, and about items in them.</summary>
public sealed class Receipts(Database database, TimeProvider clock)
{
    /// <summary>The hub's word on an item of the chapter's own; null while it has said nothing.</summary>
    public Task<Receipt?> Find(byte[] itemId, CancellationToken cancellationToken) => database.Find<Receipt>(
        """
        select case when q.reason is null then r.status else 'Quarantined' end as status, coalesce(q.reason, r.reason) as reason, r.at
          from item i
          join receipt r on r.first = (select max(first) from receipt where first <= i.feed_position) and r.last >= i.feed_position
          left join receipt_withheld q on q.feed_position = i.feed_position
         where i.item_id = @itemId and i.superseded = 0
        """,
        new { itemId },
        cancellationToken);

    /// <summary>Stores the answers to the first entries of a page, in one transaction. What was settled stays as it was: a repeated answer is only "duplicate".</summary>
    public Task Store(IEnumerable<StoredEntry> page, IReadOnlyList<EntryResult> results, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        return database.Write(
            async t =>
            {
                await t.Execute(
                    """
                    insert into receipt (first, last, status, reason, at) values (@First, @Last, @status, @Reason, @at)
                    on conflict (first) do update set last = excluded.last, status = excluded.status, reason = excluded.reason, at = excluded.at
                     where receipt.status = 'Rejected'
                    """,
                    page.Zip(results, (entry, result) => new { entry.First, entry.Last, status = StatusOf(result), result.Reason, at }).ToList()).ConfigureAwait(false);
                await t.Execute("delete from receipt_withheld where feed_position between @First and @Last", page.Zip(results, (entry, _) => new { entry.First, entry.Last }).ToList()).ConfigureAwait(false);
                return await t.Execute(
                    "insert into receipt_withheld (feed_position, reason) values (@position, @Reason)",
                    results.SelectMany(r => r.Items).DistinctBy(i => i.Position).Select(i => new { position = (long)i.Position, i.Reason }).ToList()).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>True while a withdrawal has not reached the hub.</summary>
    public async Task<bool> AwaitsWithdrawal(NodeId self, CancellationToken cancellationToken) => await database.Find<long>(
        "select count(*) from (select 1 from item where node_id = @self and feed_position > @settled and superseded = 0 and payload_type = @withdrawal limit 1) one",
        new { self = self.Value, settled = await SettledUpTo(cancellationToken).ConfigureAwait(false), withdrawal = Withdrawal.Descriptor.FullName },
        cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Up to where in the chapter's feed every item has been taken by the hub, as far as receipts tell: they come in the feed's order.</summary>
    public Task<long> SettledUpTo(CancellationToken cancellationToken) =>
        database.Find<long>("select coalesce((select last from receipt where status <> 'Rejected' order by first desc limit 1), 0)", null, cancellationToken);

    /// <summary>What the hub said of what stands from that position on, it said of something else.</summary>
    public static async Task Forget(Transaction transaction, long from)
    {
        await transaction.Execute("delete from receipt where last >= @from", new { from }).ConfigureAwait(false);
        await transaction.Execute("delete from receipt_withheld where feed_position >= @from", new { from }).ConfigureAwait(false);
    }

    private static string StatusOf(EntryResult result) =>
        (result.Status is PushStatus.Accepted or PushStatus.Duplicate ? PushStatus.Accepted : PushStatus.Rejected).ToString();
}
