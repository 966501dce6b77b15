using System.Collections.Concurrent;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// What a chapter may still add today (UTC). It is charged entry by entry, and may be overdrawn by one: a run cannot be cut. What is stored is the
/// account: after a restart it is added up from it once. A repeated page counts while it is offered, not when it was stored already.
/// </summary>
internal sealed class DailyQuota(Database database, ExchangeOptions options, TimeProvider clock)
{
    // Enough for three thousand items; whoever may not share needs no more to take back what they shared.
    private const long LinkBytesPerDay = 1024 * 1024;

    private readonly ConcurrentDictionary<NodeId, Used> used = new();
    private readonly ConcurrentDictionary<NodeId, Used> links = new();
    private readonly ConcurrentDictionary<NodeId, Used> repairs = new();

    /// <summary>As many of the entries, from the first on, as the day still allows; none when it allows no more.</summary>
    public async Task<FeedPage> Fitting(NodeId chapter, FeedPage page, CancellationToken cancellationToken)
    {
        var today = await UsedOn(chapter, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return FeedPages.Of(page.Entries.TakeWhile(entry =>
        {
            var allowed = today.Items < options.ItemsPerDay && today.Bytes < options.BytesPerDay;
            today = today.With(entry);
            return allowed;
        }));
    }

    /// <summary>The page, whose entries come without contents, as long as the day's share of such links holds.</summary>
    public FeedPage FittingLinks(NodeId chapter, FeedPage page) => Fitting(links, chapter, page, LinkBytesPerDay);

    /// <summary>The page of other feeds, as long as the bytes of a day hold; what a chapter may say itself does not become less by it.</summary>
    public FeedPage FittingRepairs(NodeId chapter, FeedPage page) => Fitting(repairs, chapter, page, options.BytesPerDay);

    private FeedPage Fitting(ConcurrentDictionary<NodeId, Used> account, NodeId chapter, FeedPage page, long most)
    {
        var added = page.Entries.Aggregate(new Used(Today(clock.GetUtcNow()), 0, 0), (sum, entry) => sum.With(entry));
        var sum = account.AddOrUpdate(chapter, added, (_, before) => before.Day == added.Day ? before with { Bytes = before.Bytes + added.Bytes } : added);
        return sum.Bytes - added.Bytes < most ? page : throw Exceeded();
    }

    /// <summary>That the day is used up.</summary>
    public RpcException Exceeded()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return RpcRefusal.RetryAfter(StatusCode.ResourceExhausted, Reason.QuotaExceeded, now.Date.AddDays(1) - now);
    }

    /// <summary>Counts what was stored.</summary>
    public void Add(NodeId chapter, IEnumerable<FeedEntry> stored)
    {
        var added = stored.Aggregate(new Used(Today(clock.GetUtcNow()), 0, 0), (sum, entry) => sum.With(entry));
        used.AddOrUpdate(chapter, added, (_, before) => before.Day == added.Day ? added with { Items = before.Items + added.Items, Bytes = before.Bytes + added.Bytes } : added);
    }

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private async Task<Used> UsedOn(NodeId chapter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = Today(now);
        if (!used.TryGetValue(chapter, out var today) || today.Day != day)
        {
            today = await Stored(chapter, day, cancellationToken).ConfigureAwait(false);
            used[chapter] = today;
        }

        return today;
    }

    private async Task<Used> Stored(NodeId chapter, DateOnly day, CancellationToken cancellationToken)
    {
        var row = await database.Find<UsedRow>(
            """
            select coalesce(sum(e.last - e.first + 1), 0) as items, coalesce(sum(e.bytes), 0) as bytes
              from feed_entry e join item i on i.node_id = e.node_id and i.feed_position = e.first and (i.superseded = 0) = (e.superseded = 0)
             where e.node_id = @node and i.received_at >= @midnight
            """,
            new { node = chapter.Value, midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) },
            cancellationToken).ConfigureAwait(false);
        return new Used(day, row!.Items, row.Bytes);
    }

    private sealed record Used(DateOnly Day, long Items, long Bytes)
    {
        public Used With(FeedEntry entry) => this with { Items = Items + FeedPages.ItemsOf(entry), Bytes = Bytes + FeedPages.SizeOf(entry) };
    }

    private sealed record UsedRow
    {
        public required long Items { get; init; }
        public required long Bytes { get; init; }
    }
}
