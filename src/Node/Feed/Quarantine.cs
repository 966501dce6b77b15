using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Tries quarantined items again, after an upgrade that may understand them. Run it at start, before the followers.</summary>
public sealed class Quarantine(Database database, FeedHeads heads)
{
    private const int Page = 100;

    /// <summary>
    /// Judges every quarantined item again where it stands; those that are understood now are accepted. They keep their positions, since the chain is
    /// read in that order, so a reader that has passed them looks again from <paramref name="again"/>'s second argument on, in the same transaction.
    /// </summary>
    /// <returns>How many are accepted now.</returns>
    public async Task<int> RetryQuarantined(Func<Transaction, long, Task>? again = null, CancellationToken cancellationToken = default)
    {
        var accepted = 0;
        var position = 0L;
        while (true)
        {
            var page = await database.Query<QuarantinedRow>(Sql, new { position, limit = Page, missing = Reasons.CodeOf(Reason.ContentMissing) }, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return accepted;
            }

            foreach (var row in page)
            {
                accepted += await Retry(row, again, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            position = page[^1].Position;
        }
    }

    // A content that is missing does not come with an upgrade.
    private const string Sql =
        """
        select i.position, i.node_id, i.feed_position, i.item, before.item_id as previous_id, c.salt, c.bytes
          from item i
          join item before on before.node_id = i.node_id and before.feed_position = i.feed_position - 1
          left join item_content c on c.item_id = i.item_id
         where i.status = 'quarantined' and i.reason <> @missing and i.position > @position
         order by i.position
         limit @limit
        """;

    private async Task<bool> Retry(QuarantinedRow row, Func<Transaction, long, Task>? again, CancellationToken cancellationToken)
    {
        var node = new NodeId(row.NodeId);
        var state = await heads.State(node, cancellationToken).ConfigureAwait(false);
        var before = state with { Position = (ulong)row.FeedPosition - 1, LastItemId = ItemId.FromBytes(row.PreviousId) };
        var offered = row.ToItem();
        var verdict = FeedVerifier.Verify(before, offered, ContentRule.MayBeAbsent);
        var contentIsForeign = verdict.Reason == Reason.ContentMismatch;
        if (contentIsForeign)
        {
            // Until its type was known nobody could tell; it never becomes part of the item.
            offered.Content = null;
            verdict = FeedVerifier.Verify(before, offered, ContentRule.MayBeAbsent);
        }

        if (verdict.Kind != VerdictKind.Accepted && !contentIsForeign)
        {
            return false;
        }

        var link = new FeedLink(node, row.FeedPosition, [], verdict.ItemId, offered.Item, offered.Content, verdict.Kind == VerdictKind.Accepted ? "" : verdict.ReasonCode);
        await database.Write(t => Store(t, row.Position, link, again), cancellationToken).ConfigureAwait(false);
        return link.IsAccepted;
    }

    private static async Task Store(Transaction transaction, long position, FeedLink link, Func<Transaction, long, Task>? again)
    {
        await FeedLinks.Hold(transaction).ConfigureAwait(false);
        await FeedLinks.Release(transaction, link).ConfigureAwait(false);
        if (again is not null && link.IsAccepted)
        {
            await again(transaction, position).ConfigureAwait(false);
        }
    }

    private sealed record QuarantinedRow
    {
        public required long Position { get; init; }
        public required string NodeId { get; init; }
        public required long FeedPosition { get; init; }
        public required byte[] Item { get; init; }
        public required byte[] PreviousId { get; init; }
        public byte[]? Salt { get; init; }
        public byte[]? Bytes { get; init; }

        public ItemWithContent ToItem() => new() { Item = SignedItem.Parser.ParseFrom(Item), Content = StoredItem.ContentOf(Salt, Bytes) };
    }
}
