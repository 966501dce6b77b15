using RecoveryCoP.Federation.V1;
using Grpc.Core;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>What one round brought.</summary>
/// <param name="Linked">False for a chapter that has given no code to any hub.</param>
/// <param name="State">How the chapter stands.</param>
/// <param name="Sent">Items sent.</param>
/// <param name="Received">Items received.</param>
/// <param name="Failure">Why the round ended early; null when it did not.</param>
public sealed record RoundReport(bool Linked, EnrolmentState State, int Sent, int Received, CallFailure? Failure);

/// <summary>One whole round now, without waiting for the loops: sends everything, fetches everything. How the chapter stands is asked where it is not admitted, or a call is refused for it.</summary>
public sealed class SyncRound(
    ThisNode node, HubLinks links, Handshake handshake, Standing standing, Pushing pushing, Pulling pulling, Comparing comparing, Withdrawing withdrawing, ExchangeSignal signal, DiskRoom room)
{
    // Whoever sends more than that of what is known is no hub worth waiting for.
    private const int MostPagesWithoutNews = 1000;

    /// <summary>Does it, and lets the loops try again at once if they were waiting.</summary>
    public async Task<RoundReport> Run(CancellationToken cancellationToken)
    {
        if (!node.IsFounded || await links.Find(cancellationToken) is not { } link)
        {
            return new RoundReport(false, EnrolmentState.Pending, 0, 0, null);
        }

        var count = new Count();
        CallFailure? failure = null;
        try
        {
            if (link.State != EnrolmentState.Admitted || !await ExchangeUnlessRefused(link, count, cancellationToken))
            {
                link = link with { State = await standing.Ask(link, cancellationToken) };
                await (link.State == EnrolmentState.Admitted ? Exchange(link, count, cancellationToken) : Withdraw(link, count, cancellationToken));
            }

            signal.Raise();
        }
        catch (RpcException call) when (!cancellationToken.IsCancellationRequested)
        {
            failure = CallFailure.Of(call);
            await standing.Learn(link, failure, cancellationToken);
        }
        catch (ExchangeParkedException parked)
        {
            failure = new CallFailure(Reaction.Park, parked.Code);
        }

        return new RoundReport(true, link.State, count.Sent, count.Received, failure);
    }

    private async Task Withdraw(HubLink link, Count count, CancellationToken cancellationToken)
    {
        var (sent, received) = await withdrawing.Exchange(link, cancellationToken);
        count.Sent += sent;
        count.Received += received;
    }

    private async Task<bool> ExchangeUnlessRefused(HubLink link, Count count, CancellationToken cancellationToken)
    {
        try
        {
            await Exchange(link, count, cancellationToken);
            return true;
        }
        catch (RpcException refused) when (CallFailure.Of(refused).Reaction is Reaction.Probe or Reaction.Park)
        {
            return false;
        }
        catch (ExchangeParkedException parked) when (parked.Code != Federation.Exchange.LowDisk)
        {
            return false;
        }
    }

    private async Task Exchange(HubLink link, Count count, CancellationToken cancellationToken)
    {
        var session = await handshake.Hello(link, cancellationToken);
        // Refused, before anything leaves, where the chapter is not admitted any more.
        count.Received += room.IsLow ? 0 : (await comparing.Mend(link, cancellationToken)).Came;
        int sent;
        do
        {
            (session, sent) = await pushing.Next(session, cancellationToken);
            count.Sent += sent;
        }
        while (sent > 0);

        if (room.IsLow)
        {
            count.Received += await withdrawing.Fetch(link, cancellationToken);
            throw new ExchangeParkedException(Federation.Exchange.LowDisk);
        }

        var (withoutNews, isLacking) = (0, false);
        Pulled page;
        do
        {
            page = await pulling.Next(session, 0, cancellationToken);
            count.Received += page.Received;
            isLacking |= page.IsLacking;
            withoutNews = page.New > 0 ? 0 : withoutNews + 1;
        }
        while (page.More && page.Received > 0 && withoutNews < MostPagesWithoutNews);

        if (isLacking && await links.Find(cancellationToken) is { } now)
        {
            count.Received += (await comparing.Mend(now, cancellationToken)).Came;
        }
    }

    private sealed class Count
    {
        public int Sent { get; set; }

        public int Received { get; set; }
    }
}
