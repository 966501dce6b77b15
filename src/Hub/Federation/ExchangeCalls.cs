using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>How signed items travel between a chapter and this hub; how much of it a chapter may that is not admitted, each call says.</summary>
internal sealed class ExchangeCalls(ThisNode hub, FeedHeads heads, MissingParts missing, PushedPages pushed, PulledPages pulled, GivenWithdrawals withdrawals, ChapterContacts contacts, ChapterFeeds feeds, ComingBack comingBack, ExchangeOptions options, DiskRoom room, TimeProvider clock)
    : ExchangeService.ExchangeServiceBase
{
    private const uint Protocol = 1;
    private const int EpochBytes = 16;
    private const int LongestVersion = 50;
    private const int MostContentsWanted = 1000;
    private const int MostHeads = 1000;

    public override async Task<HelloResponse> Hello(HelloRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
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

        if (!caller.ByRecoveryKey && caller.Known.Feed.PastEpochs.Contains(request.Epoch))
        {
            throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.EpochSuperseded);
        }

        await contacts.NoteHello(caller.Node, new(request.SoftwareVersion, HealthOf(request), ProvenAt(request)), context.CancellationToken);
        if (caller.ByRecoveryKey)
        {
            await feeds.Of(caller.Node).HoldBack();
        }
        else if (caller.IsAdmitted)
        {
            comingBack.Heard(caller.Node, request.HubFeedPosition);
        }

        return new HelloResponse
        {
            Protocol = Protocol,
            Limits = Limits(),
            ServerTime = clock.GetUtcNow().ToTimestamp(),
            FeedPosition = caller.Known.Feed.Position,
            FeedItemId = caller.Known.Feed.LastItemId is { } item ? ByteString.CopyFrom(item.ToBytes()) : ByteString.Empty,
            HubEpoch = ByteString.CopyFrom(await hub.Epoch(context.CancellationToken)),
            MinimumSoftwareVersion = options.MinimumSoftwareVersion,
            ComingBack = hub.IsSilent,
            ContentsWanted = { caller.IsAdmitted && !room.IsLow ? await missing.ContentsOf(caller.Node, MostContentsWanted, context.CancellationToken) : [] },
        };
    }

    public override Task<PushResponse> Push(PushRequest request, ServerCallContext context) =>
        pushed.Take(context.Caller(), request.Page, context.CancellationToken);

    public override Task<PullResponse> Pull(PullRequest request, ServerCallContext context) =>
        pulled.Give(context.Caller(), request, context.Deadline, context.CancellationToken);

    public override async Task<HeadsResponse> Heads(HeadsRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        if (caller.ByRecoveryKey)
        {
            throw RpcRefusal.Of(StatusCode.PermissionDenied, Reason.RecoveryKeyLimited);
        }

        if (request.AfterNodeId.Length > 0 && !NodeId.TryParse(request.AfterNodeId, out _))
        {
            throw RpcRefusal.Field("after_node_id");
        }

        // The cursor first: what comes after it is pulled, and may be in the heads as well.
        var cursor = await pulled.CursorAtEnd(context.CancellationToken);
        var found = await heads.After(request.AfterNodeId, MostHeads + 1, context.CancellationToken);
        return new HeadsResponse
        {
            Heads =
            {
                found.Take(MostHeads).Where(h => h.Node != caller.Node)
                    .Select(h => new RecoveryCoP.Federation.V1.FeedHead { NodeId = h.Node.Value, Position = (ulong)h.Position, ItemId = ByteString.CopyFrom(h.LastItem.ToBytes()) }),
            },
            More = found.Count > MostHeads,
            Cursor = cursor,
        };
    }

    public override Task<WithdrawalsResponse> Withdrawals(WithdrawalsRequest request, ServerCallContext context) =>
        withdrawals.Give(context.Caller(), request, context.CancellationToken);

    // What a later version may say more, this one does not show.
    private static NodeHealth HealthOf(HelloRequest request) => System.Enum.IsDefined(request.Health) ? request.Health : NodeHealth.Unspecified;

    // For the operator's eyes only: no chapter is cut off because its clock is wrong.
    private DateTimeOffset? ProvenAt(HelloRequest request) =>
        request.RestoreProvenAt is { Nanos: >= 0 and < 1_000_000_000, Seconds: >= 0 } at && at.Seconds <= clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds() ? at.ToDateTimeOffset() : null;

    private Limits Limits() => new()
    {
        PullWaitSeconds = (uint)options.PullWaitSeconds,
        ItemsPerDay = (uint)options.ItemsPerDay,
        BytesPerDay = (ulong)options.BytesPerDay,
    };
}
