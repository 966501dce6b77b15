using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Federation;

/// <summary>A hub in memory, over real gRPC, that does as a test tells it.</summary>
public sealed class FakeHub : IAsyncDisposable
{
    private readonly int _port = FreePorts.Take();
    private WebApplication? _app;

    public FakeHub()
    {
        Feed = new FakeFeed();
        Others.AddRange(Feed.Entries);
    }

    public string Address => $"{(Certificate is null ? "http" : "https")}://127.0.0.1:{_port}";

    /// <summary>With what it proves who it is; nothing where its port speaks without TLS.</summary>
    public X509Certificate2? Certificate { get; set; }

    public FakeFeed Feed { get; }

    public EnrolmentState State { get; set; } = EnrolmentState.Admitted;

    public string Message { get; set; } = "";

    public byte[] Epoch { get; set; } = new byte[16];

    /// <summary>Everybody else's entries, in the hub's order.</summary>
    public List<FeedEntry> Others { get; } = [];

    /// <summary>What it says of withdrawals to a chapter that it has stopped.</summary>
    public List<ItemProof> Withdrawals { get; } = [];

    /// <summary>What it gives to whoever has a code.</summary>
    public List<ItemProof> Templates { get; } = [];

    /// <summary>What the chapter pushed and the hub kept.</summary>
    public List<FeedEntry> Pushed { get; } = [];

    /// <summary>What the chapter gave back of other feeds.</summary>
    public List<FeedEntry> Given { get; } = [];

    public FeedState Chapter { get; set; } = FeedState.Empty;

    public List<string> Calls { get; } = [];

    public string? CodeGiven { get; private set; }

    /// <summary>Thrown before a call does anything, by the call's name.</summary>
    public Func<string, RpcException?> Refuse { get; set; } = _ => null;

    /// <summary>Runs after a call did its work and before its answer leaves.</summary>
    public Func<string, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    public TimeSpan ClockBehind { get; set; }

    /// <summary>Changes an answer before it leaves: what a hub that lies or is broken would say.</summary>
    public Action<IMessage> Distort { get; set; } = _ => { };

    public EnrolmentCode NewCode() => EnrolmentCode.Create(Feed.Id);

