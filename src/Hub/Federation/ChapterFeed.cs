using Grpc.Core;
using Orleans.Concurrency;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Holds in memory where a feed stands, its keys, how its chapter stands and what the day still allows. Pages wait for their turn, and a page that came before
/// the one it follows waits for that one; who may call is answered meanwhile. An activation is no lock: the transaction that stores compares head and standing.
/// </summary>
[Reentrant]
[KeepAlive]
internal sealed class ChapterFeed(ItemStore items, FeedHeads heads, EnrolmentStore enrolments, Database database, ExchangeOptions options, TimeProvider clock) : Grain, IChapterFeed, IDisposable
{
    // Each time somebody decided between reading and storing.
    private const int Attempts = 5;
    private const ulong FurthestAhead = 2 * FeedPages.Items;

    // A thief who went on pushing would otherwise turn each COMPROMISE into a fork, because it always comes to stand behind one item more.
    private static readonly TimeSpan LongestHoldBack = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly DailyQuota quota = new(database, options, clock);
    private TaskCompletionSource<bool> turnOver = new();
    private DateTimeOffset heldBackUntil;
    private (ulong Position, DateTimeOffset Until)? refused;
    private KnownChapter? known;

    // Another activity may make it stale while it is read.
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
            known = now;
        }

        return now;
    }

    public async Task<PushAnswer> Push(CheckedPage page)
    {
        if (!await Arrives(page))
        {
            return await Gap(page);
        }

        return await InTurn(Store);

        async Task<PushAnswer> Store(KnownChapter chapter)
        {
            if (heldBackUntil - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                return new CallRefused(StatusCode.ResourceExhausted, Reason.HeldBack, left);
            }

            if (!chapter.HasFeed)
            {
                return new CallRefused(StatusCode.PermissionDenied, Caller.WhyNotAdmitted(chapter.Chapter.Enrolment.Standing)); // nobody has vouched for anything of it
            }

            return chapter.IsAdmitted ? await StoreAdmitted(chapter, page) : await StoreLinks(chapter, page);
        }
    }

    public Task<PushAnswer> TakeBack(CheckedPage page) => InTurn(async chapter =>
    {
        if (quota.FittingLinks(page.Page) is { } refused)
        {
            return refused;
        }

        var answer = chapter.HasFeed ? await Accept(chapter, page) : await Extend(chapter, page.Page);
        if (answer.Response?.Results.All(r => r.Status is PushStatus.Accepted or PushStatus.Duplicate) == true)
        {
            heldBackUntil = default;
        }

        return answer;
    });

    public async Task<PushAnswer> Mend(FeedPage page)
    {
        // The hub's own feed comes back like any other, and nobody enrolled with it.
        if (await Known() is null)
        {
            return (await items.Accept(page)).ToResponse();
        }

        // What its chapter may not say now it may not have said by others; a content that it withdrew meanwhile goes with the withdrawal, which stands behind it.
        return await InTurn(chapter => Accept(chapter, CheckedPage.Of(chapter.IsAdmitted ? page : page.WithoutContents(), chapter.Feed), mayBranch: true));
    }

    public Task<CallRefused?> CountMending(long bytes) => Task.FromResult(quota.FittingRepairs(bytes));

    public Task HoldBack()
    {
        heldBackUntil = clock.GetUtcNow() + LongestHoldBack;
        return Task.CompletedTask;
    }

    public void Dispose() => turn.Dispose();

    public Task Forget()
    {
        (known, forgotten) = (null, forgotten + 1);
        return Task.CompletedTask;
    }

    /// <summary>Waits for the pages before this one, if they can be on their way; false when one of them was not taken, just now or a moment ago.</summary>
    private async Task<bool> Arrives(CheckedPage page)
    {
        if (FeedVerifier.Claimed(page.Page.Entries[0]) is not (var from, _))
        {
            return true;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.PageAheadSeconds), clock);
        while (await Known() is { HasFeed: true, Feed.Position: var position } && from > position + 1 && from - position <= FurthestAhead)
        {
            if (refused is { } before && before.Position == position && clock.GetUtcNow() < before.Until)
            {
                return false;
            }

            var over = turnOver.Task;
            if (await Task.WhenAny(over, Task.Delay(Timeout.Infinite, patience.Token)) != over)
            {
                return true; // the one before never came: the page is judged as it is
            }

            if (!await over)
            {
                return false;
            }
        }

        return true;
    }

    // The page before was not taken as a whole, and whoever sent it hears why: that this one cannot follow is no evidence of anything.
    private async Task<PushAnswer> Gap(CheckedPage page) => new PushResponse
    {
        Results = { page.Page.Entries.Take(1).Select(_ => new EntryResult { Status = PushStatus.Rejected, Reason = Reasons.CodeOf(Reason.Gap) }) },
        FeedPosition = (await Known())?.Feed.Position ?? 0,
    };

    private async Task<PushAnswer> InTurn(Func<KnownChapter, Task<PushAnswer>> work)
    {
        await turn.WaitAsync();
        refused = null;
        var taken = false;
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await Known() is not { } chapter)
                {
                    return new CallRefused(StatusCode.PermissionDenied, Reason.NotAdmitted);
                }

                try
                {
                    var answer = await work(chapter);
                    taken = answer.Response?.Results.All(r => r.Status is PushStatus.Accepted or PushStatus.Duplicate) == true;
                    return answer;
                }
                catch (DecidedMeanwhileException)
                {
                    await Forget();
                }
            }

            return new CallRefused(StatusCode.Unavailable, Reason.StorageUnavailable, TimeSpan.FromSeconds(1));
        }
        catch
        {
            await Forget(); // whether it was stored is not known
            throw;
        }
        finally
        {
            refused = taken || known is null ? null : (known.Feed.Position, clock.GetUtcNow().AddSeconds(options.PageAheadSeconds));
            turn.Release();
            var over = turnOver;
            turnOver = new();
            over.SetResult(taken);
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
        return quota.FittingLinks(links) is { } refused ? refused : await Accept(chapter, CheckedPage.Of(links, chapter.Feed));
    }

    /// <summary>Stores, if the chapter stands as it is known to; which chapters and pages may branch off is told apart by who brings them.</summary>
    private async Task<PushAnswer> Accept(KnownChapter chapter, CheckedPage page, bool mayBranch = false)
    {
        var accepted = await items.Accept(page with { State = chapter.Feed }, Compare, mayBranch);
        if (ReferenceEquals(known, chapter))
        {
            known = chapter with { Feed = accepted.State };
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

            await Forget();
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
