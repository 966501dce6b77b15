using Grpc.Core;
using Orleans.Concurrency;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Holds in memory where a feed stands, its keys, how its chapter stands and what the day still allows. Pages wait for their turn; who may call is answered
/// meanwhile. An activation is no lock: the transaction that stores compares head and standing.
/// </summary>
[GrainType("chapter-feed")]
[Reentrant]
[KeepAlive]
internal sealed class ChapterFeed(ItemStore items, FeedHeads heads, EnrolmentStore enrolments, Database database, ExchangeOptions options, TimeProvider clock)
    : Grain, IChapterFeed, IDisposable
{
    // Each time somebody decided between reading and storing.
    private const int Attempts = 5;

    // A thief who went on pushing would otherwise turn each COMPROMISE into a fork, because it always comes to stand behind one item more.
    private static readonly TimeSpan LongestHoldBack = TimeSpan.FromMinutes(15);

    private readonly PageTurns turns = new(TimeSpan.FromSeconds(options.PageAheadSeconds), clock);
    private readonly DailyQuota quota = new(database, options, clock);
    private DateTimeOffset heldBackUntil;
    private KnownChapter? known;

    // What was read before it grew may be old by the time it has come.
    private int forgotten;

    private NodeId Node => new(this.GetPrimaryKeyString());

    public async Task<KnownChapter?> Known()
    {
        if (known is { } now)
        {
            return now;
        }

        var reading = forgotten;
        if (await enrolments.Find(Node, CancellationToken.None) is not { } chapter)
        {
            DeactivateOnIdle(); // anybody may name any node: strangers are not kept
            return null;
        }

        var feed = await heads.State(Node);
        now = new(chapter, feed.NodeId is null ? chapter.StateOfBeginning() : feed, feed.NodeId is not null);
        if (reading == forgotten)
        {
            known ??= now; // somebody else may have read it, and stored something since
        }

        return known ?? now;
    }

    public async Task<PushAnswer> Push(CheckedPage page, CancellationToken cancellationToken)
    {
        if (FeedVerifier.Claimed(page.Page.Entries[0]) is (var from, _) && !await turns.Arrives(from, Position, cancellationToken))
        {
            // Whoever sent the page before hears why it was not taken: that this one cannot follow is no evidence of anything.
            return Gap(page, (await Known())?.Feed.Position ?? 0);
        }

        return await InTurn(Store, page.Page.Entries.Count, cancellationToken);

        async Task<ulong?> Position() => await Known() is { HasFeed: true } chapter ? chapter.Feed.Position : null;

        async Task<PushAnswer> Store(KnownChapter chapter)
        {
            if (heldBackUntil - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                return new CallRefused(StatusCode.ResourceExhausted, Reason.HeldBack, left);
            }

            if (!chapter.HasFeed)
            {
                return Caller.WhyNotAdmitted(chapter.Chapter.Enrolment.Standing) is not Reason.Unspecified and var reason
                    ? new CallRefused(StatusCode.PermissionDenied, reason) // nobody has vouched for anything of it
                    : throw new InvalidOperationException($"{Node} is admitted and has no feed here.");
            }

            return chapter.IsAdmitted ? await StoreAdmitted(chapter, page) : await StoreLinks(chapter, page);
        }
    }

    public Task<PushAnswer> TakeBack(CheckedPage page, CancellationToken cancellationToken) => InTurn(
        async chapter =>
        {
            var answer = await AsLinks(page.Page, () => chapter.HasFeed ? Accept(chapter, page) : Extend(chapter, page.Page));
            if (answer.Response?.Results.All(IsTaken) == true)
            {
                heldBackUntil = default;
            }

            return answer;
        },
        null,
        cancellationToken);

    public async Task<PushAnswer> Mend(FeedPage page, CancellationToken cancellationToken)
    {
        // The hub's own feed comes back like any other, and nobody enrolled with it.
        if (await Known() is null)
        {
            return (await items.Accept(page, cancellationToken: cancellationToken)).ToResponse();
        }

        // What its chapter may not say now it may not have said by others; a content that it withdrew meanwhile goes with the withdrawal, which stands behind it.
        return await InTurn(
            chapter => Accept(chapter, CheckedPage.Of(chapter.IsAdmitted ? page : page.WithoutContents(), chapter.Feed), mayBranch: true), null, cancellationToken);
    }

    public Task<CallRefused?> CountMending(long bytes) => Task.FromResult(quota.FittingRepairs(bytes));

    public Task HoldBack()
    {
        heldBackUntil = clock.GetUtcNow() + LongestHoldBack;
        return Task.CompletedTask;
    }

    public Task Forget()
    {
        if (known is null)
        {
            DeactivateOnIdle(); // nobody has called as this node
        }

        Drop();
        return Task.CompletedTask;
    }

    public void Dispose() => turns.Dispose();

    private static bool IsTaken(EntryResult result) => result.Status is PushStatus.Accepted or PushStatus.Duplicate;

    private static PushAnswer Gap(CheckedPage page, ulong position) => new PushResponse
    {
        Results = { page.Page.Entries.Take(1).Select(_ => new EntryResult { Status = PushStatus.Rejected, Reason = Reasons.CodeOf(Reason.Gap) }) },
        FeedPosition = position,
    };

    private void Drop() => (known, forgotten) = (null, forgotten + 1);

    /// <summary>Does the work when its turn has come, again if somebody decided on the chapter meanwhile.</summary>
    /// <param name="work">What there is to do.</param>
    /// <param name="entries">How many entries of the chapter's own must be taken for others to follow; null where nobody waits for it.</param>
    /// <param name="cancellationToken">Ends the wait for the turn.</param>
    private async Task<PushAnswer> InTurn(Func<KnownChapter, Task<PushAnswer>> work, int? entries, CancellationToken cancellationToken)
    {
        await turns.Enter(cancellationToken);
        PushAnswer? answer = null;
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await Known() is not { } chapter)
                {
                    return answer = new CallRefused(StatusCode.PermissionDenied, Reason.NotAdmitted);
                }

                try
                {
                    return answer = await work(chapter);
                }
                catch (DecidedMeanwhileException)
                {
                    Drop();
                }
            }

            return answer = new CallRefused(StatusCode.Unavailable, Reason.StorageUnavailable, TimeSpan.FromSeconds(1));
        }
        catch
        {
            Drop(); // whether it was stored is not known
            throw;
        }
        finally
        {
            var isWhole = entries is null || (answer?.Response?.Results is { } results && results.Count == entries && results.All(IsTaken));
            turns.Leave(isWhole ? null : known?.Feed.Position);
        }
    }

    private async Task<PushAnswer> StoreAdmitted(KnownChapter chapter, CheckedPage page)
    {
        // What is held costs nothing: a repeated page is a success on any day.
        var entries = page.Page.Entries;
        var held = entries.TakeWhile(entry => FeedVerifier.Claimed(entry) is { } claimed && claimed.To <= chapter.Feed.Position).Count();
        var fitting = held + await quota.Fitting(Node, entries.Skip(held));
        if (fitting == 0)
        {
            // A withdrawal is never refused, and it stands behind what came before it.
            return entries.Any(Entries.IsWithdrawal) ? await StoreLinks(chapter, page) : quota.Exceeded();
        }

        var taken = fitting == entries.Count ? page : page with { Page = FeedPages.Of(entries.Take(fitting)) };
        var answer = await Accept(chapter, taken);
        quota.Add(entries.Zip(answer.Response!.Results).Where(p => p.Second.Status == PushStatus.Accepted).Select(p => p.First));
        return answer;
    }

    private async Task<PushAnswer> StoreLinks(KnownChapter chapter, CheckedPage page)
    {
        var links = page.Page.WithoutContents();
        return await AsLinks(links, () => Accept(chapter, CheckedPage.Of(links, chapter.Feed)));
    }

    private async Task<PushAnswer> AsLinks(FeedPage links, Func<Task<PushAnswer>> store)
    {
        if (quota.FittingLinks(links) is { } refused)
        {
            return refused;
        }

        try
        {
            return await store();
        }
        catch (DecidedMeanwhileException)
        {
            quota.GiveBackLinks(links); // it is counted when it is tried again
            throw;
        }
    }

    /// <summary>Stores, if the chapter stands as it is known to; which chapters and pages may branch off is told apart by who brings them.</summary>
    private async Task<PushAnswer> Accept(KnownChapter chapter, CheckedPage page, bool mayBranch = false)
    {
        var accepted = await items.Accept(page with { State = chapter.Feed }, mayBranch: mayBranch, guard: Compare);
        if (ReferenceEquals(known, chapter))
        {
            known = chapter with { Feed = accepted.State };
        }
        else
        {
            Drop(); // what was read meanwhile may be from before
        }

        return accepted.ToResponse();

        async Task Compare(Transaction transaction)
        {
            if (!await EnrolmentStore.Stands(transaction, chapter.Chapter.Enrolment))
            {
                throw new DecidedMeanwhileException();
            }
        }
    }

    private async Task<PushAnswer> Extend(KnownChapter chapter, FeedPage page)
    {
        var (state, added, answer) = (chapter.Feed, new List<FeedEntry>(), new PushResponse());
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

        if (FeedPages.IsTooLarge(FeedPages.Of([.. chapter.Chapter.Beginning.Entries, .. added])))
        {
            return new CallRefused(StatusCode.InvalidArgument, Reason.PageTooLarge);
        }

        if (added.Count > 0)
        {
            if (!await enrolments.Extend(chapter.Chapter, added, CancellationToken.None))
            {
                throw new DecidedMeanwhileException();
            }

            Drop();
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

    /// <summary>Takes everything in the transaction back.</summary>
    private sealed class DecidedMeanwhileException : Exception;
}