    public async Task<FakeHub> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (Certificate is not null)
            {
                listen.UseHttps(Certificate);
            }
        }));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<EnrolmentDesk>();
        _app.MapGrpcService<ExchangeDesk>();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public async Task Stop()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await Stop();

    private async Task Enter(string call, ServerCallContext? token)
    {
        Calls.Add(call);
        if (Refuse(call) is { } refusal)
        {
            throw refusal;
        }

        if (token is not null)
        {
            var verdict = await new CallTokenVerifier(Feed.Id, node => ValueTask.FromResult(node == Chapter.NodeId ? Chapter.Keys : null), TimeProvider.System)
                .Verify(token.RequestHeaders.GetValue("authorization"), token.Method);
            Assert.True(verdict.Reason == Reason.Unspecified, $"The token of {call}: {verdict.Reason}");
            Assert.InRange(token.Deadline, DateTime.MinValue, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(61));
        }
    }

    private async Task EnterAdmitted(string call, ServerCallContext token)
    {
        await Enter(call, token);
        if (State != EnrolmentState.Admitted)
        {
            throw A_failed_call.RefusalFor(StatusCode.PermissionDenied, State == EnrolmentState.Pending ? "NOT_ADMITTED" : State.ToString().ToUpperInvariant());
        }
    }

    private T Told<T>(T answer) where T : IMessage
    {
        Distort(answer);
        return answer;
    }

    private EntryResult Take(FeedEntry entry)
    {
        var verdict = FeedVerifier.Verify(Chapter, entry);
        var known = Pushed.Any(p => p.LastId() == entry.LastId());
        if (!known && verdict.IsLink)
        {
            Chapter = verdict.Next;
            Pushed.Add(entry);
        }

        return new EntryResult
        {
            Status = known ? PushStatus.Duplicate : verdict.IsLink ? PushStatus.Accepted : PushStatus.Rejected,
            Reason = known ? "" : verdict.ReasonCode,
        };
    }

    private sealed class EnrolmentDesk(FakeHub hub) : EnrolmentService.EnrolmentServiceBase
    {
        public override async Task<EnrolResponse> Enrol(EnrolRequest request, ServerCallContext context)
        {
            await hub.Enter("Enrol", null);
            hub.CodeGiven = request.Code;
            Assert.All(request.Beginning.Entries, entry => hub.Take(entry));
            return new EnrolResponse { HubBeginning = FeedPages.Of(hub.Feed.Entries.Take(2)), State = hub.State };
        }

        public override async Task<GetEnrolmentResponse> GetEnrolment(GetEnrolmentRequest request, ServerCallContext context)
        {
            await hub.Enter("GetEnrolment", context);
            return hub.Told(new GetEnrolmentResponse { State = hub.State, Since = new Timestamp { Seconds = 1_790_000_000 }, Message = hub.Message });
        }

        // One an answer.
        public override async Task<GetTemplatesResponse> GetTemplates(GetTemplatesRequest request, ServerCallContext context)
        {
            await hub.Enter("GetTemplates", null);
            hub.CodeGiven = request.Code;
            var waiting = hub.Templates.Where(t => Envelope.Parser.ParseFrom(t.Item.Item.Payload).At.Position > request.After).ToList();
            return hub.Told(new GetTemplatesResponse { Releases = { waiting.Take(1) }, More = waiting.Count > 1 });
        }
    }

    private sealed class ExchangeDesk(FakeHub hub) : ExchangeService.ExchangeServiceBase
    {
        public override async Task<HelloResponse> Hello(HelloRequest request, ServerCallContext context)
        {
            await hub.Enter("Hello", context);
            if (hub.Chapter.PastEpochs.Contains(request.Epoch))
            {
                throw A_failed_call.RefusalFor(StatusCode.FailedPrecondition, "EPOCH_SUPERSEDED");
            }

            return hub.Told(new HelloResponse
            {
                Protocol = 1,
                ServerTime = (TimeProvider.System.GetUtcNow() - hub.ClockBehind).ToTimestamp(),
                FeedPosition = hub.Chapter.Position,
                FeedItemId = hub.Chapter.LastItemId is { } last ? ByteString.CopyFrom(last.ToBytes()) : ByteString.Empty,
                HubEpoch = ByteString.CopyFrom(hub.Epoch),
                Limits = new Limits { PullWaitSeconds = 30 },
            });
        }

        public override async Task<PushResponse> Push(PushRequest request, ServerCallContext context)
        {
            await hub.Enter("Push", context);
            var answer = new PushResponse();
            foreach (var entry in request.Page.Entries)
            {
                if (entry.NodeId != hub.Chapter.NodeId!.Value.Value)
                {
                    hub.Given.Add(entry);
                    answer.Results.Add(new EntryResult { Status = PushStatus.Accepted });
                    continue;
                }

                answer.Results.Add(hub.Take(entry));
                if (answer.Results[^1].Status == PushStatus.Rejected)
                {
                    break;
                }
            }

            answer.FeedPosition = hub.Chapter.Position;
            await hub.BeforeAnswer("Push");
            return hub.Told(answer);
        }

        public override async Task<PullResponse> Pull(PullRequest request, ServerCallContext context)
        {
            await (request.OwnFeed ? hub.Enter("Pull", context) : hub.EnterAdmitted("Pull", context));
            if (request.Ranges.Count > 0)
            {
                var covering = hub.Others.Where(e => request.Ranges.Any(r => IsIn(e, r))).ToList();
                return hub.Told(new PullResponse { Page = FeedPages.Of(covering.Take(2)), More = covering.Count > 2 });
            }

            var all = request.OwnFeed ? hub.Pushed : hub.Others;
            var after = After(request.Cursor, all.Count);
            var page = all.Skip(after).Take(2).ToList();
            await hub.BeforeAnswer("Pull");
            return hub.Told(new PullResponse
            {
                Page = FeedPages.Of(page),
                NextCursor = CursorOf(after + page.Count),
                More = after + page.Count < all.Count,
            });
        }

        public override async Task<HeadsResponse> Heads(HeadsRequest request, ServerCallContext context)
        {
            await hub.EnterAdmitted("Heads", context);
            return hub.Told(new HeadsResponse
            {
                Heads =
                {
                    hub.Others.GroupBy(e => e.NodeId).OrderBy(f => f.Key, StringComparer.Ordinal)
                        .Select(f => new FeedHead { NodeId = f.Key, Position = FeedVerifier.Claimed(f.Last())!.Value.To, ItemId = ByteString.CopyFrom(f.Last().LastId().ToBytes()) }),
                },
                Cursor = CursorOf(hub.Others.Count),
            });
        }

        public override async Task<WithdrawalsResponse> Withdrawals(WithdrawalsRequest request, ServerCallContext context)
        {
            await hub.Enter("Withdrawals", context);
            var after = After(request.Cursor, hub.Withdrawals.Count);
            return hub.Told(new WithdrawalsResponse
            {
                Withdrawals = { hub.Withdrawals.Skip(after).Take(1) }, NextCursor = CursorOf(Math.Min(after + 1, hub.Withdrawals.Count)), More = after + 1 < hub.Withdrawals.Count,
            });
        }

        private static bool IsIn(FeedEntry entry, FeedRange range) =>
            entry.NodeId == range.NodeId && FeedVerifier.Claimed(entry) is { } at && at.To >= range.From && (range.To == 0 || at.From <= range.To);

        private ByteString CursorOf(int position)
        {
            var bytes = new byte[20];
            hub.Epoch.CopyTo(bytes, 0);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), position);
            return ByteString.CopyFrom(bytes);
        }

        private int After(ByteString cursor, int end)
        {
            if (cursor.IsEmpty)
            {
                return 0;
            }

            var position = BinaryPrimitives.ReadInt32BigEndian(cursor.Span[16..]);
            return !cursor.Span[..16].SequenceEqual(hub.Epoch) ? throw A_failed_call.RefusalFor(StatusCode.FailedPrecondition, "EPOCH_CHANGED")
                : position > end ? throw A_failed_call.RefusalFor(StatusCode.FailedPrecondition, "FUTURE_CURSOR")
                : position;
        }
    }
}
