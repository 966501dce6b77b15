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
    private readonly EntryPages pages;
    private readonly FeedLinks links;

    /// <summary>The feed of this node, founded or not yet.</summary>
    public OwnFeed(ThisNode node, Database database, FeedFollowers followers, TimeProvider clock)
    {
        this.node = node;
        pages = new EntryPages(database);
        links = new FeedLinks(followers, clock);
    }

    /// <summary>True while nothing is signed: a copy of this node may have said more than it knows.</summary>
    public bool IsSilent => node.IsSilent;

    /// <summary>
    /// Begins the feed, in the transaction that founds the node: the genesis, signed by both its keys, then the profile.
    /// </summary>
    /// <returns>The ids of the two items.</returns>
    /// <exception cref="InvalidDataException">The genesis is not one, or another node's.</exception>
    public async Task<IReadOnlyList<ItemId>> Found(Transaction transaction, Founded identity, SignedItem genesis, Statement profile)
    {
        var verdict = FeedVerifier.VerifyGenesis(genesis);
        if (!verdict.IsLink || verdict.Next.NodeId != identity.Id)
        {
            throw new InvalidDataException($"Not the genesis of {identity.Id}: {verdict.ReasonCode} {verdict.Field}");
        }

        var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
        var entry = new FeedEntry { NodeId = identity.Id.Value, KeyStatement = genesis };
        await links.Write(transaction, last, [NewEntry.Of(identity.Id, entry, verdict)]).ConfigureAwait(false);
        return [verdict.Items[0].Id, .. await Append(transaction, identity, [profile]).ConfigureAwait(false)];
    }

    /// <summary>Nobody else says anything from here to the end of the transaction, so that what it looks at first still stands when it signs.</summary>
    public static Task Hold(Transaction transaction) => FeedLinks.Hold(transaction);

    /// <summary>Puts the statements at the end of the feed, signed as one run or as few as fit, all in the caller's transaction.</summary>
    /// <returns>Their items' ids, in order.</returns>
    /// <exception cref="StatementOverLimitException">One is over a limit; nothing is written.</exception>
    /// <exception cref="SilentNodeException">Nothing may be signed now.</exception>
    public async Task<IReadOnlyList<ItemId>> Append(Transaction transaction, IReadOnlyList<Statement> statements) =>
        statements.Count == 0 ? [] : await Append(transaction, node.Identity with { Epoch = await ThisNode.SpeakingEpoch(transaction).ConfigureAwait(false) }, statements).ConfigureAwait(false);

    /// <summary>
    /// Sets aside what this copy said from a position on, because another copy of the node said something else there and the network has that.
    /// What was set aside is said again, behind what is fetched then. Nothing is signed until <see cref="ThisNode.Speak"/>.
    /// </summary>
    public async Task SetAside(Transaction transaction, long from)
    {
        var self = node.Identity.Id;
        await FeedLinks.Hold(transaction).ConfigureAwait(false);
        await links.Supersede(transaction, self, from).ConfigureAwait(false);
        await FeedHeads.Shorten(transaction, self, from - 1).ConfigureAwait(false);
        await ThisNode.Hush(transaction).ConfigureAwait(false);
    }

    /// <summary>A page of this node's feed after a position of it, to be sent.</summary>
    public Task<StoredPage> After(long feedPosition, CancellationToken cancellationToken = default) =>
        pages.OfFeed(node.Identity.Id, feedPosition, 0, cancellationToken);

    internal async Task<IReadOnlyList<ItemId>> Append(Transaction transaction, Founded by, IReadOnlyList<Statement> statements)
    {
        var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
        var head = await FeedHeads.Read(transaction, by.Id).ConfigureAwait(false)
            ?? throw new InvalidOperationException("This node's feed has no genesis.");
        var items = new List<ItemVerdict>(statements.Count);
        var previous = head.LastItem;
        foreach (var statement in statements)
        {
            items.Add(Say(by, (ulong)(head.Position + items.Count + 1), previous, statement));
            previous = items[^1].Id;
        }

        await links.Write(transaction, last, [.. Runs(by, items, beginsEpoch: !by.Epoch.AsSpan().SequenceEqual(head.Epoch))]).ConfigureAwait(false);
        return [.. items.Select(i => i.Id)];
    }

    private static ItemVerdict Say(Founded by, ulong position, ItemId previous, Statement statement)
    {
        var content = statement.Content is null ? null : ContentHash.NewContent(statement.Content);
        var at = new FeedPosition
        {
            NodeId = by.Id.Value,
            Epoch = ByteString.CopyFrom(by.Epoch),
            Position = position,
            PreviousItemId = ByteString.CopyFrom(previous.ToBytes()),
        };
        var item = Signing.ItemOf(statement.Payload(at, Statement.HashOf(content)));
        // A feed of ours is judged as any other, and by the same rules, before it is signed.
        var judged = FeedVerifier.Judge(SigningInput.IdOf(item), item, content);
        return PayloadLimits.IsTooLarge(new ItemWithContent { Item = item, Content = content }) || judged.Quarantined != Reason.Unspecified
            ? throw new StatementOverLimitException([Refusal.Of(PayloadLimits.Code, judged.Field)])
            : judged;
    }

    // As many items a run as fit a page.
    private static IEnumerable<NewEntry> Runs(Founded by, List<ItemVerdict> items, bool beginsEpoch)
    {
        const int signatureBytes = 512;
        var (from, bytes) = (0, signatureBytes);
        for (var at = 0; at < items.Count; at++)
        {
            var size = new SignedRun { Items = { Travelling(items[at]) } }.CalculateSize();
            if (at > from && (bytes + size > FeedPages.Bytes || at - from == FeedPages.Items))
            {
                yield return Run(by, items[from..at]) with { BeginsEpoch = beginsEpoch && from == 0 };
                (from, bytes) = (at, signatureBytes);
            }

            bytes += size;
        }

        yield return Run(by, items[from..]) with { BeginsEpoch = beginsEpoch && from == 0 };
    }

    private static NewEntry Run(Founded by, List<ItemVerdict> items)
    {
        var signed = Signing.Run(by.Id, ByteString.CopyFrom(by.Epoch), items[0].Position, [.. items.Select(i => i.Id)], by.Key);
        var entry = new FeedEntry { NodeId = by.Id.Value, Run = new SignedRun { Run = signed, Items = { items.Select(Travelling) } } };
        return new NewEntry(by.Id, by.Epoch, signed, FeedPages.SizeOf(entry), items);
    }

    private static ItemWithContent Travelling(ItemVerdict item) => new() { Item = item.Item, Content = item.Content };
}
