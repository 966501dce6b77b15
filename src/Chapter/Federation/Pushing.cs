using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Sends the chapter's own feed, in order; a page is on its way while the hub stores the one before.</summary>
public sealed class Pushing(OwnFeed feed, HubCalls calls, Receipts receipts, FaultPoints faults)
{
    // As many as a hub takes before their turn.
    private const int PagesUnderWay = 3;

    private static readonly string gap = Reasons.CodeOf(Reason.Gap);

    private static readonly string mismatch = Reasons.CodeOf(Reason.ContentMismatch);

    /// <summary>Sends what waits.</summary>
    /// <returns>The session after it, and how many items were sent: 0 when nothing waits.</returns>
    /// <exception cref="ExchangeParkedException">The hub rejects an entry; those after it cannot be sent either.</exception>
    public async Task<(HubSession Session, int Sent)> Next(HubSession session, CancellationToken cancellationToken)
    {
        if (await NextWanted(session, cancellationToken) is { } wanted)
        {
            var taken = await Send(session, [wanted], cancellationToken);
            if (wanted.First <= session.PushAfter)
            {
                await receipts.Store([wanted], taken.Results, cancellationToken); // behind that, receipts come in their order
            }

            return (session with { ContentsWanted = [.. session.ContentsWanted.Where(p => p > wanted.Last)] }, wanted.Count);
        }

        session = session with { ContentsWanted = [] };
        var underWay = new Queue<(IReadOnlyList<StoredEntry> Entries, Task<PushResponse> Answer)>();
        try
        {
            var (sent, next, more) = (0, session.PushAfter, true);
            while (true)
            {
                while (more && underWay.Count < PagesUnderWay)
                {
                    var page = await feed.After(next, cancellationToken);
                    more = page.More;
                    if (page.Entries is [.., var last])
                    {
                        underWay.Enqueue((page.Entries, Send(session, page.Entries, cancellationToken)));
                        next = last.Last;
                    }
                }

                if (!underWay.TryDequeue(out var first))
                {
                    return (session, sent);
                }

                var answer = await first.Answer;
                var (after, taken) = await Settle(first.Entries, answer, session.PushAfter, cancellationToken);
                (session, sent) = (session with { PushAfter = after, ContentsWanted = [.. session.ContentsWanted, .. Garbled(answer)] }, sent + taken);
                if (after != first.Entries[^1].Last)
                {
                    // Less was taken, or the hub lacks what came before: what followed on the heels of it does not fit.
                    await Forget(underWay);
                    (next, more) = (after, true);
                }
            }
        }
        finally
        {
            await Forget(underWay);
        }
    }

    /// <summary>Keeps the receipts of a page; says after which position to go on, and how many items were sent.</summary>
    private async Task<(long After, int Sent)> Settle(IReadOnlyList<StoredEntry> entries, PushResponse answer, long pushedAfter, CancellationToken cancellationToken)
    {
        faults.Pass(FaultPoints.PushRepliedNotStored);
        var rejected = answer.Results.FirstOrDefault(r => r.Status == PushStatus.Rejected);
        var isGap = rejected?.Reason == gap && (long)answer.FeedPosition < pushedAfter;
        await receipts.Store(entries, [.. answer.Results.Where(r => !isGap || r != rejected)], cancellationToken);
        if (rejected is not null && !isGap)
        {
            throw new ExchangeParkedException(rejected.Reason.Length > 0 ? rejected.Reason : "REJECTED");
        }

        if (answer.Results.Count == 0)
        {
            throw new ExchangeParkedException("UNANSWERED");
        }

        // A hub that lost some of what it had (it was restored) says up to where it holds the feed: go on from there.
        var taken = entries.Take(answer.Results.Count).ToList();
        return (isGap ? (long)answer.FeedPosition : taken[^1].Last, taken.Sum(e => e.Count));
    }

    // Contents that reached the hub as something else are sent once more now; a hub that lacks one still says so at the next hello.
    private static IEnumerable<long> Garbled(PushResponse answer) =>
        answer.Results.SelectMany(r => r.Items).Where(i => i.Status == PushStatus.ContentWanted && i.Reason == mismatch).Select(i => (long)i.Position).Order();

    // Their answers say nothing that the first did not say; what they were about is sent again.
    private static async Task Forget(Queue<(IReadOnlyList<StoredEntry> Entries, Task<PushResponse> Answer)> underWay)
    {
        while (underWay.TryDequeue(out var one))
        {
            await one.Answer.ContinueWith(answer => answer.Exception, TaskScheduler.Default);
        }
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
