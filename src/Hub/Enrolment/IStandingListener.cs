using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>Somebody who keeps in memory how a chapter stands, and must look again.</summary>
public interface IStandingListener
{
    /// <summary>A chapter enrolled, or an operator decided on it; it is stored.</summary>
    Task Changed(NodeId chapter);
}
