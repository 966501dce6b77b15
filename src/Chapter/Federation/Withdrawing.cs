using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>
/// What still goes to and fro with a hub that has stopped the exchange. The chapter's texts are public there, and their authors have a right to take them back:
/// the feed goes up to the last withdrawal, since each item stands behind the one before; without texts. And what others took back disappears here too.
/// </summary>
public sealed class Withdrawing(ThisNode node, HubCalls calls, Handshake handshake, Pushing pushing, Receipts receipts, ProvenWithdrawals proven)
{
    // Up to where the hub was asked; after a restart once more from where the exchange stopped.
    private (NodeId Hub, ByteString Cursor)? reached;

    /// <summary>Sends and fetches withdrawals; nothing for a chapter that was never admitted.</summary>
    /// <returns>How many items were sent, and how many came.</returns>
    public async Task<(int Sent, int Received)> Exchange(HubLink link, CancellationToken cancellationToken) =>
        link.State is EnrolmentState.Suspended or EnrolmentState.Revoked ? (await Send(link, cancellationToken), await Fetch(link, cancellationToken)) : (0, 0);

    private async Task<int> Send(HubLink link, CancellationToken cancellationToken)
    {
        var sent = 0;
        // Until it knows what the hub holds, it can sign no withdrawal.
        var session = node.IsSilent ? await handshake.Hello(link, cancellationToken) : null;
        while (await receipts.AwaitsWithdrawal(node.Identity.Id, cancellationToken))
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

    private async Task<int> Fetch(HubLink link, CancellationToken cancellationToken)
    {
        var came = 0;
        var cursor = reached is { } at && at.Hub == link.Hub ? at.Cursor : ByteString.CopyFrom(link.Cursor);
        WithdrawalsResponse answer;
        do
        {
            try
            {
                answer = await calls.Withdrawals(link, new WithdrawalsRequest { Cursor = cursor }, cancellationToken);
            }
            catch (RpcException refused) when (!cursor.IsEmpty && CallFailure.Of(refused).Reaction == Reaction.Compare)
            {
                // The hub came back from a backup: all of it once more, which changes nothing twice.
                (cursor, answer) = (ByteString.Empty, new WithdrawalsResponse { More = true });
                continue;
            }

            came += await proven.Accept(answer.Withdrawals, cancellationToken);
            cursor = answer.NextCursor;
            reached = (link.Hub, cursor);
        }
        while (answer.More && (answer.Withdrawals.Count > 0 || cursor.IsEmpty));

        return came;
    }
}
