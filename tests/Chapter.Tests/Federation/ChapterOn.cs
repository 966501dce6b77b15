using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Tests.Federation;

/// <summary>A founded chapter without pages, on one engine, and a hub to speak with.</summary>
public abstract class ChapterOn : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DataFolder _data = null!;
    private ServiceProvider _services = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected FakeHub Hub { get; } = new();

    protected Database Database => Get<Database>();

    protected NodeId Self => Get<ThisNode>().Identity.Id;

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Open(_folder.Path, TimeProvider.System);
        var database = await Connect(_folder);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton(TimeProvider.System);
        services.AddStorage();
        services.AddSingleton(database);
        services.AddSingleton(_data);
        services.AddSchema(typeof(ThisNode), "Hosting");
        services.AddSingleton(ChapterNode.Kind);
        services.AddSingleton<CurrentNodeIdentity>();
        services.AddSingleton<ThisNode>();
        services.AddSingleton(new NodeOptions());
        services.AddSingleton(new FaultPoints(new FaultOptions()));
        services.AddSingleton<RefusalTexts>();
        services.AddFeed();
        services.AddFederation();
        services.AddSingleton(new SyncOptions { RetryMinimumSeconds = 1, RetryMaximumSeconds = 1, ProbeSeconds = 1, PullWaitSeconds = 0, CallSeconds = 20 });
        _services = services.BuildServiceProvider();
        await Get<Migrator>().Migrate(Cancel);
        await FoundedChapter.Found(_services);
        await Hub.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await _services.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<Database> Connect(TemporaryFolder folder);

    protected T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    protected Exchange Loops => Get<IEnumerable<IHostedService>>().OfType<Exchange>().Single();

    protected Task<Result> Enrol() => Get<Enrolment>().Enrol(Hub.NewCode().Print(), Hub.Address, Cancel);

    protected Task<RoundReport> Round() => Get<SyncRound>().Run(Cancel);

    protected async Task<HubLink> Link() => (await Get<HubLinks>().Find(Cancel))!;

    /// <summary>The chapter says something in its feed.</summary>
    protected Task Say(string name) => Database.Write(t => Get<OwnFeed>().Append(t, [FoundedChapter.Profile(name)]), Cancel);

    protected Task<long> Items(NodeId node) =>
        Database.Find<long>("select count(*) from item where node_id = @node", new { node = node.Value }, Cancel);

    protected Task<long> Receipts(string status) => Database.Find<long>("select count(*) from receipt where status = @status", new { status }, Cancel);

    /// <summary>Looks again after every write until it is so; the test's own time limit ends a wait in vain.</summary>
    protected async Task Until(Func<Task<bool>> so)
    {
        while (true)
        {
            var written = Database.Changes.Next;
            if (await so())
            {
                return;
            }

            await written.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        }
    }
}
