using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Finds out which chapter calls, by its token, and whether it may.</summary>
internal sealed class Callers(ThisNode hub, EnrolmentStore enrolments, FeedHeads heads, TimeProvider clock)
{
    /// <summary>The chapter that made the token. Refused with the token's fault, or when it never enrolled here.</summary>
    public async Task<EnrolledChapter> Identify(ServerCallContext call)
    {
        EnrolledChapter? chapter = null;
        var verifier = new CallTokenVerifier(
            hub.Identity.Id,
            async node =>
            {
                chapter = await enrolments.Find(node, call.CancellationToken);
                return chapter is null ? null : await KeyOf(chapter, call.CancellationToken);
            },
            clock);
        var verdict = await verifier.Verify(call.RequestHeaders.GetValue("authorization"), call.Method);
        return verdict.Caller is not null ? chapter!
            : verdict.ServerTime.Length > 0 ? throw RpcRefusal.Of(StatusCode.Unauthenticated, verdict.Reason, ("server_time", verdict.ServerTime))
            : throw RpcRefusal.Of(StatusCode.Unauthenticated, verdict.Reason);
    }

    /// <summary>Refuses a chapter that may not exchange.</summary>
    public static void DemandAdmission(EnrolledChapter chapter)
    {
        var reason = chapter.Enrolment.Standing switch
        {
            Standing.Admitted => Reason.Unspecified,
            Standing.Suspended => Reason.Suspended,
            Standing.Revoked => Reason.Revoked,
            _ => Reason.NotAdmitted,
        };
        if (reason != Reason.Unspecified)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, reason);
        }
    }

    /// <summary>Refuses a chapter that was suspended or revoked while its call was waiting: revocation has no delay.</summary>
    public async Task DemandAdmissionStill(NodeId caller, CancellationToken cancellationToken) =>
        DemandAdmission((await enrolments.Find(caller, cancellationToken))!);

    // Until it is admitted a chapter's feed is its genesis, which waits in its enrolment.
    private async ValueTask<VerifyingKey?> KeyOf(EnrolledChapter chapter, CancellationToken cancellationToken)
    {
        var feed = await heads.State(chapter.Node, cancellationToken);
        return feed.NodeId is null
            ? FeedVerifier.VerifyGenesis(chapter.Beginning.Entries[0].KeyStatement).Next.Keys.Current
            : feed.Keys.Current;
    }
}

/// <summary>Who makes a call, once <see cref="CallGuard"/> has let it in.</summary>
internal static class CallerOfCall
{
    private static readonly object key = new();

    public static EnrolledChapter Caller(this ServerCallContext call) => (EnrolledChapter)call.UserState[key];

    public static void SetCaller(this ServerCallContext call, EnrolledChapter chapter) => call.UserState[key] = chapter;
}
