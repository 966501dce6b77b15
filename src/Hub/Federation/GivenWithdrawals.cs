using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Gives what was taken back to chapters that are given no feeds at the moment, each withdrawal with its proof, so that erased texts disappear there too.</summary>
internal sealed class GivenWithdrawals(Proofs proofs, ItemStore items, PulledPages pulled)
{
    private const int Most = 100;

    /// <summary>Those after the cursor, as many as a page's bytes hold.</summary>
    public async Task<WithdrawalsResponse> Give(NodeId caller, WithdrawalsRequest request, CancellationToken cancellationToken)
    {
        // The end first: all up to it is committed.
        var end = await pulled.End(cancellationToken);
        var after = await PullCursor.Read(request.Cursor, end, position => items.At(position, cancellationToken));
        var found = await proofs.OfWithdrawals(after, caller, Most, cancellationToken);
        var bytes = 0;
        var fitting = found.TakeWhile((one, place) => (bytes += one.Proof.CalculateSize()) <= FeedPages.Bytes || place == 0).ToList();
        var more = found.Count == Most || fitting.Count < found.Count;
        var upTo = more ? fitting[^1].Position : end;
        return new WithdrawalsResponse { Withdrawals = { fitting.Select(one => one.Proof) }, NextCursor = PullCursor.Write(upTo, await items.At(upTo, cancellationToken)), More = more };
    }
}
