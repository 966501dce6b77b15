using System.Collections.Concurrent;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Holds back what a node's signing key pushes while the owner of its recovery key takes it back: a thief who went on pushing would otherwise turn each
/// COMPROMISE into a fork, because it always comes to stand behind one item more.
/// </summary>
internal sealed class RecoveryPauses(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<NodeId, DateTimeOffset> until = new();

    /// <summary>The recovery key said hello.</summary>
    public void Begin(NodeId node) => until[node] = clock.GetUtcNow() + Longest;

    /// <summary>Its statement is stored.</summary>
    public void End(NodeId node) => until.TryRemove(node, out _);

    /// <summary>Refuses what the signing key pushes meanwhile.</summary>
    public void DemandNone(NodeId node)
    {
        if (until.TryGetValue(node, out var end) && end - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            throw RpcRefusal.RetryAfter(StatusCode.ResourceExhausted, Reason.HeldBack, left);
        }
    }
}
