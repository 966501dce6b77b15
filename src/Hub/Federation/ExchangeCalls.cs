using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Hub.Federation;

/// <summary>How signed items travel between an admitted chapter and this hub.</summary>
internal sealed class ExchangeCalls(ThisNode hub, FeedHeads heads, PushedPages pushed, PulledPages pulled, ChapterContacts contacts, ExchangeOptions options, TimeProvider clock)
    : ExchangeService.ExchangeServiceBase
{
    private const uint Protocol = 1;
    private const int EpochBytes = 16;
    private const int LongestVersion = 50;

    public override async Task<HelloResponse> Hello(HelloRequest request, ServerCallContext context)
    {
        var caller = context.Caller().Node;
        if (request.ProtocolMinimum > Protocol || request.ProtocolMaximum < Protocol)
        {
            throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.ProtocolUnsupported);
        }

        if (request.Epoch.Length != EpochBytes)
        {
            throw RpcRefusal.Field("epoch");
        }

        if (request.SoftwareVersion.Length > LongestVersion || request.SoftwareVersion.Any(char.IsControl))
        {
            throw RpcRefusal.Field("software_version");
        }

        await contacts.NoteVersion(caller, request.SoftwareVersion, context.CancellationToken);
        var head = await heads.Of(caller, context.CancellationToken);
        return new HelloResponse
        {
            Protocol = Protocol,
            Limits = Limits(),
            ServerTime = clock.GetUtcNow().ToTimestamp(),
            FeedPosition = (ulong)(head?.Position ?? 0),
            FeedItemId = head is null ? ByteString.Empty : ByteString.CopyFrom(head.LastItem.ToBytes()),
            HubEpoch = ByteString.CopyFrom(hub.Identity.Epoch),
            MinimumSoftwareVersion = options.MinimumSoftwareVersion,
        };
    }

    public override Task<PushResponse> Push(PushRequest request, ServerCallContext context) =>
        pushed.Take(context.Caller().Node, request.Page, context.CancellationToken);

    public override Task<PullResponse> Pull(PullRequest request, ServerCallContext context) =>
        pulled.Give(context.Caller().Node, request, context.Deadline, context.CancellationToken);

    private Limits Limits() => new()
    {
        PullWaitSeconds = (uint)options.PullWaitSeconds,
        ItemsPerDay = (uint)options.ItemsPerDay,
        BytesPerDay = (ulong)options.BytesPerDay,
    };
}
