using Dapper;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>What the library reads of the feed's tables: items that were verified, with the content that is still there.</summary>
internal sealed class SharedItems(Database database)
{
    // With contents of at most 256 KiB, a step holds a few megabytes of any real feed and 25 of the worst.
    private const int Most = 100;

    /// <summary>The next items in this node's own order, quarantined ones too: they are gone past.</summary>
    public Task<IReadOnlyList<SharedItem>> After(long position, int limit, CancellationToken cancellationToken) => database.Query<SharedItem>(
        """
        select i.position, i.node_id, i.feed_position, i.item_id, i.payload_type, i.payload, case when i.superseded = 0 then i.status else 'superseded' end as status, i.received_at, c.bytes as content
          from item i
          left join item_content c on c.position = i.position
         where i.position > @position
         order by i.position
         limit @limit
        """,
        new { position, limit = Math.Min(limit, Most) },
        cancellationToken);

    /// <summary>Which of these items have their content here.</summary>
    public async Task<IReadOnlySet<long>> WithContent(IEnumerable<long> positions, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters();
        var these = args.In("position", positions, database.Engine);
        return (await database.Query<long>($"select position from item_content where position {these}", args, cancellationToken).ConfigureAwait(false)).ToHashSet();
    }

    /// <summary>The content of an item; null when it was erased.</summary>
    public Task<byte[]?> Content(long position, CancellationToken cancellationToken) =>
        database.Find<byte[]>("select bytes from item_content where position = @position", new { position }, cancellationToken);
}

/// <summary>One row of the feed's item table.</summary>
internal sealed record SharedItem
{
    /// <summary>Values of <see cref="Status"/>; the fourth is that another branch took its place.</summary>
    public const string Accepted = "accepted", Quarantined = "quarantined", Disbelieved = "disbelieved";

    public required long Position { get; init; }

    public required string NodeId { get; init; }

    public required long FeedPosition { get; init; }

    public required byte[] ItemId { get; init; }

    public required string PayloadType { get; init; }

    public required byte[] Payload { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required byte[]? Content { get; init; }
}
