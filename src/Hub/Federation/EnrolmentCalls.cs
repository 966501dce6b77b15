using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>What a chapter asks to come to this hub. What it sends is verified as any feed is; it waits until an operator has compared the six words.</summary>
internal sealed class EnrolmentCalls(EnrolmentStore enrolments, OwnFeed feed) : EnrolmentService.EnrolmentServiceBase
{
    private const int FirstItems = 20;

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
        var enrolment = context.Caller().Enrolment;
        return Task.FromResult(new GetEnrolmentResponse { State = StateOf(enrolment.Standing), Since = enrolment.Since.ToTimestamp(), Message = enrolment.Message });
    }

    private async Task<EnrolResponse> Answer(NodeId chapter, CancellationToken cancellationToken)
    {
        var known = await enrolments.Find(chapter, cancellationToken);
        var first = (await feed.After(0, FirstItems, ItemStore.PageBytes, cancellationToken)).Items;
        return new EnrolResponse
        {
            State = StateOf(known!.Enrolment.Standing),
            HubGenesis = first[0].ToItem().Item,
            HubProfile = first.First(i => i.PayloadType == NodeProfile.Descriptor.FullName).ToItem(),
        };
    }

    private static NewChapter Verified(EnrolRequest request)
    {
        var genesis = Accepted(FeedState.Empty, new ItemWithContent { Item = request.Genesis }, "genesis");
        var profile = Accepted(genesis.Next, request.Profile, "profile");
        return profile is { Payload: NodeProfile, Content: NodeProfileContent content }
            ? new NewChapter(genesis.Next.NodeId!.Value, content.NameFr, content.NameEn, request.Genesis, request.Profile)
            : throw RpcRefusal.Field("profile");
    }

    private static Verdict Accepted(FeedState before, ItemWithContent? item, string field)
    {
        if (item?.Item is null)
        {
            throw RpcRefusal.Field(field);
        }

        var verdict = FeedVerifier.Verify(before, item, ContentRule.Required);
        return verdict.Kind == VerdictKind.Accepted
            ? verdict
            : throw RpcRefusal.Of(StatusCode.InvalidArgument, verdict.Reason, ("field", verdict.Field.Length > 0 ? $"{field}.{verdict.Field}" : field));
    }

    private static EnrolmentState StateOf(Standing standing) => standing switch
    {
        Standing.Pending => EnrolmentState.Pending,
        Standing.Admitted => EnrolmentState.Admitted,
        Standing.Suspended => EnrolmentState.Suspended,
        _ => EnrolmentState.Revoked,
    };
}
