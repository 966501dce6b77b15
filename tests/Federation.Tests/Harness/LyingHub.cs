using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>
/// Answers in a hub's place: passes each call on to it with the caller's own token, and changes what it answers as told. It has nobody's key.
/// A token is made for a hub and not for an address, so that neither of the two notices.
/// </summary>
public sealed class LyingHub : IAsyncDisposable
{
    private readonly int _port = FreePorts.Take();
    private readonly GrpcChannel _hub;
    private readonly WebApplication _app;
    private Telling _now = new(null);

    private LyingHub(TestNode hub)
    {
        _hub = GrpcChannel.ForAddress(hub.GrpcAddress);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<EnrolmentDesk>();
        _app.MapGrpcService<ExchangeDesk>();
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>True once the lie was told, and whoever was told it has called again and again since.</summary>
    public bool WasHeard => Volatile.Read(ref _now).CallsSinceTold >= 2;

    public static async Task<LyingHub> InFrontOf(TestNode hub, CancellationToken cancel)
    {
        var liar = new LyingHub(hub);
        await liar._app.StartAsync(cancel);
        return liar;
    }

    /// <summary>From now on, and in answers that are waited for: this lie, or nothing but the truth.</summary>
    public void Tell(Lie? lie) => Volatile.Write(ref _now, new(lie));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _hub.Dispose();
    }

    private async Task<T> Pass<T>(IMessage asked, ServerCallContext call, Func<CallOptions, AsyncUnaryCall<T>> hub) where T : class, IMessage<T>
    {
        var telling = Volatile.Read(ref _now);
        telling.Called();
        if (telling.Lie?.Instead?.Invoke(asked) is { } made)
        {
            telling.Told();
            return (T)made;
        }

        T answer;
        try
        {
            var headers = new Metadata { { "authorization", call.RequestHeaders.GetValue("authorization") ?? "" } };
            answer = await hub(new CallOptions(headers, call.Deadline, call.CancellationToken));
        }
        catch (RpcException refused)
        {
            throw new RpcException(refused.Status, refused.Trailers);
        }

        // What is told by now, however long the hub was waited for.
        telling = Volatile.Read(ref _now);
        try
        {
            if (telling.Lie?.Distort?.Invoke(asked, answer) == true)
            {
                telling.Told();
            }
        }
        catch (RpcException)
        {
            telling.Told();
            throw;
        }

        return answer;
    }

    private sealed class Telling(Lie? lie)
    {
        private int _callsSinceTold = -1;

        public Lie? Lie => lie;

        public int CallsSinceTold => Volatile.Read(ref _callsSinceTold);

        public void Told() => Interlocked.CompareExchange(ref _callsSinceTold, 0, -1);

        public void Called()
        {
            if (CallsSinceTold >= 0)
            {
                Interlocked.Increment(ref _callsSinceTold);
            }
        }
    }

    private sealed class EnrolmentDesk(LyingHub liar) : EnrolmentService.EnrolmentServiceBase
    {
        private readonly EnrolmentService.EnrolmentServiceClient _hub = new(liar._hub);

        public override Task<GetEnrolmentResponse> GetEnrolment(GetEnrolmentRequest request, ServerCallContext context) =>
            liar.Pass(request, context, options => _hub.GetEnrolmentAsync(request, options));
    }

    private sealed class ExchangeDesk(LyingHub liar) : ExchangeService.ExchangeServiceBase
    {
        private readonly ExchangeService.ExchangeServiceClient _hub = new(liar._hub);

        public override Task<HelloResponse> Hello(HelloRequest request, ServerCallContext context) => liar.Pass(request, context, options => _hub.HelloAsync(request, options));

        public override Task<PushResponse> Push(PushRequest request, ServerCallContext context) => liar.Pass(request, context, options => _hub.PushAsync(request, options));

        public override Task<PullResponse> Pull(PullRequest request, ServerCallContext context) => liar.Pass(request, context, options => _hub.PullAsync(request, options));

        public override Task<HeadsResponse> Heads(HeadsRequest request, ServerCallContext context) => liar.Pass(request, context, options => _hub.HeadsAsync(request, options));

        public override Task<WithdrawalsResponse> Withdrawals(WithdrawalsRequest request, ServerCallContext context) => liar.Pass(request, context, options => _hub.WithdrawalsAsync(request, options));
    }
}

/// <summary>Something else than a hub would say.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Instead">An answer that is given without asking the hub; null for a question that this is no answer to. May throw a refusal.</param>
/// <param name="Distort">Changes the hub's answer to a question, or throws a refusal in its place; false where it left it as it was.</param>
public sealed record Lie(string Name, Func<IMessage, IMessage?>? Instead = null, Func<IMessage, IMessage, bool>? Distort = null)
{
    public override string ToString() => Name;
}
