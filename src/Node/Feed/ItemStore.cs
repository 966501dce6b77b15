using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Every verified item of every feed this node holds, its own among them. Nothing gets in unverified.</summary>
public sealed class ItemStore
{
    // Each time, somebody else's page of the same feed was stored between reading and storing; that many at once is a caller gone mad.
    private const int Attempts = 5;

    private readonly Database database;
    private readonly FeedHeads heads;
    private readonly TimeProvider clock;
    private readonly FeedLinks links;
    private readonly PageJudge judge;
    private readonly EntryPages pages;
    private readonly FeedFollowers followers;

    /// <summary>The store in that database.</summary>
    public ItemStore(Database database, FeedHeads heads, FeedFollowers followers, TimeProvider clock)
    {
        this.database = database;
        this.heads = heads;
        this.clock = clock;
        this.followers = followers;
        links = new FeedLinks(followers, clock);
        judge = new PageJudge(database, heads);
        pages = new EntryPages(database);
    }

    /// <summary>
    /// Verifies a page outside any transaction and stores it in one; when this returns, it is on disk. What is here already is a duplicate, which is
    /// success; a content that was missing and comes with it is taken. Own entries too: a node that was restored from a backup fills its feed again, and
    /// speaks in a new epoch from then on, since a copy of it has said more than it knew.
    /// </summary>
    /// <param name="page">Entries of one feed or of several, each feed's in its order.</param>
    /// <param name="also">What must be stored in the same transaction; runs also when every entry was a duplicate.</param>
    /// <param name="mayBranch">False where nothing that is held may be superseded: who pushes their own feed has to know what the network has of it.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is half done.</param>
    /// <returns>One result an entry that was looked at, in order, and how many items are new.</returns>
    public Task<Accepted> Accept(FeedPage page, Func<Transaction, Task>? also = null, bool mayBranch = true, CancellationToken cancellationToken = default) =>
        Accept(CheckedPage.Unchecked(page), also, mayBranch, null, cancellationToken);

    /// <summary>Checks what takes time in a page, while another one is being stored.</summary>
    public async Task<CheckedPage> Check(FeedPage page, CancellationToken cancellationToken = default)
    {
        var runs = new CheckedRun?[page.Entries.Count];
        for (var at = 0; at < runs.Length; at++)
        {
            if (page.Entries[at].Run is { } run && NodeId.TryParse(page.Entries[at].NodeId, out var node))
            {
                var state = await heads.State(node, cancellationToken).ConfigureAwait(false);
                runs[at] = FeedVerifier.Check(state.NodeId, state.Keys, run);
            }
        }

        return new(page, runs, null);
    }

    /// <summary>The same for a page that was checked ahead. What is believed of its feed is compared in the transaction, and looked up again before anything is rejected.</summary>
    /// <param name="page">The page.</param>
    /// <param name="also">What must be stored in the same transaction; runs also when every entry was a duplicate.</param>
    /// <param name="mayBranch">False where nothing that is held may be superseded.</param>
    /// <param name="guard">What must hold when something is stored; throws when it does not.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is half done.</param>
    public async Task<Accepted> Accept(
        CheckedPage page, Func<Transaction, Task>? also = null, bool mayBranch = true, Func<Transaction, Task>? guard = null, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var judged = await judge.Judge(page, mayBranch, cancellationToken).ConfigureAwait(false);
            var isBelieved = page.State is not null && judged.Results.Any(r => r is { Status: PushStatus.Rejected });
            if (!isBelieved && ((also is null && judged.Changes.Count == 0) || await Store(judged, guard, also, cancellationToken).ConfigureAwait(false)))
            {
                return new([.. judged.Results.OfType<EntryResult>()], judged.Changes.Sum(f => f.Entries.Sum(e => e.Items.Count)), judged.State);
            }

            page = page with { State = null };
        }

