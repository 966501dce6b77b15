using System.Collections.Concurrent;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>
/// A hub that came back from a backup. Chapters may hold items of its feed that it has lost, and give them back; until each of them has said that it holds no
/// more, or the operator goes on without those that are away, it signs nothing.
/// </summary>
internal sealed class ComingBack(ThisNode hub, EnrolmentStore enrolments, FeedHeads heads) : IWitnesses
{
    // Up to where each chapter holds the hub's feed, as it says in its hello, and whether it has given back what the hub lacks; asked again after a restart.
    private readonly ConcurrentDictionary<NodeId, (long Holds, bool HasGiven)> told = new();

    public async Task<bool> Any(CancellationToken cancellationToken) => (await enrolments.Admitted(cancellationToken)).Count > 0;

    /// <summary>A chapter said hello.</summary>
    public void Heard(NodeId chapter, ulong holds)
    {
        if (hub.IsSilent)
        {
            told.AddOrUpdate(chapter, ((long)Math.Min(holds, long.MaxValue), false), (_, said) => said with { Holds = (long)Math.Min(holds, long.MaxValue) });
        }
    }

    /// <summary>A chapter asks for what is new: after its hello it gave back first what the hub lacks.</summary>
    public async Task HasGiven(NodeId chapter, CancellationToken cancellationToken)
    {
        if (hub.IsSilent && told.TryGetValue(chapter, out var said))
        {
            told[chapter] = said with { HasGiven = true };
            await Look(cancellationToken);
        }
    }

    /// <summary>Items of the hub's own feed may have come back.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        if (hub.IsSilent && (await Awaited(cancellationToken)).Count == 0)
        {
            await hub.Speak(cancellationToken);
        }
    }

    /// <summary>The chapters that have not given back yet what they hold, or hold more of the hub's feed.</summary>
    public async Task<IReadOnlyList<NodeId>> Awaited(CancellationToken cancellationToken)
    {
        var own = (await heads.Of(hub.Identity.Id, cancellationToken))?.Position ?? 0;
        return [.. (await enrolments.Admitted(cancellationToken)).Where(chapter => !told.TryGetValue(chapter, out var said) || !said.HasGiven || said.Holds > own)];
    }
}
