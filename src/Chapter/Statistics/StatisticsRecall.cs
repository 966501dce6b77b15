using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>
/// After a restore from a backup the chapter's own feed comes back from the network with returns that the chapter has no record of. This gives them back to their
/// quarters, so that nobody approves again what was sent. It compares the feed with what <see cref="StatisticsFeed"/> noted.
/// </summary>
internal sealed class StatisticsRecall(Database database, ThisNode node, ReturnsInFeed feed, IGrainFactory grains) : OwnItemFollower(database, node)
{
    /// <summary>Names its cursor.</summary>
    public const string CursorName = "statistics-recall";

    public override string Name => CursorName;

    public override bool CallsGrains => true;

    protected override IReadOnlyList<string> Types { get; } = [StatisticsReturn.Descriptor.FullName];

    protected override async Task<Func<Transaction, Task>?> Follow(IReadOnlyList<byte[]> payloads, CancellationToken cancellationToken)
    {
        var standing = await feed.Standing(cancellationToken);
        var found = new List<(Quarter Quarter, IReadOnlyList<ReturnInFeed> Returns)>();
        foreach (var returns in standing.Where(q => q.Any(r => !r.IsNoted)))
        {
            if (Quarter.TryParse(returns.Key, out var quarter))
            {
                await Recall(quarter, returns);
                found.Add((quarter, [.. returns]));
            }
        }

        return found.Count == 0 ? null : transaction => Note(transaction, found);
    }

    // All that the feed says of the quarter, and not only what is unknown: what stands behind it can be told from that alone.
    private async Task Recall(Quarter quarter, IEnumerable<ReturnInFeed> returns)
    {
        var done = await grains.GetGrain<IQuarterReturnGrain>(quarter.Key).Do(new RecallReturns(Actor.Node, quarter.ToString(), [.. returns.Select(r => RecalledReturn.Of(r.Said))]));
        if (!done.Succeeded)
        {
            throw new InvalidOperationException($"The returns of {quarter} were not recalled: {string.Join(", ", done.Refusals.Select(r => r.Code))}");
        }
    }

    // What is noted was said; what was approved here meanwhile can be said now, behind it.
    private static async Task Note(Transaction transaction, List<(Quarter Quarter, IReadOnlyList<ReturnInFeed> Returns)> found)
    {
        await ReturnsInFeed.Note(transaction, found.SelectMany(f => f.Returns).Select(r => (r.Said.Period, (int)r.Said.Correction, r.Item)));
        foreach (var (quarter, _) in found)
        {
            await ChangeLog.Append(transaction, QuarterReturn.Kind, quarter.Key);
        }
    }
}
