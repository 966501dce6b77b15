using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// Gives what was taken back to chapters that are given no feeds at the moment, each withdrawal with its proof, so that erased texts disappear there too: of what
/// they had been given before they were stopped, and of nothing else.
/// </summary>
internal sealed class GivenWithdrawals(Proofs proofs, ItemStore items, PulledPages pulled, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Those after the cursor, as many as a page holds.</summary>
    public async Task<WithdrawalsResponse> Give(Caller by, WithdrawalsRequest request, CancellationToken cancellationToken)
    {
        if (by.ByRecoveryKey)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        if (!by.Known.HasFeed)
        {
            by.DemandAdmission(); // it was never given anything
        }

        var after = await PullCursor.Read(request.Cursor, await pulled.End(cancellationToken), position => items.At(position, cancellationToken));
        var page = await proofs.OfWithdrawals(after, by.Node, by.IsAdmitted ? clock.GetUtcNow() : by.Known.Chapter.Enrolment.Since, Most, cancellationToken);
        return new WithdrawalsResponse { Withdrawals = { page.Proofs }, NextCursor = PullCursor.Write(page.UpTo, await items.At(page.UpTo, cancellationToken)), More = page.More };
    }
}
