using System.Runtime.ExceptionServices;
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
    // Whoever sends more without anything new is no hub worth waiting for.
    private const int MostPagesWithoutNews = 1000;

    // Up to where the hub was asked. At first from the beginning: the cursor of the exchange may have passed an item that stands behind a gap.
    private Reached? reached;

    /// <summary>Sends and fetches withdrawals; nothing for a chapter that was never admitted.</summary>
    /// <returns>How many items were sent, and how many came.</returns>
    public async Task<(int Sent, int Received)> Exchange(HubLink link, CancellationToken cancellationToken) =>
        link.State is EnrolmentState.Suspended or EnrolmentState.Revoked ? await FetchAndSend(link, cancellationToken) : (0, 0);

    /// <summary>True while a withdrawal has not left yet that this hub still takes.</summary>
    public async Task<bool> IsWaiting(HubLink link, CancellationToken cancellationToken) =>
        link.State is EnrolmentState.Suspended or EnrolmentState.Revoked && await receipts.AwaitsWithdrawal(node.Identity.Id, cancellationToken);

    // Neither waits for the other: a hub that says nothing of others' withdrawals keeps none of the chapter's own from leaving.
    private async Task<(int Sent, int Received)> FetchAndSend(HubLink link, CancellationToken cancellationToken)
    {
        var (received, failed) = (0, (ExceptionDispatchInfo?)null);
        try
        {
            received = await Fetch(link, cancellationToken);
        }
        catch (RpcException failure) when (!cancellationToken.IsCancellationRequested)
        {
            failed = ExceptionDispatchInfo.Capture(failure);
        }

        var sent = await Send(link, cancellationToken);
        failed?.Throw();
        return (sent, received);
    }

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

    /// <summary>Fetches what others took back, and nothing else.</summary>
    /// <returns>How much came.</returns>
    public async Task<int> Fetch(HubLink link, CancellationToken cancellationToken)
    {
        var (came, withoutNews) = (0, 0);
        var cursor = reached is { } last && last.Hub == link.Hub ? last.Cursor : ByteString.Empty;
        WithdrawalsResponse answer;
        bool isStuck;
        do
        {
            answer = await Ask(link, cursor, cancellationToken);
            var news = await proven.Accept(answer.Withdrawals, cancellationToken);
            (came, withoutNews) = (came + news, news > 0 ? 0 : withoutNews + 1);
            isStuck = answer.NextCursor.Equals(cursor);
            cursor = answer.NextCursor;
            reached = new(link.Hub, cursor);
        }
        while (answer.More && !isStuck && withoutNews < MostPagesWithoutNews);

        return came;
    }

    private async Task<WithdrawalsResponse> Ask(HubLink link, ByteString cursor, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.Withdrawals(link, new WithdrawalsRequest { Cursor = cursor }, cancellationToken);
        }
        catch (RpcException refused) when (!cursor.IsEmpty && CallFailure.Of(refused).Reaction == Reaction.Compare)
        {
            // The hub came back from a backup: all of it once more, which changes nothing twice.
            return await calls.Withdrawals(link, new WithdrawalsRequest(), cancellationToken);
        }
    }

    private sealed record Reached(NodeId Hub, ByteString Cursor);
}
