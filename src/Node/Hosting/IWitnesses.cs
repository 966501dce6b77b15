namespace RecoveryCoP.Node.Hosting;

/// <summary>Others who may hold more of this node's feed than it does itself, when its database is a copy. The feature that links the node to others says so.</summary>
public interface IWitnesses
{
    /// <summary>True when there is anybody to be asked.</summary>
    Task<bool> Any(CancellationToken cancellationToken);
}
