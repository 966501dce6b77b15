using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Tells the practices what the hub said about their items.</summary>
internal sealed class NetworkReceipts(Receipts receipts, ThisNode node, LibraryPractices library, LibraryNodeQueries nodes) : INetworkReceipts
{
    public async Task<NetworkReceipt?> Of(byte[] itemId, CancellationToken cancellationToken) =>
        await receipts.Find(itemId, cancellationToken) is { } receipt
            ? new NetworkReceipt(receipt.At, receipt.Status == PushStatus.Accepted ? null : FederationText.RefusalOf(receipt.Reason))
            : null;

    public async Task<NetworkTakeDown?> TakeDownOf(Guid practice, CancellationToken cancellationToken) =>
        await library.Find(node.Identity.Id.Value, practice, cancellationToken) is { TakenDown: { } why, WithdrawnAt: { } at }
            ? new NetworkTakeDown(at, TakeDownReasons.LabelOf(why), (await nodes.Hub(cancellationToken))?.PublicContact ?? "")
            : null;
}
