using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// What the library makes of payloads of certain types, in tables of its own. The feature that owns a type registers its projection; whoever carries, stores,
/// withdraws or repairs items knows nothing of it, and an item of a type without one is kept for later.
/// </summary>
internal abstract class Projection
{
    /// <summary>The types that it reads, by full name.</summary>
    public abstract IReadOnlySet<string> Types { get; }

    /// <summary>Its tables: all in them is derived from the feed, and emptied when the library is made anew.</summary>
    public abstract IReadOnlyList<string> Tables { get; }

    /// <summary>Works out what a batch changes. Doing a batch twice changes nothing.</summary>
    /// <returns>What is written, in the transaction that moves the follower on.</returns>
    public abstract Task<Func<Transaction, Task>> Work(Batch batch, CancellationToken cancellationToken);
}

/// <summary>Items that follow each other in this node's order, as a projection gets them.</summary>
/// <param name="Items">Those of its types, quarantined ones left out. What was superseded, or is not believed any more, says so in its status.</param>
/// <param name="Withdrawals">What was taken back or taken down, whatever it is.</param>
/// <param name="Known">The nodes of which this one knows without anybody's word.</param>
internal sealed record Batch(IReadOnlyList<SharedItem> Items, IReadOnlyList<Withdrawn> Withdrawals, KnownNodes Known);
