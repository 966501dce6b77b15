using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Sends the chapter's own feed, page by page, in order.</summary>
public sealed class Pushing(OwnFeed feed, HubCalls calls, Receipts receipts, FaultPoints faults)
{
    private static readonly string gap = Reasons.CodeOf(Reason.Gap);

    /// <summary>Sends the next page.</summary>
    /// <returns>The session after it, and how many items were sent: 0 when nothing waits.</returns>
    /// <exception cref="ExchangeParkedException">The hub rejects an entry; those after it cannot be sent either.</exception>
    public async Task<(HubSession Session, int Sent)> Next(HubSession session, CancellationToken cancellationToken)
    {
        if (await NextWanted(session, cancellationToken) is { } wanted)
        {
            var taken = await Send(session, [wanted], cancellationToken);
            await receipts.Store([wanted], taken.Results, cancellationToken);
            return (session with { ContentsWanted = [.. session.ContentsWanted.Where(p => p > wanted.Last)] }, wanted.Count);
        }

        session = session with { ContentsWanted = [] };
        var page = await feed.After(session.PushAfter, cancellationToken);
        if (page.Entries.Count == 0)
        {
            return (session, 0);
        }

        var answer = await Send(session, page.Entries, cancellationToken);
        faults.Pass(FaultPoints.PushRepliedNotStored);

        var rejected = answer.Results.FirstOrDefault(r => r.Status == PushStatus.Rejected);
        var isGap = rejected?.Reason == gap && (long)answer.FeedPosition < session.PushAfter;
        await receipts.Store(page.Entries, [.. answer.Results.Where(r => !isGap || r != rejected)], cancellationToken);
        if (rejected is not null && !isGap)
        {
            throw new ExchangeParkedException(rejected.Reason.Length > 0 ? rejected.Reason : "REJECTED");
        }

        if (answer.Results.Count == 0)
        {
            throw new ExchangeParkedException("UNANSWERED");
        }

        // A hub that lost some of what it had (it was restored) says up to where it holds the feed: go on from there.
        var last = page.Entries[answer.Results.Count - 1];
        return (session with { PushAfter = isGap ? (long)answer.FeedPosition : last.Last }, page.Entries.Take(answer.Results.Count).Sum(e => e.Count));
    }

    /// <summary>The first entry with a content that the hub lacks and the chapter has.</summary>
    private async Task<StoredEntry?> NextWanted(HubSession session, CancellationToken cancellationToken)
    {
        foreach (var position in session.ContentsWanted)
        {
            if ((await feed.After(position - 1, cancellationToken)).Entries is [{ Entry.Run: { } run } entry, ..] && run.Items[(int)(position - entry.First)].Content is not null)
            {
                return entry;
            }
        }

        return null;
    }

    private Task<PushResponse> Send(HubSession session, IEnumerable<StoredEntry> entries, CancellationToken cancellationToken)
    {
        var page = FeedPages.Of(entries.Select(e => e.Entry));
        foreach (var item in page.Entries.Where(e => session.LinksOnly && e.Run is not null).SelectMany(e => e.Run.Items))
        {
            item.Content = null; // a hub that shows nothing of the chapter gets no texts
        }

        return calls.Push(session.Link, new PushRequest { Page = page }, cancellationToken);
    }
}
