using Dapper;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// Keeps withdrawn contents away: erased with the transaction that accepts the withdrawal, and never stored again, in whatever order and however
/// often items come. A withdrawal that names no revision is for all of them, later ones too: a withdrawn practice is not shared again.
/// </summary>
internal static class Withdrawals
{
    private const long All = 0;

    // An item whose content was erased before it could be sent arrives without; once its withdrawal is here too, that is as it should be.
    private static readonly string contentMissing = Reasons.CodeOf(Reason.ContentMissing);

    private const string Named =
        """
        select p.item_id from item_practice p
          join practice_withdrawn w on w.practice_id = p.practice_id and w.node_id = p.node_id and (w.revision = 0 or w.revision = p.revision)
         where p.practice_id in
        """;

    /// <summary>Notes which items are about which revision, and which revisions are withdrawn.</summary>
    public static async Task Note(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        await ManyRows.Insert(
            transaction,
            "insert into item_practice (item_id, node_id, practice_id, revision)",
            from link in links
            let about = link.Revision
            where about is not null
            select new object[] { link.Id.ToBytes(), link.Node.Value, about.PracticeId.ToByteArray(), (long)about.Revision },
            "on conflict (item_id) do nothing").ConfigureAwait(false);
        await ManyRows.Insert(
            transaction,
            "insert into practice_withdrawn (node_id, practice_id, revision, item_id)",
            from link in links
            let withdrawal = link.Withdrawal
            where withdrawal is not null
            from revision in withdrawal.Revisions.Select(r => (long)r).DefaultIfEmpty(All).Distinct()
            select new object[] { link.Node.Value, withdrawal.PracticeId.ToByteArray(), revision, link.Id.ToBytes() },
            "on conflict (practice_id, node_id, revision) do nothing").ConfigureAwait(false);
    }

    /// <summary>Which of these items are withdrawn already, so that their contents are not even written.</summary>
    public static async Task<HashSet<ItemId>> Among(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        var found = new HashSet<ItemId>();
        foreach (var (list, args) in Practices(links.Select(l => l.Revision?.PracticeId)))
        {
            found.UnionWith((await transaction.Query<byte[]>($"{Named} {list}", args).ConfigureAwait(false)).Select(id => ItemId.FromBytes(id)));
        }

        return found;
    }

    /// <summary>Erases what the withdrawals among these links name.</summary>
    public static async Task Erase(Transaction transaction, IReadOnlyList<FeedLink> links)
    {
        foreach (var (list, args) in Practices(links.Select(l => l.Withdrawal?.PracticeId)))
        {
            await transaction.Erase($"delete from item_content where item_id in ({Named} {list})", args).ConfigureAwait(false);
            args.Add("missing", contentMissing);
            await transaction.Execute($"update item set status = 'accepted', reason = '' where reason = @missing and item_id in ({Named} {list})", args).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string List, DynamicParameters Args)> Practices(IEnumerable<ByteString?> ids) =>
        ManyRows.Lists(ids.OfType<ByteString>().Distinct().Select(id => id.ToByteArray()));
}
