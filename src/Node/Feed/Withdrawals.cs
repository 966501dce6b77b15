using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// Keeps away the contents that their own node withdrew or the hub took down: erased with the transaction that accepts the item which says so, and never
/// stored again, in whatever order and however often items come. Where no revision is named it is all of them, later ones too: what is gone is not
/// shared again.
/// </summary>
internal static class Withdrawals
{
    private const long All = 0;

    private const string Withdrawn =
        """
        select s.position from item_subject s
          join withdrawn w on w.subject_id = s.subject_id and w.node_id = s.node_id and (w.revision = 0 or w.revision = s.revision)
        """;

    /// <summary>Notes which items are about which revision, and which revisions are withdrawn.</summary>
    public static async Task Note(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        await transaction.Insert(
            "item_subject (position, node_id, subject_id, revision)",
            [
                .. from link in links
                   let about = link.Item.Envelope.About
                   where about is not null && link.Item.Envelope.ContentHash.Length > 0
                   select new object?[] { link.Position, link.Node.Value, about.Id.Memory, (long)about.Revision },
            ],
            "on conflict (position) do nothing").ConfigureAwait(false);
        await transaction.Insert(
            "withdrawn (node_id, subject_id, revision, position)",
            [
                .. (from removal in await Removals(transaction, links).ConfigureAwait(false)
                    from revision in removal.Revisions.Select(r => (long)r).DefaultIfEmpty(All)
                    select (removal.Node, removal.About.Id, Revision: revision, removal.Position))
                    .DistinctBy(row => (row.Node, row.Id, row.Revision))
                    .Select(row => new object?[] { row.Node, row.Id.Memory, row.Revision, row.Position }),
            ],
            // It stands by an item that is believed, where there is one.
            "on conflict (subject_id, node_id, revision) do update set position = excluded.position where exists (select 1 from item i where i.position = withdrawn.position and i.status <> 'accepted')")
            .ConfigureAwait(false);
    }

    /// <summary>Which of these items, noted and one behind the other, are withdrawn already, so that their contents are not even written.</summary>
    public static async Task<HashSet<long>> Among(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        var found = (await transaction.Query<long>($"{Withdrawn} where s.position between @first and @last", new { first = links[0].Position, last = links[^1].Position }).ConfigureAwait(false)).ToHashSet();
        // What is withdrawn is not missed.
        await transaction.Execute("update item set content_missing = 0 where content_missing > 0 and position = @position", found.Select(position => new { position }).ToList()).ConfigureAwait(false);
        return found;
    }

    /// <summary>Erases what these links take away.</summary>
    public static async Task Erase(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        foreach (var subject in (await Removals(transaction, links).ConfigureAwait(false)).Select(r => r.About.Id).Distinct())
        {
            var args = new { subject = subject.ToByteArray() };
            await transaction.Erase($"delete from item_content where position in ({Withdrawn} where s.subject_id = @subject)", args).ConfigureAwait(false);
            await transaction.Execute($"update item set content_missing = 0 where content_missing > 0 and position in ({Withdrawn} where s.subject_id = @subject)", args).ConfigureAwait(false);
        }
    }

    /// <summary>Of what somebody proved: what takes something away that is here, and that nobody took away yet. Whoever sends more than that fills no disk.</summary>
    public static async Task<IReadOnlyList<ProvenItem>> OfWhatIsHere(Transaction transaction, IReadOnlyList<ProvenItem> proven)
    {
        var found = new List<ProvenItem>();
        foreach (var removal in await Removals(transaction, [.. proven.Select((item, at) => new FeedLink(at, item.Node, item.Item))]).ConfigureAwait(false))
        {
            var args = new { subject = removal.About.Id.ToByteArray(), removal.Node };
            var here = await transaction.Query<long>(
                $"""
                select s.revision from item_subject s
                 where s.subject_id = @subject and s.node_id = @Node
                   and not exists (select 1 from withdrawn w where w.subject_id = s.subject_id and w.node_id = s.node_id and (w.revision = {All} or w.revision = s.revision))
                """,
                args).ConfigureAwait(false);
            if (here.Any(revision => removal.Revisions.Count == 0 || removal.Revisions.Contains((uint)revision)))
            {
                found.Add(proven[(int)removal.Position]);
            }
        }

        return found;
    }

    /// <summary>What these links take away: a node its own, and the hub that this node believes anybody's.</summary>
    private static async Task<IReadOnlyList<Removal>> Removals(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        var hub = links.Any(l => l.Item.Payload is TakeDown) ? await TrustedHub.Find(transaction).ConfigureAwait(false) : null;
        return
        [
            .. from link in links
               let removal = link.Item.Payload switch
               {
                   Withdrawal withdrawal => new Removal(link.Position, link.Node.Value, withdrawal.About, withdrawal.Revisions),
                   TakeDown takeDown when link.Node.Value == hub => new Removal(link.Position, takeDown.NodeId, takeDown.About, takeDown.Revisions),
                   _ => null,
               }
               where removal is not null
               select removal,
        ];
    }

    /// <summary>That an item takes a subject's contents away.</summary>
    /// <param name="Position">The item's.</param>
    /// <param name="Node">Whose subject it is.</param>
    /// <param name="About">The subject.</param>
    /// <param name="Revisions">Which; none means all.</param>
    private sealed record Removal(long Position, string Node, Subject About, IReadOnlyCollection<uint> Revisions);
}
