using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>The numbered, chained, signed list of what this node has shared.</summary>
public sealed class OwnFeed
{
    private readonly ThisNode node;
    private readonly ItemPages pages;
    private readonly FeedLinks links;

    /// <summary>The feed of this node, founded or not yet.</summary>
    public OwnFeed(ThisNode node, Database database, TimeProvider clock)
    {
        this.node = node;
        pages = new ItemPages(database);
        links = new FeedLinks(clock);
    }

    /// <summary>
    /// Begins the feed, in the transaction that founds the node: the genesis, signed by both its keys, then the profile.
    /// </summary>
    /// <returns>The ids of the two items.</returns>
    /// <exception cref="InvalidDataException">The genesis is not one, or another node's.</exception>
    public async Task<IReadOnlyList<ItemId>> Found(Transaction transaction, Founded identity, SignedItem genesis, Statement profile)
    {
        var verdict = FeedVerifier.Verify(FeedState.Empty, new ItemWithContent { Item = genesis }, ContentRule.Required);
        if (verdict.Kind != VerdictKind.Accepted || verdict.Next.NodeId != identity.Id)
        {
            throw new InvalidDataException($"Not the genesis of {identity.Id}: {verdict.ReasonCode} {verdict.Field}");
        }

        var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
        await links.Write(transaction, last, [new(identity.Id, 1, identity.Epoch, verdict.ItemId, genesis, null, "")]).ConfigureAwait(false);
        return [verdict.ItemId, .. await Append(transaction, identity, [profile]).ConfigureAwait(false)];
    }

    /// <summary>Signs the statements and puts them at the end of the feed, all in the caller's transaction.</summary>
    /// <returns>Their items' ids, in order.</returns>
    /// <exception cref="StatementOverLimitException">One is over a limit; nothing is written.</exception>
    public Task<IReadOnlyList<ItemId>> Append(Transaction transaction, IReadOnlyList<Statement> statements) =>
        Append(transaction, node.Identity, statements);

    /// <summary>A page of this node's feed after a position of it, to be sent: at most so many items and bytes, but always one if there is one.</summary>
    public Task<ItemPage> After(long feedPosition, int limit, long maxBytes, CancellationToken cancellationToken = default) =>
        pages.OfFeed(node.Identity.Id, feedPosition, limit, maxBytes, cancellationToken);

    internal async Task<IReadOnlyList<ItemId>> Append(Transaction transaction, Founded by, IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 0)
        {
            return [];
        }

        var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
        var head = await FeedHeads.Read(transaction, by.Id).ConfigureAwait(false)
            ?? throw new InvalidOperationException("This node's feed has no genesis.");
        var added = new List<FeedLink>(statements.Count);
        var (position, previous) = (head.Position, head.LastItem);
        foreach (var statement in statements)
        {
            var link = Sign(by, ++position, previous, statement);
            added.Add(link);
            previous = link.Id;
        }

        await links.Write(transaction, last, added).ConfigureAwait(false);
        return [.. added.Select(l => l.Id)];
    }

    private static FeedLink Sign(Founded by, long position, ItemId previous, Statement statement)
    {
        var content = statement.Content is null ? null : ContentHash.NewContent(statement.Content);
        var at = new FeedPosition
        {
            NodeId = by.Id.Value,
            Epoch = ByteString.CopyFrom(by.Epoch),
            Position = (ulong)position,
            PreviousItemId = ByteString.CopyFrom(previous.ToBytes()),
        };
        var payload = statement.Payload(at, Statement.HashOf(content));
        if (statement.Check(payload, content) is { Count: > 0 } refusals)
        {
            throw new StatementOverLimitException(refusals);
        }

        var (item, id) = SignedItems.Sign(payload, by.Key);
        return new(by.Id, position, by.Epoch, id, item, content, "");
    }
}
