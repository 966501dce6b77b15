using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.TemplateReleases;

/// <summary>Where the releases of templates are among all items. Whether one counts is asked when it is read: of another hub than the trusted one none does, and a withdrawn one no more.</summary>
internal sealed class TemplateReleaseProjection : Projection
{
    public override IReadOnlySet<string> Types { get; } = new HashSet<string> { TemplateRelease.Descriptor.FullName };

    public override IReadOnlyList<string> Tables { get; } = ["library_template"];

    public override Task<Func<Transaction, Task>> Work(Batch batch, CancellationToken cancellationToken) => Task.FromResult<Func<Transaction, Task>>(transaction => transaction.Insert(
        "library_template (item_id, node_id, position)",
        [.. batch.Items.Where(i => i.Status == SharedItem.Accepted).Select(i => new object?[] { i.ItemId, i.NodeId, i.Position })],
        "on conflict (item_id) do nothing"));
}
