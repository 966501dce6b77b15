using Google.Protobuf;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>A founded hub that listens on free loopback ports, as a chapter meets it.</summary>
public sealed class RunningHub : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    private RunningHub(TemporaryFolder folder, WebApplication app, int webPort, int grpcPort)
    {
        this.folder = folder;
        this.app = app;
        Web = new Uri($"http://127.0.0.1:{webPort}");
        Grpc = new Uri($"http://127.0.0.1:{grpcPort}");
        Channel = GrpcChannel.ForAddress(Grpc);
    }

    public Uri Web { get; }

    public Uri Grpc { get; }

    public GrpcChannel Channel { get; }

    public Actor Operator { get; } = new(new Guid("0197a7a0-0000-7000-8000-000000000001"), ["operator"]);

    public NodeId Id => Get<ThisNode>().Identity.Id;

    public Database Database => Get<Database>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IServiceProvider Services => app.Services;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<RunningHub> Start(string? postgres, params (string Key, string Value)[] settings) => Start(postgres, null, settings);

    /// <summary>The same, and what it logs is kept there.</summary>
    public static async Task<RunningHub> Start(string? postgres, KeptLog? log, params (string Key, string Value)[] settings)
    {
        var hub = await Made(postgres, log, settings);
        await hub.app.StartAsync(Cancel);
        return hub;
    }

    /// <summary>A founded hub that does not run, as verbs find it on a server where nobody has started it.</summary>
    public static Task<RunningHub> Stopped(string? postgres, params (string Key, string Value)[] settings) => Made(postgres, null, settings);

    private static async Task<RunningHub> Made(string? postgres, KeptLog? log, (string Key, string Value)[] settings)
    {
        var folder = new TemporaryFolder();
        var (web, grpc) = (FreePorts.Take(), FreePorts.Take());
        var said = new Dictionary<string, string?>
        {
            ["Node:DataFolder"] = folder.Folder("data"),
            ["Node:Listen"] = $"http://127.0.0.1:{web}",
            ["Node:GrpcListen"] = $"http://127.0.0.1:{grpc}",
            ["Storage:Engine"] = postgres is null ? "Sqlite" : "PostgreSql",
            ["Storage:ConnectionString"] = postgres ?? "",
            ["Exchange:PageAheadSeconds"] = "1",
        };
        foreach (var (key, value) in settings)
        {
            said[key] = value;
        }

        var app = await new NodeProgram(HubNode.Kind, services => AddFeatures(services, log), typeof(HubNode).Assembly).Build(NodeSettings.Load(HubNode.Kind, said), Cancel);
        await Found(app);
        return new RunningHub(folder, app, web, grpc);
    }

    /// <summary>A code of the operator's, as a chapter's steward would have typed it.</summary>
    public async Task<EnrolmentCode> NewCode() => (await Get<EnrolmentCodes>().Make(Operator, "", Cancel)).Value!;

    /// <summary>A chapter that has enrolled and been let in.</summary>
    public Task<SampleChapter> Admitted() => Admitted(new SampleChapter(this));

    /// <inheritdoc cref="Admitted()" />
    public async Task<SampleChapter> Admitted(SampleChapter chapter)
    {
        await chapter.Enrol(await NewCode());
        await Admit(chapter);
        return chapter;
    }

    public async Task Admit(SampleChapter chapter)
    {
        var outcome = await Get<Admissions>().Admit(await Enrolled(chapter), Operator, wordsMatch: true, Cancel);
        Assert.Empty(outcome.Refusals);
    }

    public async Task Decide(SampleChapter chapter, Func<ChapterEnrolment, Result<ChapterEnrolment>> rule)
    {
        var outcome = await Get<EnrolmentStore>().Decide((await Enrolled(chapter)).Enrolment, Operator, rule, Cancel);
        Assert.Empty(outcome.Refusals);
    }

    public async Task<EnrolledChapter> Enrolled(SampleChapter chapter) => (await Get<EnrolmentStore>().Find(chapter.Id, Cancel))!;

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
    }

    private static void AddFeatures(IServiceCollection services, KeptLog? log)
    {
        HubNode.AddFeatures(services);
        if (log is not null)
        {
            services.AddSingleton<ILoggerProvider>(log);
        }

        services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, ActingAs>();
    }

    private static async Task Found(WebApplication app)
    {
        using var recovery = RecoveryKey.Create();
        var key = SigningKey.Create();
        var epoch = KeyStatements.NewEpoch();
        var genesis = KeyStatements.Genesis(key, recovery.Key, epoch, TimeProvider.System.GetUtcNow());
        var identity = new Founded(NodeId.OfGenesis(SigningInput.Of(genesis)), epoch.ToByteArray(), key);
        var node = app.Services.GetRequiredService<ThisNode>();
        node.Keys.Save(key);
        var profile = new Statement(
            (at, hash) => new NodeProfile { At = at, ContentHash = hash, Region = new Region { Scheme = "ra", Code = "06" }, Languages = { "fr" } },
            new NodeProfileContent { NameFr = "Carrefour provincial", PrivacyOfficerTitleFr = "Direction", PrivacyOfficerContact = "vie-privee@carrefour.example" });
        await app.Services.GetRequiredService<Database>().Write(
            async t =>
            {
                await t.Execute(
                    "insert into node (one, node_id, epoch, key_id, founded_at) values (1, @id, @epoch, @key, @at)",
                    new { id = identity.Id.Value, epoch = identity.Epoch, key = key.Public.Id.ToBytes(), at = TimeProvider.System.GetUtcNow() });
                await app.Services.GetRequiredService<OwnFeed>().Found(t, identity, genesis, profile);
            },
            Cancel);
        await node.Load(Cancel);
    }
}
