using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// What a chapter may still add today (UTC). It is charged entry by entry, and may be overdrawn by one: a run cannot be cut. What is stored is the
/// account: it is added up from it once a day. A repeated page counts while it is offered, not when it was stored already.
/// </summary>
internal sealed class DailyQuota(Database database, ExchangeOptions options, TimeProvider clock)
{
    // Enough for three thousand items; whoever may not share needs no more to take back what they shared.
    private const long LinkBytesPerDay = 1024 * 1024;

    private Used? used;
    private Used? links;
    private Used? repairs;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>How many of the entries, from the first on, the day still allows.</summary>
    public async Task<int> Fitting(NodeId chapter, IEnumerable<FeedEntry> entries)
    {
        if (used?.Day != Today)
        {
            used = await Stored(chapter, Today).ConfigureAwait(true); // goes on in the feed's own turn
        }

        var sum = used;
        return entries.TakeWhile(entry =>
        {
            var allowed = sum.Items < options.ItemsPerDay && sum.Bytes < options.BytesPerDay;
            sum = sum.With(entry);
            return allowed;
        }).Count();
    }

    /// <summary>Counts what was stored.</summary>
    public void Add(IEnumerable<FeedEntry> stored) => used = stored.Aggregate(Of(used), (sum, entry) => sum.With(entry));

    /// <summary>Counts a page whose entries come without contents; why not, when the day's share of such links is used up.</summary>
    public CallRefused? FittingLinks(FeedPage page) => Count(ref links, page.CalculateSize(), LinkBytesPerDay);

    /// <summary>The page was not stored after all.</summary>
    public void GiveBackLinks(FeedPage page) => links = Of(links) is var today ? today with { Bytes = today.Bytes - page.CalculateSize() } : null;

    /// <summary>Counts a page of other feeds; why not, when the bytes of the day are used up.</summary>
    public CallRefused? FittingRepairs(long bytes) => Count(ref repairs, bytes, options.BytesPerDay);

    /// <summary>That the day is used up.</summary>
    public CallRefused Exceeded()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new(StatusCode.ResourceExhausted, Reason.QuotaExceeded, now.Date.AddDays(1) - now);
    }

    private CallRefused? Count(ref Used? account, long bytes, long most)
    {
        var before = Of(account);
        account = before with { Bytes = before.Bytes + bytes };
        return before.Bytes < most ? null : Exceeded();
    }

    private Used Of(Used? account) => account is { } known && known.Day == Today ? known : new(Today, 0, 0);

    private async Task<Used> Stored(NodeId chapter, DateOnly day)
    {
        var row = await database.Find<UsedRow>(
            """
            select coalesce(sum(e.last - e.first + 1), 0) as items, coalesce(sum(e.bytes), 0) as bytes
              from feed_entry e join item i on i.node_id = e.node_id and i.feed_position = e.first and (i.superseded = 0) = (e.superseded = 0)
             where e.node_id = @node and i.received_at >= @midnight
            """,
            new { node = chapter.Value, midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) }).ConfigureAwait(false);
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
