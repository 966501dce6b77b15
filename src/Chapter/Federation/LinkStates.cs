using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>How the wire's states and reasons are ours.</summary>
internal static class LinkStates
{
    /// <summary>The state; null for one that this version does not know.</summary>
    public static LinkState? Of(EnrolmentState state) => state switch
    {
        EnrolmentState.Pending => LinkState.Pending,
        EnrolmentState.Admitted => LinkState.Admitted,
        EnrolmentState.Suspended => LinkState.Suspended,
        EnrolmentState.Revoked => LinkState.Revoked,
        _ => null,
    };

    /// <summary>The state that a refused call gives away; null when it says nothing of it.</summary>
    public static LinkState? OfReason(string reason) => reason switch
    {
        "NOT_ADMITTED" => LinkState.Pending,
        "SUSPENDED" => LinkState.Suspended,
        "REVOKED" => LinkState.Revoked,
        _ => null,
    };
}
