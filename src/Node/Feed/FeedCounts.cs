using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Feed;

/// <summary>How one feed fares here, for the status page.</summary>
public sealed record FeedCount
{
    /// <summary>Whose feed.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its items here: all of them, quarantined ones included.</summary>
    public required long Items { get; init; }

    /// <summary>Items that are kept but not understood, or over a limit.</summary>
    public required long Quarantined { get; init; }

    /// <summary>Items that came before those they follow.</summary>
    public required long Gaps { get; init; }

    /// <summary>Entries that wait because too much is put aside already.</summary>
    public required long Waiting { get; init; }

    /// <summary>Items that claim a place another item has: two programs speak as one node. A new epoch settles those from before: proof of them is kept, and says nothing of now.</summary>
    public required long Forks { get; init; }
}

/// <summary>Counts for the status pages.</summary>
public sealed class FeedCounts(Database database)
{
    /// <summary>Every feed, in the order of its node's id.</summary>
    public Task<IReadOnlyList<FeedCount>> All(int limit, CancellationToken cancellationToken = default) => database.Query<FeedCount>(
        """
        select h.node_id, h.position as items,
               (select count(*) from item i where i.node_id = h.node_id and i.status = 'quarantined' and i.superseded = 0) as quarantined,
               (select count(*) from feed_evidence e where e.node_id = h.node_id and e.reason = 'GAP') as gaps,
               (select count(*) from feed_evidence e where e.node_id = h.node_id and e.reason = 'QUARANTINE_FULL') as waiting,
               (select count(*) from feed_evidence e where e.node_id = h.node_id and e.reason = 'FORK' and not exists (
                 select 1 from feed_epoch p join item i on i.node_id = p.node_id and i.feed_position = p.first and i.superseded = 0
                  where p.node_id = h.node_id and p.epoch = h.epoch and i.received_at > e.seen_at)) as forks
          from feed_head h
         order by h.node_id
         limit @limit
        """,
        new { limit },
        cancellationToken);
}
