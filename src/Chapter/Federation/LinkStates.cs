using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>How the wire's states and reasons are ours.</summary>
internal static class LinkStates
{
    /// <summary>The state; null for one that this version does not know.</summary>
    public static EnrolmentState? Known(EnrolmentState state) => state is >= EnrolmentState.Pending and <= EnrolmentState.Revoked ? state : null;

    /// <summary>The state that a refused call gives away; null when it says nothing of it.</summary>
    public static EnrolmentState? OfReason(string reason) => reason switch
    {
        "NOT_ADMITTED" => EnrolmentState.Pending,
        "SUSPENDED" => EnrolmentState.Suspended,
        "REVOKED" => EnrolmentState.Revoked,
        _ => null,
    };
}
