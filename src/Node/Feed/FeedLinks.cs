using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Stores verified entries at the ends of their feeds: the only place where an item is written.</summary>
internal sealed class FeedLinks(FeedFollowers followers, TimeProvider clock)
{
    /// <summary>
    /// Takes the right to add items until the transaction ends, and says the last position given. First statement of every transaction that adds:
    /// whoever reads a feed's head after it reads the one that will still stand at the commit.
    /// </summary>
    public static Task<long> Hold(Transaction transaction) =>
        transaction.Find<long>("update item_counter set position = position where one = 1 returning position");

    /// <summary>Writes the entries, in order, and what follows from them: heads, withdrawn contents, gaps that are closed.</summary>
    /// <param name="transaction">Holds the right to add.</param>
    /// <param name="last">The last position given.</param>
    /// <param name="entries">Verified against the heads as they stand in this transaction.</param>
    public async Task Write(Transaction transaction, long last, IReadOnlyList<NewEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        foreach (var branch in entries.Where(e => e.Supersedes))
        {
            await Supersede(transaction, branch.Node, branch.First).ConfigureAwait(false);
        }

        var links = entries.SelectMany(entry => entry.Items.Select(item => (entry.Node, Item: item))).Select((link, at) => new FeedLink(last + 1 + at, link.Node, link.Item)).ToList();
        await TakeUp(transaction, links).ConfigureAwait(false);
        await WriteItems(transaction, links).ConfigureAwait(false);
        await WriteEntries(transaction, last, entries).ConfigureAwait(false);
        await Withdrawals.Note(transaction, links).ConfigureAwait(false);
        var withdrawn = await Withdrawals.Among(transaction, links).ConfigureAwait(false);
        await transaction.Insert(
            "item_content (position, salt, bytes)",
            [
                .. from link in links
                   where link.Item.Content is not null && !withdrawn.Contains(link.Position)
                   select new object?[] { link.Position, link.Item.Content!.Salt.Memory, link.Item.Content.Bytes.Memory },
            ]).ConfigureAwait(false);
        await Withdrawals.Erase(transaction, links).ConfigureAwait(false);

        await Give(transaction, links[^1].Position).ConfigureAwait(false);
        foreach (var feed in entries.GroupBy(e => e.Node))
        {
            await FeedHeads.Save(transaction, feed.Last(), feed.LastOrDefault(e => e.IsKeys)?.Last, feed.Where(e => e.BeginsEpoch)).ConfigureAwait(false);
            foreach (var taken in feed.Select(e => e.Disbelieves).OfType<Disbelieved>())
            {
                await Disbelieve(transaction, feed.Key, taken).ConfigureAwait(false);
            }
            await FeedEvidence.Close(transaction, feed.Key, feed.Last().Last).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes items that came alone, each proved, beside their feeds: as with what a branch left behind, what they take back stays taken back, and they are
    /// neither shown nor given on.
    /// </summary>
    /// <returns>How many were not here.</returns>
    public async Task<int> WriteAside(Transaction transaction, long last, IReadOnlyList<ProvenItem> items)
    {
        var links = new List<FeedLink>();
        foreach (var item in items)
        {
            if (await transaction.Find<long>("select count(*) from item where item_id = @id", new { id = item.Item.Id.ToBytes() }).ConfigureAwait(false) == 0)
            {
                links.Add(new(last + 1 + links.Count, item.Node, item.Item));
            }
        }

        if (links.Count > 0)
        {
            await WriteItems(transaction, links, areAside: true).ConfigureAwait(false);
            await Withdrawals.Note(transaction, links).ConfigureAwait(false);
            await Withdrawals.Erase(transaction, links).ConfigureAwait(false);
            await Give(transaction, links[^1].Position).ConfigureAwait(false);
        }

        return links.Count;
    }

    // What came alone takes its place in the feed now.
    private static async Task TakeUp(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        foreach (var link in links.Where(link => link.Item.Payload is Withdrawal or TakeDown))
        {
            if (await transaction.Find<long?>("select position from item where item_id = @id", new { id = link.Item.Id.ToBytes() }).ConfigureAwait(false) is { } position)
            {
                await transaction.Execute("delete from withdrawn where position = @position", new { position }).ConfigureAwait(false);
                await transaction.Execute("delete from item where position = @position", new { position }).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// What stands in the feed from that position on is no part of it any more: another branch takes its place. It stays here, so that it can be proved,
    /// and what it withdrew stays withdrawn; it is neither shown nor given on.
    /// </summary>
    public async Task Supersede(Transaction transaction, NodeId node, long from)
    {
        await followers.SpeakAgain(transaction, node).ConfigureAwait(false);
        await LookAgain(transaction, node, from, long.MaxValue).ConfigureAwait(false);
        await transaction.Execute(
            "update item set superseded = position, content_missing = 0 where node_id = @node and feed_position >= @from and superseded = 0", new { node = node.Value, from }).ConfigureAwait(false);
        await transaction.Execute(
            "update feed_entry set superseded = position where node_id = @node and first >= @from and superseded = 0", new { node = node.Value, from }).ConfigureAwait(false);
    }

    // A thief signed them: links of the chain, and shown to nobody.
    private async Task Disbelieve(Transaction transaction, NodeId node, Disbelieved taken)
    {
        var (from, until) = ((long)taken.From, (long)taken.Until);
        await LookAgain(transaction, node, from, until).ConfigureAwait(false);
        await transaction.Execute(
            """
            update item set status = 'disbelieved'
             where node_id = @node and feed_position >= @from and feed_position < @until and superseded = 0 and status = 'accepted' and payload_type <> @keys
            """,
            new { node = node.Value, from, until, keys = KeyStatement.Descriptor.FullName }).ConfigureAwait(false);
    }

    private async Task LookAgain(Transaction transaction, NodeId node, long from, long until)
    {
        var first = await transaction.Find<long?>(
            "select min(position) from item where node_id = @node and feed_position >= @from and feed_position < @until and superseded = 0", new { node = node.Value, from, until }).ConfigureAwait(false);
        if (first is { } position)
        {
            await followers.LookAgain(transaction, position).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A content that was missing has come. Its entry is given again, at a new place in the order of transport, so that readers which have gone past it
    /// meet it once more; it stays where it stood too, or whoever begins would find a gap there.
    /// </summary>
    /// <returns>False when it is here or withdrawn by now, or would make its entry larger than any page.</returns>
    public async Task<bool> Fill(Transaction transaction, long last, long position, NodeId node, ItemVerdict item)
    {
        var isMissing = await transaction.Find<long>("select content_missing from item where position = @position", new { position }).ConfigureAwait(false) > 0;
        if (!isMissing || (await Withdrawals.Among(transaction, [new FeedLink(position, node, item)]).ConfigureAwait(false)).Contains(position))
        {
            return false;
        }

        var filled = await transaction.Execute(
            """
            update feed_entry set bytes = bytes + @size
             where node_id = @node and superseded = 0 and first = (select max(first) from feed_entry where node_id = @node and first <= @at and superseded = 0) and bytes + @size <= @most
            """,
            new { size = item.Content!.CalculateSize(), node = node.Value, at = (long)item.Position, most = FeedPages.Bytes }).ConfigureAwait(false);
        if (filled == 0)
        {
            return false;
        }

        await transaction.Execute(
            "insert into feed_again (position, node_id, first) select @position, node_id, max(first) from feed_entry where node_id = @node and first <= @at and superseded = 0 group by node_id",
            new { position = last + 1, node = node.Value, at = (long)item.Position }).ConfigureAwait(false);
        await transaction.Execute(
            "insert into item_content (position, salt, bytes) values (@position, @salt, @bytes)",
            new { position, salt = item.Content.Salt.ToByteArray(), bytes = item.Content.Bytes.ToByteArray() }).ConfigureAwait(false);
        await Settle(transaction, position, item).ConfigureAwait(false);
        await Give(transaction, last + 1).ConfigureAwait(false);
        return true;
    }

    /// <summary>What follows from an item that was quarantined and is judged anew; its place stays.</summary>
    public static async Task Release(Transaction transaction, long position, NodeId node, ItemVerdict item)
    {
        var link = new FeedLink(position, node, item);
        await Settle(transaction, position, item).ConfigureAwait(false);
        await Withdrawals.Note(transaction, [link]).ConfigureAwait(false);
        await Withdrawals.Among(transaction, [link]).ConfigureAwait(false);
        await Withdrawals.Erase(transaction, [link]).ConfigureAwait(false);
    }

    private static Task<int> Settle(Transaction transaction, long position, ItemVerdict item) => transaction.Execute(
        "update item set status = @status, reason = @reason, content_missing = @missing where position = @position",
        new { status = ItemStatuses.Of(item), reason = Reasons.CodeOf(item.Quarantined), missing = IsMissing(item), position });

    private Task<int> Give(Transaction transaction, long position)
    {
        transaction.Signals.Add(followers.NewItems);
        return transaction.Execute("update item_counter set position = @position where one = 1", new { position });
    }

    private static long IsMissing(ItemVerdict item) => item.ContentWanted == Reason.Unspecified ? 0 : 1;

    private Task WriteItems(Transaction transaction, IReadOnlyList<FeedLink> links, bool areAside = false)
    {
        var now = clock.GetUtcNow();
        return transaction.Insert(
            "item (position, node_id, feed_position, item_id, payload_type, payload, status, reason, content_missing, received_at, superseded)",
            [.. links.Select(link => new object?[]
            {
                link.Position, link.Node.Value, (long)link.Item.Position, link.Item.Id.ToBytes(), link.Item.Item.PayloadType, link.Item.Item.Payload.Memory,
                ItemStatuses.Of(link.Item), Reasons.CodeOf(link.Item.Quarantined), areAside ? 0L : IsMissing(link.Item), now, areAside ? link.Position : 0L,
            })]);
    }

    private static Task WriteEntries(Transaction transaction, long last, IReadOnlyList<NewEntry> entries) => transaction.Insert(
        "feed_entry (position, node_id, first, last, is_keys, signed, bytes, superseded)",
        [.. entries.Select(entry => new object?[]
        {
            last += entry.Items.Count, entry.Node.Value, entry.First, entry.Last, entry.IsKeys ? 1L : 0L, Google.Protobuf.MessageExtensions.ToByteArray(entry.Signed), (long)entry.Bytes, 0L,
        })]);
}

/// <summary>A verified item and its number here.</summary>
internal sealed record FeedLink(long Position, NodeId Node, ItemVerdict Item);
