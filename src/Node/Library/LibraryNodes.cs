using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Keeps what nodes say of themselves, and which of it is shown.</summary>
internal static class LibraryNodes
{
    /// <summary>Stores profiles, and what says which of them is shown; a later word takes the place of an earlier one.</summary>
    public static async Task Put(Transaction transaction, LibraryNews news, KnownNodes known)
    {
        foreach (var (item, profile) in news.Profiles)
        {
            await Put(transaction, item, profile).ConfigureAwait(false);
            if (known.ShowNewest.Contains(item.NodeId))
            {
                await Show(transaction, item.NodeId, item.ItemId, item.FeedPosition).ConfigureAwait(false);
            }
        }

        foreach (var (item, entry) in news.DirectoryEntries.Where(e => !known.ShowNewest.Contains(e.Entry.NodeId)))
        {
            await Show(transaction, entry.NodeId, entry.ProfileItem.ToByteArray(), item.FeedPosition).ConfigureAwait(false);
        }
    }

    private static Task<int> Show(Transaction transaction, string node, byte[] profile, long position) => transaction.Execute(
        """
        insert into library_shown (node_id, item_id, position) values (@node, @profile, @position)
        on conflict (node_id) do update
           set item_id = excluded.item_id, position = excluded.position,
               before = case when exists (select 1 from library_profile o join library_profile n on n.name_fr = o.name_fr and n.name_en = o.name_en
                                           where o.item_id = library_shown.item_id and n.item_id = excluded.item_id)
                             then library_shown.before else library_shown.item_id end
         where library_shown.position < excluded.position
        """,
        new { node, profile, position });

    private static Task<int> Put(Transaction transaction, SharedItem item, NodeProfile profile)
    {
        var content = NodeProfileContent.Parser.ParseFrom(item.Content);
        return transaction.Execute(
            """
            insert into library_profile (item_id, node_id, name_fr, name_en, name_sort, region_scheme, region_code, languages, public_contact, privacy_title, privacy_contact, web_address)
            values (@ItemId, @NodeId, @NameFr, @NameEn, @Sort, @Scheme, @Code, @Languages, @PublicContact, @PrivacyOfficerTitle, @PrivacyOfficerContact, @WebAddress)
            on conflict (item_id) do nothing
            """,
            new
            {
                item.ItemId,
                item.NodeId,
                content.NameFr,
                content.NameEn,
                Sort = NameOrder.SortKey(content.NameFr.Length > 0 ? content.NameFr : content.NameEn),
                Scheme = profile.Region?.Scheme ?? "",
                Code = profile.Region?.Code ?? "",
                Languages = string.Join(' ', profile.Languages),
                content.PublicContact,
                content.PrivacyOfficerTitle,
                content.PrivacyOfficerContact,
                content.WebAddress,
            });
    }
}

/// <summary>The nodes of which this one knows without anybody's word.</summary>
/// <param name="Hub">The hub whose word counts here; null while there is none.</param>
/// <param name="ShowNewest">The hub and this node itself: of these the newest profile is shown.</param>
internal sealed record KnownNodes(string? Hub, IReadOnlySet<string> ShowNewest)
{
    public static async Task<KnownNodes> Read(Database database, CancellationToken cancellationToken)
    {
        var hub = await Feed.TrustedHub.Find(database, cancellationToken).ConfigureAwait(false);
        var self = await database.Find<string>("select node_id from node", null, cancellationToken).ConfigureAwait(false);
        return new(hub, new HashSet<string>(new[] { hub, self }.OfType<string>()));
    }
}
