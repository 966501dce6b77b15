using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Names;

/// <summary>
/// Shows the newer profile of an admitted chapter by itself where its name can be told from all that are shown; where it cannot, the old one stays until an operator
/// says otherwise. Only a chapter's newest profile is looked at, and once. It is the name that is judged: a profile that says the one that was judged before goes
/// the same way, since a chapter signs its profile anew each week for the seal of its security log.
/// </summary>
internal sealed class NameFollower(Database database, ShownNames names, OwnFeed feed, TimeProvider clock) : Follower
{
    /// <summary>Names its cursor.</summary>
    public const string CursorName = "hub-names";

    private static readonly string profile = NodeProfile.Descriptor.FullName;

    public override string Name => CursorName;

    public override bool Waits => feed.IsSilent;

    protected override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
    {
        var items = await database.Query<ItemRow>(
            "select position, node_id, payload_type from item where position > @after order by position limit @limit", new { after, limit }, cancellationToken).ConfigureAwait(false);
        var chapters = items.Where(i => i.PayloadType == profile).Select(i => i.NodeId).Distinct().ToList();
        return items.Count == 0 ? null
            : chapters.Count == 0 ? Step.Past(items[^1].Position)
            : new Step(items[^1].Position, async transaction =>
            {
                foreach (var chapter in chapters)
                {
                    await LookAt(transaction, chapter).ConfigureAwait(false);
                }
            });
    }

    private async Task LookAt(Transaction transaction, string chapter)
    {
        var known = await transaction.Find<Known>(
            """
            select s.item_id as shown, sc.bytes as shown_bytes, w.item_id as waiting, wc.bytes as waiting_bytes
              from shown_profile s
              join item si on si.item_id = s.item_id
              join item_content sc on sc.position = si.position
              left join waiting_profile w on w.node_id = s.node_id
              left join item wi on wi.item_id = w.item_id
              left join item_content wc on wc.position = wi.position
             where s.node_id = @chapter
            """,
            new { chapter }).ConfigureAwait(false);
        var newest = known is null ? null : await transaction.Find<Said>(
            """
            select i.item_id, c.bytes
              from item i join item_content c on c.position = i.position
             where i.node_id = @chapter and i.payload_type = @profile and i.status = 'accepted' and i.superseded = 0
             order by i.feed_position desc
             limit 1
            """,
            new { chapter, profile }).ConfigureAwait(false);
        if (newest is null || newest.Is(known!.Shown) || newest.Is(known.Waiting))
        {
            return;
        }

        var name = ShownNames.NameIn(newest.Bytes);
        if (name == ShownNames.NameIn(known.ShownBytes))
        {
            await names.Show(transaction, new NodeId(chapter), ItemId.FromBytes(newest.ItemId)).ConfigureAwait(false);
        }
        else if (known.WaitingBytes is { } waiting && name == ShownNames.NameIn(waiting))
        {
            await transaction.Execute("update waiting_profile set item_id = @ItemId where node_id = @chapter", new { chapter, newest.ItemId }).ConfigureAwait(false);
        }
        else
        {
            await Judge(transaction, new(chapter, name), newest.ItemId).ConfigureAwait(false);
        }
    }

    private async Task Judge(Transaction transaction, NamedNode chapter, byte[] item)
    {
        if (Likeness.Find(chapter, await names.All(transaction).ConfigureAwait(false)) is { } likeness)
        {
            await transaction.Execute(
                """
                insert into waiting_profile (node_id, item_id, resembles, since, is_left) values (@NodeId, @item, @resembles, @now, 0)
                on conflict (node_id) do update set item_id = excluded.item_id, resembles = excluded.resembles, since = excluded.since, is_left = 0
                """,
                new { chapter.NodeId, item, resembles = likeness.With?.NodeId ?? "", now = clock.GetUtcNow() }).ConfigureAwait(false);
        }
        else
        {
            await names.Show(transaction, new NodeId(chapter.NodeId), ItemId.FromBytes(item)).ConfigureAwait(false);
        }
    }

    private sealed record ItemRow
    {
        public required long Position { get; init; }

        public required string NodeId { get; init; }

        public required string PayloadType { get; init; }
    }

    private sealed record Known
    {
        public required byte[] Shown { get; init; }

        public required byte[] ShownBytes { get; init; }

        public required byte[]? Waiting { get; init; }

        public required byte[]? WaitingBytes { get; init; }
    }

    private sealed record Said
    {
        public required byte[] ItemId { get; init; }

        public required byte[] Bytes { get; init; }

        public bool Is(byte[]? item) => item is not null && item.AsSpan().SequenceEqual(ItemId);
    }
}
