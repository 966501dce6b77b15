using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Who a hub is, from what it sent as its genesis.</summary>
internal static class HubGenesis
{
    /// <summary>The hub's id; null when what was sent is no genesis that holds.</summary>
    public static NodeId? IdOf(SignedItem? genesis)
    {
        if (genesis is null)
        {
            return null;
        }

        var verdict = FeedVerifier.Verify(FeedState.Empty, new ItemWithContent { Item = genesis }, ContentRule.MayBeAbsent);
        return verdict.Kind == VerdictKind.Accepted ? verdict.Next.NodeId : null;
    }
}
