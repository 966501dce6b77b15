using RecoveryCoP.Federation.V1;
using Grpc.Core;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Hosting;

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
    ThisNode node, HubLinks links, Handshake handshake, Standing standing, Pushing pushing, Pulling pulling, Comparing comparing, Withdrawing withdrawing, ExchangeSignal signal)
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

        var report = new RoundReport(true, link.State, 0, 0, null);
        try
        {
            report = link.State == EnrolmentState.Admitted && await ExchangeUnlessRefused(link, report, cancellationToken) is { } done ? done
                : await Ask(link, report, cancellationToken);
            signal.Raise();
            return report;
        }
        catch (RpcException call) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = CallFailure.Of(call);
            await standing.Learn(link, failure, cancellationToken);
            return report with { Failure = failure };
        }
        catch (ExchangeParkedException parked)
        {
            return report with { Failure = new CallFailure(Reaction.Park, parked.Code) };
        }
    }

    private async Task<RoundReport> Ask(HubLink link, RoundReport report, CancellationToken cancellationToken)
    {
        link = link with { State = await standing.Ask(link, cancellationToken) };
        report = report with { State = link.State };
        if (link.State == EnrolmentState.Admitted)
        {
            return await Exchange(link, report, cancellationToken);
        }

        var (sent, received) = await withdrawing.Exchange(link, cancellationToken);
        return report with { Sent = sent, Received = received };
    }

    private async Task<RoundReport?> ExchangeUnlessRefused(HubLink link, RoundReport report, CancellationToken cancellationToken)
    {
        try
        {
            return await Exchange(link, report, cancellationToken);
        }
        catch (RpcException refused) when (CallFailure.Of(refused).Reaction == Reaction.Probe)
        {
            return null;
        }
    }

    private async Task<RoundReport> Exchange(HubLink link, RoundReport report, CancellationToken cancellationToken)
    {
        var session = await handshake.Hello(link, cancellationToken);
        // Refused, before anything leaves, where the chapter is not admitted any more.
        var received = await comparing.Mend(link, cancellationToken);
        int sent, sentNow;
        for (sent = 0; ; sent += sentNow)
        {
            (session, sentNow) = await pushing.Next(session, cancellationToken);
            if (sentNow == 0)
            {
                break;
            }
        }

        var withoutNews = 0;
        Pulled page;
        do
        {
            page = await pulling.Next(session, 0, cancellationToken);
            received += page.Received;
            withoutNews = page.New > 0 ? 0 : withoutNews + 1;
        }
        while (page.More && page.Received > 0 && withoutNews < MostPagesWithoutNews);

        return report with { Sent = sent, Received = received };
    }
}
