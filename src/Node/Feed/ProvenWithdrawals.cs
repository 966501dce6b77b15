using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// Withdrawals that come alone, each with its proof, to a node that is given no feeds at the moment. Those that take something away here are kept beside
/// their feeds; when a feed is given again, they take their places in it.
/// </summary>
public sealed class ProvenWithdrawals(Database database, FeedHeads heads, FeedFollowers followers, TimeProvider clock)
{
    private readonly FeedLinks links = new(followers, clock);

    /// <summary>Takes those that hold and that this node has something of. What it knows to be a thief's it does not believe.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> Accept(IEnumerable<ItemProof> proofs, CancellationToken cancellationToken)
    {
        var proven = new List<ProvenItem>();
        foreach (var said in proofs.Select(ItemProofs.Verify).OfType<ProvenItem>().Where(said => said.Item.Quarantined == Reason.Unspecified).DistinctBy(said => said.Item.Id))
        {
            if ((await heads.State(said.Node, cancellationToken).ConfigureAwait(false)).Keys.IsBelieved(said.Position))
            {
                proven.Add(said);
            }
        }

        return proven.Count == 0 ? 0 : await database.Write(
            async transaction =>
            {
                var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
                return await links.WriteAside(transaction, last, await Withdrawals.OfWhatIsHere(transaction, proven).ConfigureAwait(false)).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
