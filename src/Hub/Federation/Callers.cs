using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Who makes a call.</summary>
/// <param name="Chapter">The chapter, and how it stands.</param>
/// <param name="ByRecoveryKey">True when it speaks with the key of the printed words.</param>
internal sealed record Caller(EnrolledChapter Chapter, bool ByRecoveryKey)
{
    public NodeId Node => Chapter.Node;

    public bool IsAdmitted => Chapter.Enrolment.Standing == EnrolmentState.Admitted;

    /// <summary>Refuses a chapter that does not exchange.</summary>
    public void DemandAdmission() => Refuse(Chapter.Enrolment.Standing switch
    {
        EnrolmentState.Admitted => Reason.Unspecified,
        EnrolmentState.Suspended => Reason.Suspended,
        EnrolmentState.Revoked => Reason.Revoked,
        _ => Reason.NotAdmitted,
    });

    /// <summary>Refuses a chapter whose feed is not here yet. One that was suspended or revoked may still take back what it said.</summary>
    public void DemandFeed() => Refuse(Chapter.Enrolment.Standing == EnrolmentState.Pending ? Reason.NotAdmitted : Reason.Unspecified);

    private static void Refuse(Reason reason)
    {
        if (reason != Reason.Unspecified)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, reason);
        }
    }
}

/// <summary>Finds out which chapter calls, by its token.</summary>
internal sealed class Callers(ThisNode hub, EnrolmentStore enrolments, FeedHeads heads, TimeProvider clock)
{
    /// <summary>The chapter that made the token. Refused with the token's fault, or when it never enrolled here.</summary>
    public async Task<Caller> Identify(ServerCallContext call)
    {
        EnrolledChapter? chapter = null;
        var verifier = new CallTokenVerifier(
            hub.Identity.Id,
            async node =>
            {
                chapter = await enrolments.Find(node, call.CancellationToken);
                return chapter is null ? null : await KeysOf(chapter, call.CancellationToken);
            },
            clock);
        var verdict = await verifier.Verify(call.RequestHeaders.GetValue("authorization"), call.Method);
        return verdict.Caller is not null ? new Caller(chapter!, verdict.ByRecoveryKey)
            : verdict.ServerTime.Length > 0 ? throw RpcRefusal.Of(StatusCode.Unauthenticated, verdict.Reason, ("server_time", verdict.ServerTime))
            : throw RpcRefusal.Of(StatusCode.Unauthenticated, verdict.Reason);
    }

    /// <summary>Refuses a chapter that was suspended or revoked while its call was waiting: revocation has no delay.</summary>
    public async Task DemandAdmissionStill(Caller caller, CancellationToken cancellationToken) =>
        (caller with { Chapter = (await enrolments.Find(caller.Node, cancellationToken))! }).DemandAdmission();

    // Until it is admitted a chapter's feed is what waits in its enrolment.
    private async ValueTask<KeyChain> KeysOf(EnrolledChapter chapter, CancellationToken cancellationToken)
    {
        var feed = await heads.State(chapter.Node, cancellationToken);
        return (feed.NodeId is null ? chapter.StateOfBeginning() : feed).Keys;
    }
}

/// <summary>Who makes a call, once <see cref="CallGuard"/> has let it in.</summary>
internal static class CallerOfCall
{
    private static readonly object key = new();

    public static Caller Caller(this ServerCallContext call) => (Caller)call.UserState[key];

    public static void SetCaller(this ServerCallContext call, Caller caller) => call.UserState[key] = caller;
}
