using Grpc.Core;
using Grpc.Net.Client;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

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
        using var channel = Open(address); // not the one of the link: nothing is pinned yet
        return await new EnrolmentService.EnrolmentServiceClient(channel).EnrolAsync(request, Options([], TimeSpan.Zero, cancellationToken));
    }

    /// <summary>Asks how the chapter stands.</summary>
    public async Task<GetEnrolmentResponse> GetEnrolment(HubLink link, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await new EnrolmentService.EnrolmentServiceClient(ChannelTo(link)).GetEnrolmentAsync(
            new GetEnrolmentRequest(), Signed(link, "EnrolmentService/GetEnrolment", TimeSpan.Zero, cancellationToken)));

    /// <summary>Begins a conversation.</summary>
    public async Task<HelloResponse> Hello(HubLink link, HelloRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(link).HelloAsync(request, Signed(link, "ExchangeService/Hello", TimeSpan.Zero, cancellationToken)), request);

    /// <summary>Sends a page.</summary>
    public async Task<PushResponse> Push(HubLink link, PushRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(link).PushAsync(request, Signed(link, "ExchangeService/Push", TimeSpan.Zero, cancellationToken)), request);

    /// <summary>Fetches a page, waiting at the hub for the first new item as long as the request says.</summary>
    public async Task<PullResponse> Pull(HubLink link, PullRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(link).PullAsync(request, Signed(link, "ExchangeService/Pull", TimeSpan.FromSeconds(request.WaitSeconds), cancellationToken)));

    /// <summary>Asks where feeds end.</summary>
    public async Task<HeadsResponse> Heads(HubLink link, HeadsRequest request, CancellationToken cancellationToken) =>
        HubAnswers.Bounded(await Exchange(link).HeadsAsync(request, Signed(link, "ExchangeService/Heads", TimeSpan.Zero, cancellationToken)), request);

    /// <inheritdoc />
    public void Dispose() => open?.Channel.Dispose();

    private ExchangeService.ExchangeServiceClient Exchange(HubLink link) => new(ChannelTo(link));

    private CallOptions Signed(HubLink link, string method, TimeSpan waiting, CancellationToken cancellationToken)
    {
        var (node, key) = speaker();
        var token = CallTokens.Create(key, node, link.Hub, $"/recoverycop.federation.v1.{method}", clock.GetUtcNow());
        return Options(new Metadata { { "authorization", $"Bearer {token}" } }, waiting, cancellationToken);
    }

    private CallOptions Options(Metadata headers, TimeSpan waiting, CancellationToken cancellationToken) =>
        new(headers, clock.GetUtcNow().UtcDateTime.Add(waiting).AddSeconds(options.CallSeconds), cancellationToken);

    private GrpcChannel ChannelTo(HubLink link)
    {
        lock (opening)
        {
            if (open is { } current && current.Address == link.Address)
            {
                return current.Channel;
            }

            open?.Channel.Dispose();
            open = (link.Address, Open(link.Address));
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
