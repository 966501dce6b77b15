using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Tells the practices what the hub said about their items.</summary>
internal sealed class NetworkReceipts(Receipts receipts) : INetworkReceipts
{
    public async Task<NetworkReceipt?> Of(byte[] itemId, CancellationToken cancellationToken) =>
        await receipts.Find(itemId, cancellationToken) is { } receipt
            ? new NetworkReceipt(receipt.At, receipt.Status == PushStatus.Accepted ? null : FederationText.RefusalOf(receipt.Reason))
            : null;
}
