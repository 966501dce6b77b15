using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>What nodes say of themselves, and which of it is shown; a later word takes the place of an earlier one.</summary>
internal sealed class NodeProjection : Projection
{
    private static readonly string profile = NodeProfile.Descriptor.FullName;
    private static readonly string entry = DirectoryEntry.Descriptor.FullName;

    public override IReadOnlySet<string> Types { get; } = new HashSet<string> { profile, entry };

    public override IReadOnlyList<string> Tables { get; } = ["library_profile", "library_shown"];

    public override Task<Func<Transaction, Task>> Work(Batch batch, CancellationToken cancellationToken) =>
        Task.FromResult<Func<Transaction, Task>>(transaction => Put(transaction, [.. batch.Items.Where(item => item.Status == SharedItem.Accepted)], batch.Known));

    private static async Task Put(Transaction transaction, IReadOnlyList<SharedItem> items, KnownNodes known)
    {
        foreach (var item in items.Where(item => item.PayloadType == profile && item.Content is not null))
        {
            await Put(transaction, item, NodeProfile.Parser.ParseFrom(item.Payload)).ConfigureAwait(false);
            if (known.ShowNewest.Contains(item.NodeId))
            {
                await Show(transaction, item.NodeId, item.ItemId, item.FeedPosition).ConfigureAwait(false);
            }
        }

        // A hub says which profile it shows of the others.
        foreach (var item in items.Where(item => item.PayloadType == entry && item.NodeId == known.Hub))
        {
            var shown = DirectoryEntry.Parser.ParseFrom(item.Payload);
            if (!known.ShowNewest.Contains(shown.NodeId))
            {
                await Show(transaction, shown.NodeId, shown.ProfileItem.ToByteArray(), item.FeedPosition).ConfigureAwait(false);
            }
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
            insert into library_profile (item_id, node_id, name_fr, name_en, name_sort, region_scheme, region_code, languages, public_contact, web_address, description_fr, description_en)
            values (@ItemId, @NodeId, @NameFr, @NameEn, @Sort, @Scheme, @Code, @Languages, @PublicContact, @WebAddress, @DescriptionFr, @DescriptionEn)
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
                content.WebAddress,
                content.DescriptionFr,
                content.DescriptionEn,
            });
    }
}
