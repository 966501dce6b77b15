using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Federation.Client;

/// <summary>A hub to call, pinned by its id, and where it listens.</summary>
public record HubEndpoint
{
    /// <summary>The hub's node id, derived from its genesis and checked against the code's fingerprint.</summary>
    public required string HubNodeId { get; init; }

    /// <summary>Where its gRPC listens: an http or https address without a path.</summary>
    public required string Address { get; init; }

    /// <summary>The hub's id, read.</summary>
    public NodeId Hub => NodeId.TryParse(HubNodeId, out var id) ? id : throw new InvalidDataException("The stored id of the hub is no node id.");
}
