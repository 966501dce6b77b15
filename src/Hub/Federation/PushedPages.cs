using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Takes pages that chapters push. A reply means committed; the same page again is a page of duplicates.</summary>
internal sealed class PushedPages(ItemStore items, FeedHeads heads, DailyQuota quota, EnrolmentStore enrolments, RecoveryPauses pauses, ComingBack comingBack, FaultPoints faults)
{
    private static readonly string withdrawal = Withdrawal.Descriptor.FullName;

    /// <summary>Stores a page of the chapter's own feed, or as much of it as the day still allows.</summary>
    public Task<PushResponse> Take(Caller caller, FeedPage? page, CancellationToken cancellationToken)
    {
        Check(page);
        return page!.Entries.Any(e => e.NodeId != caller.Node.Value) ? Repair(caller, page, cancellationToken)
            : caller.ByRecoveryKey ? TakeBack(caller, page!, cancellationToken) : Store(caller, page!, cancellationToken);
    }

    private async Task<PushResponse> Store(Caller caller, FeedPage page, CancellationToken cancellationToken)
    {
        pauses.DemandNone(caller.Node);
        if (await heads.Of(caller.Node, cancellationToken) is not { } head)
        {
            // It was never admitted: nobody has vouched for anything of it.
            caller.DemandAdmission();
            throw new InvalidOperationException($"{caller.Node} is admitted and has no feed here.");
        }

        if (!caller.IsAdmitted)
        {
            return await StoreLinks(caller, page, cancellationToken);
        }

        // What is held costs nothing: a repeated page is a success on any day.
        var held = page.Entries.TakeWhile(entry => FeedVerifier.Claimed(entry) is { } claimed && claimed.To <= (ulong)head.Position).ToList();
        var fitting = await quota.Fitting(caller.Node, FeedPages.Of(page.Entries.Skip(held.Count)), cancellationToken);
        if (held.Count + fitting.Entries.Count == 0)
        {
            // A withdrawal is never refused, and it stands behind what came before it.
            return page.Entries.Any(IsWithdrawal) ? await StoreLinks(caller, page, cancellationToken) : throw quota.Exceeded();
        }

        FeedEntry[] taken = [.. held, .. fitting.Entries];
        var accepted = await items.Accept(FeedPages.Of(taken), mayBranch: false, cancellationToken: cancellationToken);
        faults.Pass(FaultPoints.PushCommittedNotReplied);
        quota.Add(caller.Node, taken.Zip(accepted.Results).Where(p => p.Second.Status == PushStatus.Accepted).Select(p => p.First));
        return await Answer(caller.Node, accepted, cancellationToken);
    }

    private async Task<PushResponse> StoreLinks(Caller caller, FeedPage page, CancellationToken cancellationToken) => await Answer(
        caller.Node, await items.Accept(quota.FittingLinks(caller.Node, WithoutContents(page)), mayBranch: false, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>The owner of the printed words takes the node back: in every state, and before it was ever admitted.</summary>
    private async Task<PushResponse> TakeBack(Caller caller, FeedPage page, CancellationToken cancellationToken)
    {
        if (!page.Entries.All(IsRecovery))
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        quota.FittingLinks(caller.Node, page);
        var answer = await heads.Of(caller.Node, cancellationToken) is null
            ? await Extend(caller.Chapter, page, cancellationToken)
            : await Answer(caller.Node, await items.Accept(page, mayBranch: false, cancellationToken: cancellationToken), cancellationToken);
        if (answer.Results.All(r => r.Status is PushStatus.Accepted or PushStatus.Duplicate))
        {
            pauses.End(caller.Node);
        }

        return answer;
    }

    private async Task<PushResponse> Extend(EnrolledChapter chapter, FeedPage page, CancellationToken cancellationToken)
    {
        var (state, added, answer) = (chapter.StateOfBeginning(), new List<FeedEntry>(), new PushResponse());
        foreach (var entry in page.Entries)
        {
            var verdict = FeedVerifier.Verify(state, entry);
            answer.Results.Add(new EntryResult { Status = StatusOf(verdict.Kind), Reason = verdict.ReasonCode });
            state = verdict.Next;
            if (verdict.Kind == VerdictKind.Rejected)
            {
                break;
            }

            added.AddRange(verdict.IsLink ? [entry] : []);
        }

        if (FeedPages.IsTooLarge(FeedPages.Of([.. chapter.Beginning.Entries, .. added])))
        {
            throw RpcRefusal.Of(StatusCode.InvalidArgument, Reason.PageTooLarge);
        }

        if (added.Count > 0 && !await enrolments.Extend(chapter, added, cancellationToken))
        {
            throw RpcRefusal.RetryAfter(StatusCode.Unavailable, Reason.StorageUnavailable, TimeSpan.FromSeconds(1)); // somebody decided meanwhile: look again
        }

        answer.FeedPosition = state.Position;
        return answer;
    }

    private static PushStatus StatusOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Accepted => PushStatus.Accepted,
        VerdictKind.Duplicate => PushStatus.Duplicate,
        _ => PushStatus.Rejected,
    };

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

    /// <summary>
    /// Takes what others still hold of feeds that are known here, and this hub lost: it verifies by itself, and who brings it does not matter. A content that its
    /// author withdrew meanwhile goes with the withdrawal, which stands behind it in the same feed.
    /// </summary>
    private async Task<PushResponse> Repair(Caller caller, FeedPage page, CancellationToken cancellationToken)
    {
        if (caller.ByRecoveryKey)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        caller.DemandAdmission();
        // What a chapter says of itself it says in a page of its own.
        var isOwn = page.Entries.Select(e => e.NodeId == caller.Node.Value).ToList();
        if (isOwn.Contains(true))
        {
            throw RpcRefusal.Field($"page.entries[{isOwn.IndexOf(!isOwn[0])}]");
        }

        var entries = new List<FeedEntry>();
        foreach (var feed in page.Entries.Select((entry, place) => (entry, place)).GroupBy(e => e.entry.NodeId))
        {
            var node = new NodeId(feed.Key);
            // A stranger's feed is nothing that this hub lost.
            if (await heads.Of(node, cancellationToken) is null)
            {
                throw RpcRefusal.Field($"page.entries[{feed.First().place}]");
            }

            var isHeldBack = await enrolments.Find(node, cancellationToken) is { Enrolment.Standing: not EnrolmentState.Admitted };
            entries.AddRange(isHeldBack ? WithoutContents(FeedPages.Of(feed.Select(e => e.entry))).Entries : feed.Select(e => e.entry));
        }

        var accepted = await items.Accept(quota.FittingRepairs(caller.Node, FeedPages.Of(entries)), cancellationToken: cancellationToken);
        await comingBack.Look(cancellationToken);
        return new() { Results = { accepted.Results }, FeedPosition = (ulong)((await heads.Of(caller.Node, cancellationToken))?.Position ?? 0) };
    }

    private static void Check(FeedPage? page)
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
            if (page.Entries[i].EntryCase == FeedEntry.EntryOneofCase.None || !NodeId.TryParse(page.Entries[i].NodeId, out _))
            {
                throw RpcRefusal.Field($"page.entries[{i}]");
            }
        }
    }
}
