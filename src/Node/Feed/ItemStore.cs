using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Every verified item of every feed this node holds, its own among them. Nothing gets in unverified.</summary>
public sealed class ItemStore
{
    /// <summary>The most a page of <see cref="After"/> holds unless the reader says otherwise, in bytes.</summary>
    public const long PageBytes = 1024 * 1024;

    // Each time, somebody else's page of the same feed was stored between reading and storing; that many at once is a caller gone mad.
    private const int Attempts = 5;

    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly FeedLinks links;
    private readonly PageJudge judge;
    private readonly ItemPages pages;

    /// <summary>The store in that database.</summary>
    public ItemStore(Database database, FeedHeads heads, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        links = new FeedLinks(clock);
        judge = new PageJudge(database, heads);
        pages = new ItemPages(database);
    }

    /// <summary>
    /// Verifies a page of one feed outside any transaction and stores it in one; when this returns, it is on disk. What is here already is a duplicate, which is success.
    /// Own items too, so that a node restored from a backup can fill its feed again.
    /// </summary>
    /// <param name="feed">Whose feed it must be.</param>
    /// <param name="items">In the feed's order.</param>
    /// <param name="contentRequired">
    /// True where items are shared anew: one that names a content and comes without is a link, but quarantined as CONTENT_MISSING until a withdrawal names it
    /// (its author may have withdrawn it before it could be sent, and the feed must go on).
    /// </param>
    /// <param name="also">What must be stored in the same transaction; runs also when every item was a duplicate.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is half done.</param>
    /// <returns>One result an item, in order.</returns>
    public Task<IReadOnlyList<ItemResult>> Accept(
        NodeId feed, IReadOnlyList<ItemWithContent> items, bool contentRequired, Func<Transaction, Task>? also = null, CancellationToken cancellationToken = default) =>
        Accept([.. items.Select(item => (feed, item))], contentRequired, also, cancellationToken);

    /// <summary>As <see cref="Accept(NodeId, IReadOnlyList{ItemWithContent}, bool, Func{Transaction, Task}?, CancellationToken)"/> for a pulled page of several feeds, whose contents may have been erased since.</summary>
    public Task<IReadOnlyList<ItemResult>> AcceptPage(
        IReadOnlyList<(NodeId Feed, ItemWithContent Item)> items, Func<Transaction, Task>? also = null, CancellationToken cancellationToken = default) =>
        Accept(items, contentRequired: false, also, cancellationToken);

    /// <summary>
    /// A page of all feeds in this node's numbering, quarantined items included: they are links. <see cref="ItemPage.UpTo"/> moves past the items that were left out.
    /// </summary>
    /// <param name="position">The last position seen.</param>
    /// <param name="limit">Most items.</param>
    /// <param name="exceptNode">Whose items are left out: a reader has its own.</param>
    /// <param name="maxBytes">Most bytes, but always one item if there is one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ItemPage> After(long position, int limit, NodeId? exceptNode = null, long maxBytes = PageBytes, CancellationToken cancellationToken = default) =>
        pages.OfAll(position, limit, maxBytes, exceptNode, cancellationToken);

    /// <summary>A page of one feed after a position of it.</summary>
    public Task<ItemPage> AfterInFeed(NodeId feed, long feedPosition, int limit, long maxBytes = PageBytes, CancellationToken cancellationToken = default) =>
        pages.OfFeed(feed, feedPosition, limit, maxBytes, cancellationToken);

    private async Task<IReadOnlyList<ItemResult>> Accept(
        IReadOnlyList<(NodeId, ItemWithContent)> items, bool contentRequired, Func<Transaction, Task>? also, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var judged = await judge.Judge(items, contentRequired, cancellationToken).ConfigureAwait(false);
            if (judged is null)
            {
                continue;
            }

            if ((also is null && judged.Changes.Count == 0) || await Store(judged, also, cancellationToken).ConfigureAwait(false))
            {
                return judged.Results;
            }
        }

        throw new TimeoutException("Other pages of the same feed kept coming first.");
    }

    /// <summary>False, and nothing written, when a feed no longer stands where its items were verified.</summary>
    private Task<bool> Store(JudgedPage page, Func<Transaction, Task>? also, CancellationToken cancellationToken) => database.Write(
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

            await links.Write(transaction, last, [.. page.Changes.SelectMany(f => f.Links)]).ConfigureAwait(false);
            foreach (var (node, verdict, item) in page.Changes.SelectMany(f => f.Evidence.Select(e => (f.Node, e.Verdict, e.Item))))
            {
                await FeedEvidence.Keep(transaction, node, verdict, item, clock.GetUtcNow()).ConfigureAwait(false);
            }

            if (also is not null)
            {
                await also(transaction).ConfigureAwait(false);
            }

            return true;
        },
        cancellationToken);
}
