using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Benchmarks.Federation;

/// <summary>The peer: the same calls over the same loopback, answered by a server that asks nobody's name and believes everything.</summary>
internal sealed class BareExchange : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly GrpcChannel channel;

    private BareExchange(WebApplication app)
    {
        this.app = app;
        channel = GrpcChannel.ForAddress(app.Urls.Single());
        Client = new ExchangeService.ExchangeServiceClient(channel);
    }

    public ExchangeService.ExchangeServiceClient Client { get; }

    /// <summary>Starts the server in front of a table.</summary>
    public static async Task<BareExchange> Start(BareTable table, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(table);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Calls>();
        await app.StartAsync(cancel);
        return new BareExchange(app);
    }

    /// <summary>The cursor behind a position.</summary>
    public static ByteString After(long position)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        return ByteString.CopyFrom(bytes);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private sealed class Calls(BareTable table) : ExchangeService.ExchangeServiceBase
    {
        public override Task<HelloResponse> Hello(HelloRequest request, ServerCallContext context) => Task.FromResult(new HelloResponse());

        public override async Task<PushResponse> Push(PushRequest request, ServerCallContext context)
        {
            await table.Add(request.Page.Entries.SelectMany(e => e.Run.Items).Select(item => item.ToByteArray()), context.CancellationToken);
            return new PushResponse();
        }

        public override async Task<PullResponse> Pull(PullRequest request, ServerCallContext context)
        {
            var after = BinaryPrimitives.ReadInt64BigEndian(request.Cursor.Span);
            var page = await table.After(after, FeedPages.Items, context.CancellationToken);
            return new PullResponse
            {
                Page = FeedPages.Of(new FeedEntry { Run = new SignedRun { Items = { page.Select(ItemWithContent.Parser.ParseFrom) } } }),
                NextCursor = After(after + page.Count),
            };
        }
    }
}
