using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Takes pages that chapters push. A reply means committed; the same page again is a page of duplicates.</summary>
internal sealed class PushedPages(ItemStore items, FeedHeads heads, DailyQuota quota, FaultPoints faults)
{
    /// <summary>Stores a page of the chapter's own feed, or as much of it as the day still allows.</summary>
    public async Task<PushResponse> Take(NodeId chapter, FeedPage? page, CancellationToken cancellationToken)
    {
        Check(chapter, page);
        var fitting = await quota.Fitting(chapter, page!, cancellationToken);
        var accepted = await items.Accept(fitting, cancellationToken: cancellationToken);
        faults.Pass(FaultPoints.PushCommittedNotReplied);
        quota.Add(chapter, fitting.Entries.Zip(accepted.Results).Where(p => p.Second.Status == PushStatus.Accepted).Select(p => p.First));
        var head = await heads.Of(chapter, cancellationToken);
        return new PushResponse { Results = { accepted.Results }, FeedPosition = (ulong)(head?.Position ?? 0) };
    }

    private static void Check(NodeId chapter, FeedPage? page)
    {
        if (page is not { Entries.Count: > 0 })
        {
            throw RpcRefusal.Field("page");
        }

        if (FeedPages.IsTooLarge(page))
        {
            throw RpcRefusal.Of(StatusCode.InvalidArgument, Reason.PageTooLarge);
        }

        for (var i = 0; i < page.Entries.Count; i++)
        {
            // A chapter speaks for itself alone.
            if (page.Entries[i].EntryCase == FeedEntry.EntryOneofCase.None || page.Entries[i].NodeId != chapter.Value)
            {
                throw RpcRefusal.Field($"page.entries[{i}]");
            }
        }
    }
}
