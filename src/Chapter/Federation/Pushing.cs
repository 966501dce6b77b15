using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Sends the chapter's own feed, page by page, in order.</summary>
public sealed class Pushing(OwnFeed feed, HubCalls calls, Receipts receipts, FaultPoints faults)
{
    private const string Gap = "GAP";

    /// <summary>Sends the next page.</summary>
    /// <returns>The session after it, and how many items were sent: 0 when nothing waits.</returns>
    /// <exception cref="ExchangeParkedException">The hub rejects an item; those after it cannot be sent either.</exception>
    public async Task<(HubSession Session, int Sent)> Next(HubSession session, CancellationToken cancellationToken)
    {
        var page = await feed.After(session.PushAfter, session.PushItems, session.PushBytes, cancellationToken);
        if (page.Items.Count == 0)
        {
            return (session, 0);
        }

        var request = new PushRequest { Items = { page.Items.Select(i => i.ToItem()) } };
        var answer = await calls.Push(session.Link, request, cancellationToken);
        faults.Pass(FaultPoints.PushRepliedNotStored);

        var rejected = answer.Results.FirstOrDefault(r => r.Status is PushStatus.Rejected or PushStatus.Unspecified);
        var isGap = rejected is { Reason: Gap } && (long)answer.FeedPosition < session.PushAfter;
        await receipts.Store([.. answer.Results.Where(r => !isGap || r != rejected)], cancellationToken);
        if (rejected is not null && !isGap)
        {
            throw new ExchangeParkedException(rejected.Reason.Length > 0 ? rejected.Reason : "REJECTED");
        }

        // A hub that lost some of what it had (it was restored) says up to where it holds the feed: go on from there.
        var after = isGap ? (long)answer.FeedPosition : session.PushAfter + answer.Results.Count;
        return answer.Results.Count == 0
            ? throw new ExchangeParkedException("UNANSWERED")
            : (session with { PushAfter = after }, answer.Results.Count);
    }
}
