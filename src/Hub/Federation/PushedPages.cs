using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Takes pages that chapters push. A reply means committed; the same page again is a page of duplicates.</summary>
internal sealed class PushedPages(ItemStore items, FeedHeads heads, DailyQuota quota, EnrolmentStore enrolments, RecoveryPauses pauses, FaultPoints faults)
{
    private static readonly string withdrawal = Withdrawal.Descriptor.FullName;

    /// <summary>Stores a page of the chapter's own feed, or as much of it as the day still allows.</summary>
    public Task<PushResponse> Take(Caller caller, FeedPage? page, CancellationToken cancellationToken)
    {
        Check(caller.Node, page);
        return caller.ByRecoveryKey ? TakeBack(caller, page!, cancellationToken) : Store(caller, page!, cancellationToken);
    }

    private async Task<PushResponse> Store(Caller caller, FeedPage page, CancellationToken cancellationToken)
    {
        pauses.DemandNone(caller.Node);
        var fitting = caller.IsAdmitted ? await quota.Fitting(caller.Node, page, cancellationToken) : FeedPages.Of();
        if (fitting.Entries.Count > 0)
        {
            var accepted = await items.Accept(fitting, cancellationToken: cancellationToken);
            faults.Pass(FaultPoints.PushCommittedNotReplied);
            quota.Add(caller.Node, fitting.Entries.Zip(accepted.Results).Where(p => p.Second.Status == PushStatus.Accepted).Select(p => p.First));
            return await Answer(caller.Node, accepted, cancellationToken);
        }

        // A withdrawal is never refused for standing, and it stands behind what came before it.
        var links = caller.IsAdmitted && !page.Entries.Any(IsWithdrawal) ? throw quota.Exceeded() : quota.FittingLinks(caller.Node, WithoutContents(page));
        return await Answer(caller.Node, await items.Accept(links, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>The owner of the printed words takes the node back: in every state, while it waits for admission too.</summary>
    private async Task<PushResponse> TakeBack(Caller caller, FeedPage page, CancellationToken cancellationToken)
    {
        if (!page.Entries.All(IsRecovery))
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        var answer = caller.Chapter.Enrolment.Standing == Standing.Pending
            ? await Extend(caller.Chapter, page, cancellationToken)
            : await Answer(caller.Node, await items.Accept(page, cancellationToken: cancellationToken), cancellationToken);
        if (answer.Results.All(r => r.Status is PushStatus.Accepted or PushStatus.Duplicate))
        {
            pauses.End(caller.Node);
        }

        return answer;
    }

    private async Task<PushResponse> Extend(EnrolledChapter chapter, FeedPage page, CancellationToken cancellationToken)
    {
        var state = chapter.StateOfBeginning();
        var verdict = FeedVerifier.Verify(state, page.Entries[0]);
        if (verdict.Kind == VerdictKind.Accepted && !await enrolments.Extend(chapter, [page.Entries[0]], cancellationToken))
        {
            throw RpcRefusal.RetryAfter(StatusCode.Unavailable, Reason.StorageUnavailable, TimeSpan.FromSeconds(1)); // somebody decided meanwhile: look again
        }

        var status = verdict.Kind switch { VerdictKind.Accepted => PushStatus.Accepted, VerdictKind.Duplicate => PushStatus.Duplicate, _ => PushStatus.Rejected };
        return new PushResponse { Results = { new EntryResult { Status = status, Reason = verdict.ReasonCode } }, FeedPosition = verdict.Next.Position };
    }

    private async Task<PushResponse> Answer(NodeId chapter, Accepted accepted, CancellationToken cancellationToken) =>
        new() { Results = { accepted.Results }, FeedPosition = (ulong)((await heads.Of(chapter, cancellationToken))?.Position ?? 0) };

    private static bool IsWithdrawal(FeedEntry entry) => entry.Run?.Items.Any(i => i.Item?.PayloadType == withdrawal) == true;

    // What it says of itself; that it is signed so is judged with it.
    private static bool IsRecovery(FeedEntry entry) =>
        entry.KeyStatement is { } signed && FeedVerifier.ReasonOf(signed) is KeyStatementReason.Recover or KeyStatementReason.Compromise;

    private static FeedPage WithoutContents(FeedPage page)
    {
        var links = page.Clone();
        foreach (var item in links.Entries.Where(e => e.Run is not null).SelectMany(e => e.Run.Items))
        {
            item.Content = null;
        }

        return links;
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
