using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Tries quarantined items again, after an upgrade that may understand them. Run it at start, before the followers.</summary>
public sealed class Quarantine(Database database, FeedFollowers followers)
{
    private const int Page = 100;

    /// <summary>
    /// Judges every quarantined item again where it stands; those that are understood now are accepted. They keep their positions, since the chain is
    /// read in that order, and the followers that have passed them look again, in the same transaction.
    /// </summary>
    /// <returns>How many are accepted now.</returns>
    public async Task<int> RetryQuarantined(CancellationToken cancellationToken = default)
    {
        var accepted = 0;
        var position = 0L;
        while (true)
        {
            var page = await database.Query<QuarantinedRow>(Sql, new { position, limit = Page }, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return accepted;
            }

            foreach (var row in page)
            {
                accepted += await Retry(row, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            position = page[^1].Position;
        }
    }

    private const string Sql =
        """
        select i.position, i.node_id, i.item_id, i.payload_type, i.payload, c.salt, c.bytes
          from item i
          left join item_content c on c.position = i.position
         where i.status = 'quarantined' and i.superseded = 0 and i.position > @position
         order by i.position
         limit @limit
        """;

    private async Task<bool> Retry(QuarantinedRow row, CancellationToken cancellationToken)
    {
        var judged = row.Judge();
        if (judged.Quarantined != Reason.Unspecified)
        {
            return false;
        }

        await database.Write(
            async transaction =>
            {
                await FeedLinks.Hold(transaction).ConfigureAwait(false);
                await FeedLinks.Release(transaction, row.Position, new NodeId(row.NodeId), judged).ConfigureAwait(false);
                await followers.LookAgain(transaction, row.Position).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    private sealed record QuarantinedRow
    {
        public required long Position { get; init; }
        public required string NodeId { get; init; }
        public required byte[] ItemId { get; init; }
        public required string PayloadType { get; init; }
        public required byte[] Payload { get; init; }
        public byte[]? Salt { get; init; }
        public byte[]? Bytes { get; init; }

        public ItemVerdict Judge() => FeedVerifier.Judge(
            Trust.ItemId.FromBytes(ItemId),
            new Item { PayloadType = PayloadType, Payload = ByteString.CopyFrom(Payload) },
            Salt is null || Bytes is null ? null : new Content { Salt = ByteString.CopyFrom(Salt), Bytes = ByteString.CopyFrom(Bytes) });
    }
}
