using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>What a chapter asks to come to this hub. What it sends is verified as any feed is; it waits until an operator has compared the six words.</summary>
internal sealed class EnrolmentCalls(EnrolmentStore enrolments, EnrolmentCodes codes, OwnFeed feed, HubReleases releases, Proofs proofs) : EnrolmentService.EnrolmentServiceBase
{
    public override async Task<EnrolResponse> Enrol(EnrolRequest request, ServerCallContext context)
    {
        var hash = EnrolmentCode.HashOf(request.Code) ?? throw RpcRefusal.Of(StatusCode.NotFound, Reason.CodeUnknown);
        var chapter = Verified(request);
        switch (await enrolments.Enrol(hash, chapter, context.CancellationToken))
        {
            case CodeUse.Unknown: throw RpcRefusal.Of(StatusCode.NotFound, Reason.CodeUnknown);
            case CodeUse.Expired: throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.CodeExpired);
            case CodeUse.ByRevoked: throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.Revoked);
            case CodeUse.ByAnother: throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.CodeUsed);
            default: return await Answer(chapter.Node, context.CancellationToken);
        }
    }

    public override Task<GetEnrolmentResponse> GetEnrolment(GetEnrolmentRequest request, ServerCallContext context)
    {
        var enrolment = context.Caller().Known.Chapter.Enrolment;
        return Task.FromResult(new GetEnrolmentResponse { State = enrolment.Standing, Since = enrolment.Since.ToTimestamp(), Message = enrolment.Message });
    }

    public override async Task<GetTemplatesResponse> GetTemplates(GetTemplatesRequest request, ServerCallContext context)
    {
        var hash = EnrolmentCode.HashOf(request.Code) ?? throw RpcRefusal.Of(StatusCode.NotFound, Reason.CodeUnknown);
        switch (await codes.Look(hash, context.CancellationToken))
        {
            case CodeUse.Unknown: throw RpcRefusal.Of(StatusCode.NotFound, Reason.CodeUnknown);
            case CodeUse.Expired: throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.CodeExpired);
        }

        var (answer, bytes) = (new GetTemplatesResponse(), 0);
        var newest = (await releases.Newest(context.CancellationToken)).Where(offer => offer.Head.Value is not null).Select(offer => offer.Release);
        foreach (var release in newest.Where(r => (ulong)r.FeedPosition > request.After).OrderBy(r => r.FeedPosition))
        {
            // Withdrawn since, it has no content; the next one may have.
            if (await proofs.Of(ItemId.FromBytes(release.ItemId), context.CancellationToken) is not { Item.Content: not null } proof)
            {
                continue;
            }

            bytes += proof.CalculateSize();
            if (bytes > FeedPages.Bytes && answer.Releases.Count > 0)
            {
                answer.More = true;
                break;
            }

            answer.Releases.Add(proof);
        }

        return answer;
    }

    private async Task<EnrolResponse> Answer(NodeId chapter, CancellationToken cancellationToken)
    {
        var known = await enrolments.Find(chapter, cancellationToken);
        return new EnrolResponse { State = known!.Enrolment.Standing, HubBeginning = BeginningOf(await feed.After(0, cancellationToken)) };
    }

    // The genesis, and the first run: a feed is founded with a profile.
    private static FeedPage BeginningOf(StoredPage first) => FeedPages.Of(first.Entries.Take(2).Select(e => e.Entry));

    private static NewChapter Verified(EnrolRequest request)
    {
        if (request.Beginning is not { Entries: [{ KeyStatement: not null } first, { Run.Items.Count: 1 } second] } beginning || FeedPages.IsTooLarge(beginning))
        {
            throw RpcRefusal.Field("beginning");
        }

        var genesis = Accepted(FeedState.Empty, first, 0);
        var profile = Accepted(genesis.Next, second, 1);
        return profile.Items is [{ Payload: NodeProfile, Content: { } content }]
            ? new NewChapter(genesis.Next.NodeId!.Value, NodeProfileContent.Parser.ParseFrom(content.Bytes), beginning)
            : throw RpcRefusal.Field("beginning.entries[1]");
    }

    private static Verdict Accepted(FeedState before, FeedEntry entry, int place)
    {
        var verdict = FeedVerifier.Verify(before, entry);
        var reason = verdict.IsLink ? verdict.Items[0].Quarantined : verdict.Reason;
        var isOfTheFeed = verdict.Next.NodeId?.Value == entry.NodeId;
        return verdict.IsLink && reason == Reason.Unspecified && isOfTheFeed
            ? verdict
            : throw RpcRefusal.Of(StatusCode.InvalidArgument, isOfTheFeed || !verdict.IsLink ? reason : Reason.WrongNode, ("field", $"beginning.entries[{place}]"));
    }
}
