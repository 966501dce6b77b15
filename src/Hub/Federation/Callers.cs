using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Who makes a call.</summary>
/// <param name="Known">The chapter, and how it and its feed stand.</param>
/// <param name="ByRecoveryKey">True when it speaks with the key of the printed words.</param>
internal sealed record Caller(KnownChapter Known, bool ByRecoveryKey)
{
    public NodeId Node => Known.Chapter.Node;

    public bool IsAdmitted => Known.IsAdmitted;

    /// <summary>Why a chapter does not exchange; unspecified when it does.</summary>
    public static Reason WhyNotAdmitted(EnrolmentState? standing) => standing switch
    {
        EnrolmentState.Admitted => Reason.Unspecified,
        EnrolmentState.Suspended => Reason.Suspended,
        EnrolmentState.Revoked => Reason.Revoked,
        _ => Reason.NotAdmitted,
    };

    /// <summary>Refuses a chapter that does not exchange.</summary>
    public void DemandAdmission() => DemandAdmission(Known.Chapter.Enrolment.Standing);

    /// <inheritdoc cref="DemandAdmission()"/>
    public static void DemandAdmission(EnrolmentState? standing) => Refuse(WhyNotAdmitted(standing));

    /// <summary>Refuses a chapter whose feed is not here yet. One that was suspended or revoked may still take back what it said.</summary>
    public void DemandFeed() => Refuse(Known.Chapter.Enrolment.Standing == EnrolmentState.Pending ? Reason.NotAdmitted : Reason.Unspecified);

    private static void Refuse(Reason reason)
    {
        if (reason != Reason.Unspecified)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, reason);
        }
    }
}

/// <summary>Finds out which chapter calls, by its token.</summary>
internal sealed class Callers(ThisNode hub, ChapterFeeds feeds, EnrolmentStore enrolments, TimeProvider clock)
{
    /// <summary>The chapter that made the token. Refused with the token's fault, or when it never enrolled here.</summary>
    public async Task<Caller> Identify(ServerCallContext call)
    {
        KnownChapter? chapter = null;
        var verifier = new CallTokenVerifier(hub.Identity.Id, async node => (chapter = await feeds.Of(node).Known())?.Feed.Keys, clock);
        var verdict = await verifier.Verify(call.RequestHeaders.GetValue("authorization"), call.Method);
        return verdict.Caller is not null ? new Caller(chapter!, verdict.ByRecoveryKey)
            : verdict.ServerTime.Length > 0 ? throw RpcRefusal.Of(StatusCode.Unauthenticated, verdict.Reason, ("server_time", verdict.ServerTime))
            : throw RpcRefusal.Of(StatusCode.Unauthenticated, verdict.Reason);
    }

    /// <summary>Refuses a chapter that was suspended or revoked while its call was waiting, as the store says: revocation has no delay.</summary>
    public async Task DemandAdmissionStill(Caller caller, CancellationToken cancellationToken) =>
        Caller.DemandAdmission(await enrolments.StandingOf(caller.Node, cancellationToken));
}

/// <summary>Who makes a call, once <see cref="CallGuard"/> has let it in.</summary>
internal static class CallerOfCall
{
    private static readonly object key = new();

    public static Caller Caller(this ServerCallContext call) => (Caller)call.UserState[key];

    public static void SetCaller(this ServerCallContext call, Caller caller) => call.UserState[key] = caller;
}
