using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Keeps what nodes say of themselves.</summary>
internal static class LibraryNodes
{
    /// <summary>Stores profiles, a later one in place of an earlier one.</summary>
    public static async Task Put(Transaction transaction, IEnumerable<(SharedItem Item, NodeProfile Profile)> profiles)
    {
        foreach (var (item, profile) in profiles.Where(p => p.Item.Content is not null))
        {
            var content = NodeProfileContent.Parser.ParseFrom(item.Content);
            await transaction.Execute(
                """
                insert into library_node (node_id, position, name_fr, name_en, name_sort, region_scheme, region_code, languages, public_contact, privacy_title, privacy_contact, web_address)
                values (@NodeId, @FeedPosition, @NameFr, @NameEn, @Sort, @Scheme, @Code, @Languages, @PublicContact, @PrivacyOfficerTitle, @PrivacyOfficerContact, @WebAddress)
                on conflict (node_id) do update
                   set position = excluded.position, name_fr = excluded.name_fr, name_en = excluded.name_en, name_sort = excluded.name_sort,
                       region_scheme = excluded.region_scheme, region_code = excluded.region_code, languages = excluded.languages,
                       public_contact = excluded.public_contact, privacy_title = excluded.privacy_title, privacy_contact = excluded.privacy_contact,
                       web_address = excluded.web_address
                 where library_node.position < excluded.position
                """,
                new
                {
                    item.NodeId,
                    item.FeedPosition,
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
                }).ConfigureAwait(false);
        }
    }
}
