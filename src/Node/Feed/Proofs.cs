using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Makes proofs of items that this node holds, its own and others', also of those whose place another branch has taken.</summary>
public sealed class Proofs(Database database)
{
    /// <summary>The proof of an item; null when it is not here with its run, or is a key statement, which signs for itself.</summary>
    public async Task<ItemProof?> Of(ItemId id, CancellationToken cancellationToken) =>
        await database.Find<long?>("select position from item where item_id = @id", new { id = id.ToBytes() }, cancellationToken).ConfigureAwait(false) is { } position
            ? await At(position, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>
    /// What others took back, and what the hub that counts here took down, after a position of this node's numbering, each with its proof: as much as a page
    /// holds, and only of what came here up to a moment, since nobody has to hear of what they never had.
    /// </summary>
    /// <param name="after">The position.</param>
    /// <param name="except">Whose are left out: whoever asks has its own.</param>
    /// <param name="until">The moment.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ProvenPage> OfWithdrawals(long after, NodeId except, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        var end = await database.Find<long>("select position from item_counter where one = 1", null, cancellationToken).ConfigureAwait(false);
        var positions = await database.Query<long>(
            """
            select distinct w.position from withdrawn w join item i on i.position = w.position
             where w.position > @after and w.position <= @end and i.status = 'accepted' and i.node_id <> @except
               and exists (select 1 from item_subject s join item t on t.position = s.position
                            where s.subject_id = w.subject_id and s.node_id = w.node_id and t.received_at <= @until)
             order by w.position limit @limit
            """,
            new { after, end, except = except.Value, until, limit },
            cancellationToken).ConfigureAwait(false);
        var (found, bytes, upTo) = (new List<ItemProof>(), 0, after);
        foreach (var position in positions)
        {
            if (await At(position, cancellationToken).ConfigureAwait(false) is { } proof)
            {
                bytes += proof.CalculateSize();
                if (bytes > FeedPages.Bytes && found.Count > 0)
                {
                    return new(found, upTo, true);
                }

                found.Add(proof);
            }

            upTo = position;
        }

        return positions.Count == limit ? new(found, upTo, true) : new(found, end, false);
    }

    private async Task<ItemProof?> At(long position, CancellationToken cancellationToken)
    {
        // An entry has the place of its last item.
        var entry = await database.Find<Entry>(
            "select position, node_id, first, last, is_keys, signed from feed_entry where position >= @position order by position limit 1", new { position }, cancellationToken).ConfigureAwait(false);
        if (entry is null or { IsKeys: true } || entry.FirstItem > position)
        {
            return null;
        }

        var ids = await database.Query<byte[]>(
            "select item_id from item where position between @FirstItem and @Position order by position limit @limit", new { entry.FirstItem, entry.Position, limit = FeedPages.Items }, cancellationToken).ConfigureAwait(false);
        var item = await database.Find<ItemRow>(
            "select i.payload_type, i.payload, c.salt, c.bytes from item i left join item_content c on c.position = i.position where i.position = @position", new { position }, cancellationToken).ConfigureAwait(false);
        return ItemProofs.Of(
            SignedItem.Parser.ParseFrom(entry.Signed), [.. ids.Select(id => ItemId.FromBytes(id))], (int)(position - entry.FirstItem), item!.ToItem(), await KeysOf(entry, cancellationToken).ConfigureAwait(false));
    }

    // Those that counted when it was said: of each place the last that had come until then, since a branch takes the places of what stood there.
    private async Task<IEnumerable<SignedItem>> KeysOf(Entry entry, CancellationToken cancellationToken) =>
        (await database.Query<byte[]>(
            """
            select k.signed from feed_entry k
             where k.node_id = @NodeId and k.is_keys = 1 and k.first < @First and k.position < @Position
               and not exists (select 1 from feed_entry n where n.node_id = k.node_id and n.first between k.first - 499 and k.first and n.last >= k.first
                                  and n.position > k.position and n.position < @Position)
             order by k.first
             limit @limit
            """,
            new { entry.NodeId, entry.First, entry.Position, limit = FeedHeads.MostKeyStatements },
            cancellationToken).ConfigureAwait(false)).Select(SignedItem.Parser.ParseFrom);

    private sealed record Entry
    {
        public required long Position { get; init; }
        public required string NodeId { get; init; }
        public required long First { get; init; }
        public required long Last { get; init; }
        public required bool IsKeys { get; init; }
        public required byte[] Signed { get; init; }

        public long FirstItem => Position - (Last - First);
    }

    private sealed record ItemRow
    {
        public required string PayloadType { get; init; }
        public required byte[] Payload { get; init; }
        public required byte[]? Salt { get; init; }
        public required byte[]? Bytes { get; init; }

        public ItemWithContent ToItem() => new()
        {
            Item = new Item { PayloadType = PayloadType, Payload = ByteString.CopyFrom(Payload) },
            Content = Salt is null || Bytes is null ? null : new Content { Salt = ByteString.CopyFrom(Salt), Bytes = ByteString.CopyFrom(Bytes) },
        };
    }
}

/// <summary>Proofs, in the order of the node's numbering.</summary>
/// <param name="Proofs">As many as fit.</param>
/// <param name="UpTo">The position up to which everything was looked at.</param>
/// <param name="More">True when there may be others.</param>
public sealed record ProvenPage(IReadOnlyList<ItemProof> Proofs, long UpTo, bool More);
