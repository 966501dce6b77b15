using Microsoft.Extensions.Logging;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// Withdrawals that come alone, each with its proof, to a node that is given no feeds at the moment. Those that take something away here are kept beside
/// their feeds; when a feed is given again, they take their places in it.
/// </summary>
public sealed partial class ProvenWithdrawals(Database database, FeedHeads heads, FeedFollowers followers, TimeProvider clock, ILogger<ProvenWithdrawals> log)
{
    private readonly FeedLinks links = new(followers, clock);

    /// <summary>Takes those that hold and that this node has something of. What it knows to be a thief's it does not believe.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> Accept(IReadOnlyCollection<ItemProof> proofs, CancellationToken cancellationToken)
    {
        var proven = new List<ProvenItem>();
        foreach (var proof in proofs)
        {
            if (ItemProofs.Verify(proof) is { Item.Quarantined: Reason.Unspecified } said && await IsBelieved(said, proof, cancellationToken).ConfigureAwait(false))
            {
                proven.Add(said);
            }
        }

        if (proven.Count < proofs.Count)
        {
            LogUnproven(proofs.Count - proven.Count);
        }

        return proven.Count == 0 ? 0 : await database.Write(
            async transaction =>
            {
                var last = await FeedLinks.Hold(transaction).ConfigureAwait(false);
                var news = await Withdrawals.OfWhatIsHere(transaction, [.. proven.DistinctBy(said => said.Item.Id)]).ConfigureAwait(false);
                return await links.WriteAside(transaction, last, news).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    // A proof can leave out the key statements that ended the key it is signed with: those that are here count too.
    private async Task<bool> IsBelieved(ProvenItem said, ItemProof proof, CancellationToken cancellationToken)
    {
        var state = await heads.State(said.Node, cancellationToken).ConfigureAwait(false);
        var here = await heads.KeyStatements(said.Node, long.MaxValue, cancellationToken).ConfigureAwait(false);
        return state.Keys.IsBelieved(said.Position)
            && here.Zip(proof.KeyStatements).All(pair => SigningInput.IdOf(pair.First) == SigningInput.IdOf(pair.Second))
            && (here.Count <= proof.KeyStatements.Count || state.Keys.SigningKeyAt(said.Position)?.Id == said.Key);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} withdrawals came with proofs that do not hold; they are not acted on")]
    private partial void LogUnproven(int count);
}
