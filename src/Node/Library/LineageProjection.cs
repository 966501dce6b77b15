using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>What was adapted from what, as the chapters signed it; see <see cref="LibraryLineage"/>.</summary>
internal sealed class LineageProjection : Projection
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string> { PracticeRevision.Descriptor.FullName };

    public override IReadOnlyList<string> Tables { get; } = ["library_adaptation"];

    public override Task<Func<Transaction, Task>> Work(Batch batch, CancellationToken cancellationToken)
    {
        var (gone, said) = (new List<byte[]>(), new List<object>());
        foreach (var (item, revision) in batch.Items.Select(item => (item, PracticeRevision.Parser.ParseFrom(item.Payload))).Where(r => r.Item2.AdaptedFrom is not null))
        {
            if (item.Status == SharedItem.Accepted)
            {
                said.Add(new
                {
                    item.ItemId,
                    item.NodeId,
                    PracticeId = SubjectKey.IdOf(revision.About),
                    Revision = (long)revision.About.Revision,
                    item.FeedPosition,
                    OriginNode = revision.AdaptedFrom.NodeId,
                    OriginItem = revision.AdaptedFrom.ItemId.ToByteArray(),
                    item.Payload,
                });
            }
            else
            {
                gone.Add(item.ItemId);
            }
        }

        return Task.FromResult<Func<Transaction, Task>>(async transaction =>
        {
            await transaction.Delete("library_adaptation", "item_id", gone).ConfigureAwait(false);
            await transaction.Execute(
                """
                insert into library_adaptation (item_id, node_id, practice_id, revision, feed_position, origin_node, origin_item, payload)
                values (@ItemId, @NodeId, @PracticeId, @Revision, @FeedPosition, @OriginNode, @OriginItem, @Payload)
                on conflict (item_id) do nothing
                """,
                said).ConfigureAwait(false);
        });
    }
}
