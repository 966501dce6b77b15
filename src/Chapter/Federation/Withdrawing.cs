using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// Takes texts back at a hub that has stopped the exchange: its copy is still public there, and its author has a right to that. The feed goes up to the
/// last withdrawal, since each item stands behind the one before; without texts.
/// </summary>
public sealed class Withdrawing(ThisNode node, Handshake handshake, Pushing pushing, Receipts receipts)
{
    /// <summary>Sends what is needed for the withdrawals that wait; nothing where none does, or the chapter was never admitted.</summary>
    /// <returns>How many items were sent.</returns>
    public async Task<int> Send(HubLink link, CancellationToken cancellationToken)
    {
        var sent = 0;
        HubSession? session = null;
        if (node.IsSilent && link.State is EnrolmentState.Suspended or EnrolmentState.Revoked)
        {
            session = await handshake.Hello(link, cancellationToken); // until it knows what the hub holds, it can sign no withdrawal
        }

        while (link.State is EnrolmentState.Suspended or EnrolmentState.Revoked && await receipts.AwaitsWithdrawal(node.Identity.Id, cancellationToken))
        {
            (session, var now) = await pushing.Next(session ?? await handshake.Hello(link, cancellationToken), cancellationToken);
            if (now == 0)
            {
                break;
            }

            sent += now;
        }

        return sent;
    }
}
