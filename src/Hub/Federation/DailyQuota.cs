using System.Collections.Concurrent;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// What a chapter may still add today (UTC). The items themselves are the account: after a restart it is added up from them once.
/// A repeated page counts while it is offered, not when it was stored already.
/// </summary>
internal sealed class DailyQuota(Database database, ExchangeOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<NodeId, Used> used = new();

    /// <summary>As many of the items, from the first on, as the day still allows. Refused when not even the first does.</summary>
    public async Task<IReadOnlyList<ItemWithContent>> Fitting(NodeId chapter, IReadOnlyList<ItemWithContent> items, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (revisions, bytes) = await UsedOn(chapter, now, cancellationToken).ConfigureAwait(false);
        var fitting = items.TakeWhile(i =>
        {
            revisions += IsRevision(i) ? 1 : 0;
            bytes += i.CalculateSize();
            return revisions <= options.RevisionsPerDay && bytes <= options.BytesPerDay;
        }).ToList();
        return fitting.Count > 0 ? fitting
            : throw RpcRefusal.RetryAfter(StatusCode.ResourceExhausted, Reason.QuotaExceeded, now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime);
    }

    /// <summary>Counts what was stored.</summary>
    public void Add(NodeId chapter, IEnumerable<ItemWithContent> stored)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (revisions, bytes) = stored.Aggregate((Revisions: 0L, Bytes: 0L), (sum, i) => (sum.Revisions + (IsRevision(i) ? 1 : 0), sum.Bytes + i.CalculateSize()));
        used.AddOrUpdate(
            chapter,
            _ => new Used(day, revisions, bytes),
            (_, before) => before.Day == day ? new Used(day, before.Revisions + revisions, before.Bytes + bytes) : new Used(day, revisions, bytes));
    }

    private static bool IsRevision(ItemWithContent item) => item.Item.PayloadType == PracticeRevision.Descriptor.FullName;

    private async Task<(long Revisions, long Bytes)> UsedOn(NodeId chapter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (!used.TryGetValue(chapter, out var today) || today.Day != day)
        {
            today = (await Stored(chapter, day, cancellationToken).ConfigureAwait(false)) with { Day = day };
            used[chapter] = today;
        }

        return (today.Revisions, today.Bytes);
    }

    private async Task<Used> Stored(NodeId chapter, DateOnly day, CancellationToken cancellationToken)
    {
        var row = await database.Find<UsedRow>(
            """
            select coalesce(sum(case when i.payload_type = @revision then 1 else 0 end), 0) as revisions,
                   coalesce(sum(length(i.item) + coalesce(length(c.bytes), 0)), 0) as bytes
              from item i left join item_content c on c.item_id = i.item_id
             where i.node_id = @node and i.received_at >= @midnight
            """,
            new { node = chapter.Value, revision = PracticeRevision.Descriptor.FullName, midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) },
            cancellationToken).ConfigureAwait(false);
        return new Used(day, row!.Revisions, row.Bytes);
    }

    private sealed record Used(DateOnly Day, long Revisions, long Bytes);

    private sealed record UsedRow
    {
        public required long Revisions { get; init; }
        public required long Bytes { get; init; }
    }
}