        throw new TimeoutException("Other pages of the same feed kept coming first.");
    }

    /// <summary>A page of all feeds in the order of transport. <see cref="StoredPage.UpTo"/> moves past the entries that were left out.</summary>
    /// <param name="position">The last position seen.</param>
    /// <param name="exceptNode">Whose entries are left out: a reader has its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<StoredPage> After(long position, NodeId? exceptNode = null, CancellationToken cancellationToken = default) =>
        pages.OfAll(position, exceptNode, cancellationToken);

    /// <summary>A page of one feed after a position of it.</summary>
    public Task<StoredPage> AfterInFeed(NodeId feed, long feedPosition, CancellationToken cancellationToken = default) =>
        pages.OfFeed(feed, feedPosition, 0, cancellationToken);

    /// <summary>The entries of a feed that cover a range of it, as far as a page holds them.</summary>
    public Task<StoredPage> Covering(NodeId feed, FeedRange range, CancellationToken cancellationToken = default) =>
        pages.OfFeed(feed, PositionOf(range.From) - 1, PositionOf(range.To), cancellationToken);

    /// <summary>The item at a place in the order of transport, or the one given again there; null for a place that was not given.</summary>
    public async Task<ItemId?> At(long position, CancellationToken cancellationToken = default) => await database.Find<byte[]>(
        """
        select item_id from item where position = @position
         union all
        select i.item_id from feed_again a join item i on i.node_id = a.node_id and i.feed_position = a.first and i.superseded = 0 where a.position = @position
         limit 1
        """,
        new { position },
        cancellationToken).ConfigureAwait(false) is { } id ? ItemId.FromBytes(id) : null;

    private static long PositionOf(ulong position) => (long)Math.Min(position, long.MaxValue - FeedPages.Items);

    /// <summary>False, and nothing written, when a feed no longer stands where its items were verified.</summary>
    private Task<bool> Store(JudgedPage page, Func<Transaction, Task>? guard, Func<Transaction, Task>? also, CancellationToken cancellationToken) => database.Write(
        async transaction =>
        {
            var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
            foreach (var feed in page.Changes)
            {
                var head = await FeedHeads.Read(transaction, feed.Node).ConfigureAwait(false);
                if (head?.LastItem != feed.VerifiedAfter)
                {
                    return false;
                }
            }

            await (guard?.Invoke(transaction) ?? Task.CompletedTask).ConfigureAwait(false);
            IReadOnlyList<NewEntry> entries = [.. page.Changes.SelectMany(f => f.Entries)];
            await links.Write(transaction, last, entries).ConfigureAwait(false);
            foreach (var node in entries.Select(e => e.Node).Distinct())
            {
                await ThisNode.BeginEpoch(transaction, node).ConfigureAwait(false);
            }

            last += entries.Sum(e => e.Items.Count);
            foreach (var feed in page.Changes)
            {
                foreach (var (verdict, signed) in feed.Evidence)
                {
                    await FeedEvidence.Keep(transaction, feed.Node, verdict, signed, clock.GetUtcNow()).ConfigureAwait(false);
                }

                await MissingParts.AskAgain(transaction, feed.Lacking).ConfigureAwait(false);
                foreach (var (position, item) in feed.Filled)
                {
                    if (await links.Fill(transaction, last, position, feed.Node, item).ConfigureAwait(false))
                    {
                        last++;
                        await followers.LookAgain(transaction, position).ConfigureAwait(false);
                    }
                }
            }

            if (also is not null)
            {
                await also(transaction).ConfigureAwait(false);
            }

            return true;
        },
        cancellationToken);
}

/// <summary>What became of a page.</summary>
/// <param name="Results">One an entry that was looked at, in order; after a rejected one no entry of its feed is.</param>
/// <param name="NewItems">How many items are links now that were not before.</param>
/// <param name="State">The feed that the page is of, as it stands now; of several, the last.</param>
public sealed record Accepted(IReadOnlyList<EntryResult> Results, int NewItems, FeedState State);
