using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>All that a steward wants to know of the exchange.</summary>
/// <param name="Self">The chapter.</param>
/// <param name="Link">Its hub; null for none.</param>
/// <param name="Push">How sending goes; null before the first try.</param>
/// <param name="Pull">How receiving goes; null before the first try.</param>
/// <param name="Waiting">Items of which the hub has said nothing yet.</param>
/// <param name="Refused">The last items that the hub does not show.</param>
/// <param name="Doubtful">Feeds of others that do not hold together, as this chapter verified them, or say too much that it does not understand.</param>
/// <param name="IsLacking">True while something of others' feeds is missing here that the hub says there is.</param>
/// <param name="IsSilent">True while the chapter signs nothing, because its database is a copy.</param>
public sealed record NetworkStatus(
    NodeId Self, HubLink? Link, LaneStatus? Push, LaneStatus? Pull, long Waiting, IReadOnlyList<RefusedItem> Refused, IReadOnlyList<FeedCount> Doubtful, bool IsLacking, bool IsSilent)
{
    /// <summary>When the oldest of the items that wait was written; null when none does.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>True when another copy of the chapter has spoken, and somebody has to decide which goes on.</summary>
    public bool HasTwoCopies => new[] { Push, Pull }.Any(lane => lane is { Failures: > 0 } && ExchangeParkedException.IsTwoCopies(lane.Failure));
}

/// <summary>An item of the chapter that the hub does not show.</summary>
public sealed record RefusedItem
{
    /// <summary>Where it stands in the chapter's feed.</summary>
    public required long FeedPosition { get; init; }

    /// <summary>What kind of item it is: the full name of its payload's message.</summary>
    public required string PayloadType { get; init; }

    /// <summary>Why, by its name in errors.proto.</summary>
    public required string Reason { get; init; }

    /// <summary>When the hub said so.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Gathers the state of the exchange.</summary>
public sealed class NetworkStatusQuery(ThisNode node, HubLinks links, FeedCounts counts, Comparing comparing, Database database)
{
    private const int MostRefused = 20, MostFeeds = 1000;

    /// <summary>As it is now; null while the chapter is not founded.</summary>
    public async Task<NetworkStatus?> Read(CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return null;
        }

        var self = node.Identity.Id;
        var lanes = await links.Lanes(cancellationToken);
        IReadOnlyList<FeedCount> doubtful = [.. (await counts.All(MostFeeds, cancellationToken)).Where(c => c.Forks + c.Gaps + c.Waiting > 0)];
        return new NetworkStatus(
            self,
            await links.Find(cancellationToken),
            lanes.FirstOrDefault(l => l.Lane == Lane.Push),
            lanes.FirstOrDefault(l => l.Lane == Lane.Pull),
            await Waiting(self, cancellationToken),
            await Refused(self, cancellationToken),
            doubtful,
            doubtful.Any(c => c.Gaps + c.Waiting > 0) || await comparing.IsLacking(cancellationToken),
            node.IsSilent)
        {
            WaitingSince = await WaitingSince(self, cancellationToken),
        };
    }

    private Task<long> Waiting(NodeId self, CancellationToken cancellationToken) => database.Find<long>(
        "select coalesce(sum(e.last - e.first + 1), 0) from feed_entry e where e.node_id = @self and e.superseded = 0 and not exists (select 1 from receipt r where r.first = e.first)",
        new { self = self.Value },
        cancellationToken);

    private Task<DateTimeOffset?> WaitingSince(NodeId self, CancellationToken cancellationToken) => database.Find<DateTimeOffset?>(
        """
        select i.received_at
          from feed_entry e
          join item i on i.node_id = e.node_id and i.feed_position = e.first and i.superseded = 0
         where e.node_id = @self and e.superseded = 0 and not exists (select 1 from receipt r where r.first = e.first)
         order by e.first
         limit 1
        """,
        new { self = self.Value },
        cancellationToken);

    private Task<IReadOnlyList<RefusedItem>> Refused(NodeId self, CancellationToken cancellationToken) => database.Query<RefusedItem>(
        """
        select i.feed_position, i.payload_type, coalesce(q.reason, r.reason) as reason, r.at
          from receipt r
          join item i on i.node_id = @self and i.feed_position between r.first and r.last and i.superseded = 0
          left join receipt_withheld q on q.feed_position = i.feed_position
         where r.status = 'Rejected' or q.reason <> 'CONTENT_MISSING'
         order by i.feed_position desc
         limit @limit
        """,
        new { self = self.Value, limit = MostRefused },
        cancellationToken);
}
