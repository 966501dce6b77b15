using RecoveryCoP.Chapter.Practices;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Tells the practices what the hub said about their items.</summary>
internal sealed class NetworkReceipts(Receipts receipts) : INetworkReceipts
{
    public async Task<NetworkReceipt?> Of(byte[] itemId, CancellationToken cancellationToken) =>
        await receipts.Find(itemId, cancellationToken) is { } receipt
            ? new NetworkReceipt(receipt.At, receipt.Status == ReceiptStatus.Accepted ? null : FederationText.RefusalOf(receipt.Reason))
            : null;
}
