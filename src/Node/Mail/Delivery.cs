namespace RecoveryCoP.Node.Mail;

/// <summary>What became of handing a letter in.</summary>
public enum DeliveryState
{
    /// <summary>The server took it, or it lies in the folder.</summary>
    Sent,

    /// <summary>Not now: the server is away or asks to come back; the same letter is handed in again later.</summary>
    Later,

    /// <summary>Never: the server refuses this letter for good.</summary>
    Refused,
}

/// <summary>What became of handing a letter in.</summary>
/// <param name="State">Sent, later or refused.</param>
/// <param name="Why">The server's code, or what kind of failure it was; never its words, which repeat the address. Empty when sent.</param>
public readonly record struct Delivery(DeliveryState State, string Why)
{
    // What is wrong before there is a server's code.
    internal const string Denied = "user name or password refused", NoTrust = "no trusted TLS", NotUnderstood = "not understood", NotReached = "not reached", TooSlow = "too slow", HungUp = "hung up";

    /// <summary>Sent.</summary>
    public static Delivery Sent { get; } = new(DeliveryState.Sent, "");
}
