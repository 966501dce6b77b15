using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>The newest profile in a node's own feed, to be said anew with something changed: hold the feed first, or what somebody else says is signed away.</summary>
internal sealed record LastProfile
{
    private static readonly string profile = NodeProfile.Descriptor.FullName;

    public required byte[] Payload { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }

    public NodeProfile Said => NodeProfile.Parser.ParseFrom(Payload);

    public NodeProfileContent SaidContent => NodeProfileContent.Parser.ParseFrom(Content);

    /// <summary>Null for a node whose founding profile a thief's word took away.</summary>
    public static Task<LastProfile?> Find(Transaction transaction, NodeId node) => transaction.Find<LastProfile>(
        """
        select i.payload, i.received_at as at, c.bytes as content
          from item i join item_content c on c.position = i.position
         where i.node_id = @id and i.payload_type = @profile and i.superseded = 0 and i.status = 'accepted'
         order by i.feed_position desc
         limit 1
        """,
        new { id = node.Value, profile });
}
