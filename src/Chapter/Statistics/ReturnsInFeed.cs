using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>A return as the chapter's own feed has it.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="IsNoted">That <c>statistics_feed</c> knows the item; false for one that came back from the network.</param>
/// <param name="Said">What it says.</param>
internal sealed record ReturnInFeed(byte[] Item, bool IsNoted, StatisticsReturn Said);

/// <summary>The returns in the chapter's own feed, and the note of which approved one became which item.</summary>
internal sealed class ReturnsInFeed(Database database, ThisNode node)
{
    // A century of quarters, each corrected some dozen times.
    private const int Most = 10_000;

    /// <summary>The returns that stand, by quarter and in the order of their numbers. Should two have one number, the later takes the place of the earlier, as at the hub.</summary>
    public async Task<ILookup<string, ReturnInFeed>> Standing(CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>(
            """
            select i.item_id, i.payload, case when f.item_id is null then 0 else 1 end as noted
              from item i left join statistics_feed f on f.item_id = i.item_id
             where i.node_id = @self and i.payload_type = @type and i.status = 'accepted' and i.superseded = 0
             order by i.feed_position
             limit @Most
            """,
            new { self = node.Identity.Id.Value, type = StatisticsReturn.Descriptor.FullName, Most },
            cancellationToken);
        return rows.Select(r => new ReturnInFeed(r.ItemId, r.Noted == 1, StatisticsReturn.Parser.ParseFrom(r.Payload)))
            .GroupBy(r => (r.Said.Period, r.Said.Correction)).Select(same => same.Last())
            .OrderBy(r => r.Said.Correction).ToLookup(r => r.Said.Period);
    }

    /// <summary>True while the feed says something of a quarter that the chapter has not taken back into its record.</summary>
    public async Task<bool> AreToBeRecalled(string period, CancellationToken cancellationToken) => (await Standing(cancellationToken))[period].Any(r => !r.IsNoted);

    /// <summary>Notes which items say a quarter's returns.</summary>
    public static Task Note(Transaction transaction, IEnumerable<(string Period, int Number, byte[] Item)> said) => transaction.Execute(
        "insert into statistics_feed (period, correction, item_id) values (@Period, @Number, @Item) on conflict (period, correction) do update set item_id = excluded.item_id",
        said.Select(s => new { s.Period, s.Number, s.Item }).ToList());

    private sealed record Row
    {
        public required byte[] ItemId { get; init; }

        public required byte[] Payload { get; init; }

        public required long Noted { get; init; }
    }
}
