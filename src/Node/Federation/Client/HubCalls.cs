using Grpc.Core;
using Grpc.Net.Client;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Federation.Client;

/// <summary>
/// Calls a hub: each call with a deadline and, except enrolment, with a token of its own. One channel an address,
/// kept open; it finds its way back by itself when the hub has been away.
/// </summary>
/// <param name="speaker">Who calls, and the key that signs the tokens.</param>
/// <param name="options">How long to wait.</param>
/// <param name="clock">The caller's time.</param>
public sealed class HubCalls(Func<(NodeId Node, SigningKey Key)> speaker, SyncOptions options, TimeProvider clock) : IDisposable
{
    // A page of pulled items may have a content of the largest size beside others.
    private const int LargestReply = 16 * 1024 * 1024;

    private readonly Lock opening = new();
    private (string Address, GrpcChannel Channel)? open;

    /// <summary>Gives a code to a hub. The code is the permission: there is no token.</summary>
    public async Task<EnrolResponse> Enrol(string address, EnrolRequest request, CancellationToken cancellationToken)
    {
        using var channel = Open(address); // not the one that is kept open: nothing is pinned yet
        return await new EnrolmentService.EnrolmentServiceClient(channel).EnrolAsync(request, Options([], TimeSpan.Zero, cancellationToken));
    }

    /// <summary>Asks with a code which templates a hub released. There is no token, and nothing is pinned.</summary>
    public async Task<GetTemplatesResponse> GetTemplates(string address, GetTemplatesRequest request, CancellationToken cancellationToken)
    {
        using var channel = Open(address);
        return HubAnswers.Bounded(await new EnrolmentService.EnrolmentServiceClient(channel).GetTemplatesAsync(request, Options([], TimeSpan.Zero, cancellationToken)));
    }

    /// <summary>Asks how the chapter stands.</summary>
    public async Task<GetEnrolmentResponse> GetEnrolment(HubEndpoint hub, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await new EnrolmentService.EnrolmentServiceClient(ChannelTo(hub)).GetEnrolmentAsync(
            new GetEnrolmentRequest(), Signed(hub, "EnrolmentService/GetEnrolment", TimeSpan.Zero, cancellationToken)));

    /// <summary>
    /// Asks how the chapter stands at an address that is not kept yet, over a channel of its own: the exchange goes on at the other one meanwhile, and each would
    /// close the other's.
    /// </summary>
    public async Task<GetEnrolmentResponse> TryEnrolment(HubEndpoint hub, CancellationToken cancellationToken)
    {
        using var channel = Open(hub.Address);
        return HubAnswers.Bounded(await new EnrolmentService.EnrolmentServiceClient(channel).GetEnrolmentAsync(
            new GetEnrolmentRequest(), Signed(hub, "EnrolmentService/GetEnrolment", TimeSpan.Zero, cancellationToken)));
    }

    /// <summary>Begins a conversation.</summary>
    public async Task<HelloResponse> Hello(HubEndpoint hub, HelloRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(hub).HelloAsync(request, Signed(hub, "ExchangeService/Hello", TimeSpan.Zero, cancellationToken)), request);

    /// <summary>Sends a page.</summary>
    public async Task<PushResponse> Push(HubEndpoint hub, PushRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(hub).PushAsync(request, Signed(hub, "ExchangeService/Push", TimeSpan.Zero, cancellationToken)), request);

    /// <summary>Fetches a page, waiting at the hub for the first new item as long as the request says.</summary>
    public async Task<PullResponse> Pull(HubEndpoint hub, PullRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(hub).PullAsync(request, Signed(hub, "ExchangeService/Pull", TimeSpan.FromSeconds(request.WaitSeconds), cancellationToken)));

    /// <summary>Asks where feeds end.</summary>
    public async Task<HeadsResponse> Heads(HubEndpoint hub, HeadsRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(hub).HeadsAsync(request, Signed(hub, "ExchangeService/Heads", TimeSpan.Zero, cancellationToken)), request);

    /// <summary>Asks what was taken back, when nothing else is given.</summary>
    public async Task<WithdrawalsResponse> Withdrawals(HubEndpoint hub, WithdrawalsRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(hub).WithdrawalsAsync(request, Signed(hub, "ExchangeService/Withdrawals", TimeSpan.Zero, cancellationToken)));

    /// <inheritdoc />
    public void Dispose() => open?.Channel.Dispose();

    private ExchangeService.ExchangeServiceClient Exchange(HubEndpoint hub) => new(ChannelTo(hub));

    private CallOptions Signed(HubEndpoint hub, string method, TimeSpan waiting, CancellationToken cancellationToken)
    {
        var (node, key) = speaker();
        var token = CallTokens.Create(key, node, hub.Hub, $"/recoverycop.federation.v1.{method}", clock.GetUtcNow());
        return Options(new Metadata { { "authorization", $"Bearer {token}" } }, waiting, cancellationToken);
    }

    private CallOptions Options(Metadata headers, TimeSpan waiting, CancellationToken cancellationToken) =>
        new(headers, clock.GetUtcNow().UtcDateTime.Add(waiting).AddSeconds(options.CallSeconds), cancellationToken);

    private GrpcChannel ChannelTo(HubEndpoint hub)
    {
        lock (opening)
        {
            if (open is { } current && current.Address == hub.Address)
            {
                return current.Channel;
            }

            open?.Channel.Dispose();
            open = (hub.Address, Open(hub.Address));
            return open.Value.Channel;
        }
    }

    // Over http, gRPC speaks HTTP/2 from the first byte; over https it agrees on it with the server.
    // The client is ours, not the channel's: a channel that holds the handler itself remembers that the hub was away and refuses calls
    // from memory for up to two minutes. When to try again is the exchange's own decision, and a person's who asks for a round.
    private GrpcChannel Open(string address) => GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        DisposeHttpClient = true,
        MaxReceiveMessageSize = LargestReply,
        HttpClient = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(options.ConnectSeconds),
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(options.CallSeconds),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(options.ConnectSeconds),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // every call has a deadline of its own
        },
    });
}
