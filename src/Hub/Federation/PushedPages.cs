using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Takes pages that chapters push. A reply means committed; the same page again is a page of duplicates.</summary>
internal sealed class PushedPages(ItemStore items, FeedHeads heads, DailyQuota quota, ExchangeOptions options, FaultPoints faults)
{
    /// <summary>Stores a page of the chapter's own feed, or as much of it as the day still allows.</summary>
    public async Task<PushResponse> Take(NodeId chapter, IReadOnlyList<ItemWithContent> page, CancellationToken cancellationToken)
    {
        Check(page);
        var fitting = await quota.Fitting(chapter, page, cancellationToken);
        var results = await items.Accept(chapter, fitting, contentRequired: true, cancellationToken: cancellationToken);
        faults.Pass(FaultPoints.PushCommittedNotReplied);
        quota.Add(chapter, fitting.Zip(results).Where(p => p.Second.Acceptance is Acceptance.Accepted or Acceptance.Quarantined).Select(p => p.First));
        var head = await heads.Of(chapter, cancellationToken);
        return new PushResponse
        {
            Results = { results.Where(r => r.Acceptance != Acceptance.NotLookedAt).Select(ToResult) },
            FeedPosition = (ulong)(head?.Position ?? 0),
        };
    }

    private void Check(IReadOnlyList<ItemWithContent> page)
    {
        if (page.Count == 0)
        {
            throw RpcRefusal.Field("items");
        }

        if (page.Count > options.PushItems || page.Sum(i => (long)i.CalculateSize()) > options.PushBytes)
        {
            throw RpcRefusal.Of(StatusCode.InvalidArgument, Reason.PageTooLarge);
        }

        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Item is null)
            {
                throw RpcRefusal.Field($"items[{i}].item");
            }
        }
    }

    private static PushResult ToResult(ItemResult result) => new()
    {
        ItemId = Google.Protobuf.ByteString.CopyFrom(result.Id.ToBytes()),
        Reason = result.Reason,
        Status = result.Acceptance switch
        {
            Acceptance.Accepted => PushStatus.Accepted,
            Acceptance.Duplicate => PushStatus.Duplicate,
            Acceptance.Quarantined => PushStatus.Quarantined,
            _ => PushStatus.Rejected,
        },
    };
}
