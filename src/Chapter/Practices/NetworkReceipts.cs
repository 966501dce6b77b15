namespace RecoveryCoP.Chapter.Practices;

/// <summary>What the hub said about an item.</summary>
/// <param name="At">When it said so.</param>
/// <param name="Refused">Why it refused; null when it took the item.</param>
public sealed record NetworkReceipt(DateTimeOffset At, Text? Refused);

/// <summary>That the hub took a practice of this chapter down.</summary>
/// <param name="At">When this chapter learned of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="HubContact">How to reach the hub; empty when it does not say.</param>
public sealed record NetworkTakeDown(DateTimeOffset At, Text Reason, string HubContact);

/// <summary>The edge to whatever speaks with the hub. Without it, everything shared is waiting.</summary>
public interface INetworkReceipts
{
    /// <summary>What the hub said about an item of this chapter; null while it has said nothing.</summary>
    Task<NetworkReceipt?> Of(byte[] itemId, CancellationToken cancellationToken);

    /// <summary>That the hub took a practice of this chapter down; null when it did not.</summary>
    Task<NetworkTakeDown?> TakeDownOf(Guid practice, CancellationToken cancellationToken);
}
