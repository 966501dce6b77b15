using Google.Protobuf;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Stores verified items at the ends of their feeds: the only place where an item is written.</summary>
internal sealed class FeedLinks(TimeProvider clock)
{
    /// <summary>
    /// Takes the right to add items until the transaction ends, and says the last position given. First statement of every transaction that adds:
    /// whoever reads a feed's head after it reads the one that will still stand at the commit.
    /// </summary>
    public static Task<long> Hold(Transaction transaction) =>
        transaction.Find<long>("update item_counter set position = position where one = 1 returning position");

    /// <summary>Writes the links, in order, and what follows from them: heads, withdrawn contents, gaps that are closed.</summary>
    /// <param name="transaction">Holds the right to add.</param>
    /// <param name="last">The last position given.</param>
    /// <param name="links">Verified against the heads as they stand in this transaction.</param>
    public async Task Write(Transaction transaction, long last, IReadOnlyList<FeedLink> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        await WriteItems(transaction, last, links).ConfigureAwait(false);
        await Withdrawals.Note(transaction, links).ConfigureAwait(false);
        var withdrawn = await Withdrawals.Among(transaction, links).ConfigureAwait(false);
        await ManyRows.Insert(
            transaction,
            "insert into item_content (item_id, salt, bytes)",
            from link in links
            where link.Content is not null && !withdrawn.Contains(link.Id)
            select new object[] { link.Id.ToBytes(), link.Content!.Salt.ToByteArray(), link.Content.Bytes.ToByteArray() }).ConfigureAwait(false);
        await Withdrawals.Erase(transaction, links).ConfigureAwait(false);

        await transaction.Execute("update item_counter set position = @to where one = 1", new { to = last + links.Count }).ConfigureAwait(false);
        foreach (var end in links.GroupBy(l => l.Node).Select(feed => feed.Last()))
        {
            await FeedHeads.Save(transaction, new FeedHead(end.Node, end.Epoch, end.Position, end.Id)).ConfigureAwait(false);
            await FeedEvidence.Close(transaction, end.Node, end.Position).ConfigureAwait(false);
        }
    }

    /// <summary>What follows from an item that was quarantined and is judged anew; its place stays.</summary>
    public static async Task Release(Transaction transaction, FeedLink link)
    {
        await transaction.Execute(
            "update item set status = @status, reason = @reason where item_id = @id",
            new { status = link.IsAccepted ? ItemStatuses.Accepted : ItemStatuses.Quarantined, reason = link.Reason, id = link.Id.ToBytes() }).ConfigureAwait(false);
        await Withdrawals.Note(transaction, [link]).ConfigureAwait(false);
        var withdrawn = await Withdrawals.Among(transaction, [link]).ConfigureAwait(false);
        if (link.Content is null || withdrawn.Contains(link.Id))
        {
            await transaction.Execute("delete from item_content where item_id = @id", new { id = link.Id.ToBytes() }).ConfigureAwait(false);
        }

        await Withdrawals.Erase(transaction, [link]).ConfigureAwait(false);
    }

    private Task WriteItems(Transaction transaction, long last, IReadOnlyList<FeedLink> links)
    {
        var now = clock.GetUtcNow();
        return ManyRows.Insert(
            transaction,
            "insert into item (position, node_id, feed_position, item_id, payload_type, item, status, reason, received_at)",
            links.Select((link, at) => new object[]
            {
                last + 1 + at, link.Node.Value, link.Position, link.Id.ToBytes(), link.Item.PayloadType, link.Item.ToByteArray(),
                link.IsAccepted ? ItemStatuses.Accepted : ItemStatuses.Quarantined, link.Reason, now,
            }));
    }
}
