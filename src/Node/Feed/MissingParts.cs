using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// What this node lacks of feeds: links that stand before one that came too early, and contents. A content is asked for until it comes or whoever was asked
/// says that it is gone; it is taken even then, should somebody have it after all.
/// </summary>
public sealed class MissingParts(Database database)
{
    // The index is on those that are greater than nothing, and found by just these words.
    private const string IsAskedFor = "content_missing > 0 and content_missing = 1";

    /// <summary>Ranges to ask for.</summary>
    public async Task<IReadOnlyList<FeedRange>> Ranges(NodeId except, int limit, CancellationToken cancellationToken = default) =>
    [
        .. (await database.Query<RangeRow>(
            $"""
            select h.node_id, h.position + 1 as first, 0 as last from feed_head h
             where h.node_id <> @except and exists (select 1 from feed_evidence e where e.node_id = h.node_id and e.reason = 'GAP')
             union all
            select i.node_id, i.feed_position, i.feed_position from item i where {IsAskedFor} and i.node_id <> @except
             limit @limit
            """,
            new { except = except.Value, limit },
            cancellationToken).ConfigureAwait(false)).Select(row => new FeedRange { NodeId = row.NodeId, From = (ulong)row.First, To = (ulong)row.Last }),
    ];

    /// <summary>True while a content of others' is asked for and has not come.</summary>
    public async Task<bool> AwaitsContents(NodeId except, CancellationToken cancellationToken = default) => await database.Find<long>(
        $"select count(*) from (select 1 from item where {IsAskedFor} and node_id <> @except limit 1) one", new { except = except.Value }, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Positions of a feed whose items name a content that is neither here nor withdrawn, the first ones.</summary>
    public async Task<IReadOnlyList<ulong>> ContentsOf(NodeId node, int limit, CancellationToken cancellationToken = default) =>
        [.. (await database.Query<long>(
            $"select feed_position from item where node_id = @node and {IsAskedFor} order by feed_position limit @limit", new { node = node.Value, limit }, cancellationToken)
            .ConfigureAwait(false)).Select(position => (ulong)position)];

    /// <summary>Which contents of a stretch of a feed are not here, and why; for whoever asked for it.</summary>
    public async Task<IReadOnlyList<GoneContent>> Gone(NodeId node, long first, long last, CancellationToken cancellationToken = default) =>
    [
        .. (await database.Query<GoneRow>(
            """
            select i.feed_position,
                   (select max(r.payload_type) from item_subject s
                      join withdrawn w on w.subject_id = s.subject_id and w.node_id = s.node_id and (w.revision = 0 or w.revision = s.revision)
                      join item r on r.position = w.position
                     where s.position = i.position) as taken_by
              from item i left join item_content c on c.position = i.position
             where i.node_id = @node and i.feed_position between @first and @last and i.superseded = 0 and c.position is null
               and (i.content_missing > 0 or exists (select 1 from item_subject s where s.position = i.position))
             order by i.feed_position
             limit @limit
            """,
            new { node = node.Value, first, last, limit = FeedPages.Items },
            cancellationToken).ConfigureAwait(false)).Select(row => new GoneContent { NodeId = node.Value, Position = (ulong)row.FeedPosition, Reason = row.Reason }),
    ];

    /// <summary>Whoever was asked does not have these: they are not asked for any more.</summary>
    public Task GiveUp(IReadOnlyCollection<GoneContent> gone, CancellationToken cancellationToken = default) => gone.Count == 0 ? Task.CompletedTask : database.Write(
        transaction => transaction.Execute(
            "update item set content_missing = 2 where node_id = @NodeId and feed_position = @position and superseded = 0 and content_missing = 1",
            gone.Select(g => new { g.NodeId, position = (long)Math.Min(g.Position, long.MaxValue) }).ToList()),
        cancellationToken);

    /// <summary>An entry was given again, which is done when a content of it has come; what still did not arrive with it is asked for once more.</summary>
    internal static Task AskAgain(Transaction transaction, IEnumerable<long> positions) => transaction.Execute(
        "update item set content_missing = 1 where content_missing > 0 and content_missing = 2 and position = @position", positions.Select(position => new { position }).ToList());

    /// <summary>Whoever was asked may have them by now.</summary>
    public Task AskAgain(CancellationToken cancellationToken = default) => database.Write(
        transaction => transaction.Execute("update item set content_missing = 1 where content_missing > 0 and content_missing = 2"), cancellationToken);

    private sealed record RangeRow
    {
        public required string NodeId { get; init; }
        public required long First { get; init; }
        public required long Last { get; init; }
    }

    private sealed record GoneRow
    {
        private static readonly string takeDown = TakeDown.Descriptor.FullName;

        public required long FeedPosition { get; init; }
        public required string? TakenBy { get; init; }

        public GoneReason Reason => TakenBy is null ? GoneReason.UnknownHere : TakenBy == takeDown ? GoneReason.TakenDown : GoneReason.Withdrawn;
    }
}
