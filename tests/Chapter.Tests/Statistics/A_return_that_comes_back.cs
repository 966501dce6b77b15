using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Statistics;

/// <summary>After a restore from a backup the feed says returns that the chapter has no record of.</summary>
public abstract class A_return_that_comes_back : IAsyncLifetime
{
    private static readonly Quarter _quarter = new(2026, 1);

    private readonly TemporaryFolder _folder = new();
    private InProcessTestCluster _cluster = null!;
    private Database _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IServiceProvider Silo => _cluster.Silos[0].ServiceProvider;

    protected abstract Task<Database> Connect(TemporaryFolder folder);

    public async ValueTask InitializeAsync()
    {
        _database = await Connect(_folder);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddStorage();
            silo.Services.AddSingleton(_database);
            FoundedNode.Add(silo.Services, _folder);
            silo.Services.AddStatistics();
            silo.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
            silo.AddGrainStates();
        });
        var node = typeof(Database).Assembly;
        await new Migrator(_database, [new(node, "Storage"), new(node, "Hosting"), new(node, "Feed"), new(typeof(QuarterReturn).Assembly, "Statistics")], TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(Cancel);
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        await FoundedNode.Found(Silo, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task is_in_the_record_of_its_quarter_again_and_not_said_again()
    {
        await ComesBack(1, 3);
        await ComesBack(2, 4);
        await CatchUp();
        await CatchUp();

        Assert.Equal([(1, Guid.Empty, 3L), (2, Guid.Empty, 4L)], await Approved());
        Assert.Equal([(1, 3L), (2, 4L)], await Said());
        Assert.Equal("statistics.nothing-new", (await Approve(4)).Refusals.Single().Code);
    }

    [Fact]
    public async Task is_followed_by_the_next_correction()
    {
        await ComesBack(1, 3);
        await CatchUp();

        Assert.True((await Approve(5)).Succeeded);
        await CatchUp();

        Assert.Equal([(1, 3L), (2, 5L)], await Said());
    }

    [Fact]
    public async Task stays_before_what_was_approved_meanwhile()
    {
        await Hushed();
        Assert.True((await Approve(7)).Succeeded);
        await CatchUp();
        Assert.Empty(await Said());
        await ComesBack(1, 3);
        await Silo.GetRequiredService<ThisNode>().Speak(Cancel);

        await CatchUp();
        await CatchUp();

        Assert.Equal([(1, Guid.Empty, 3L), (2, Samples.Executive.Id, 7L)], await Approved());
        Assert.Equal([(1, 3L), (2, 7L)], await Said());
    }

    [Fact]
    public async Task makes_the_same_figures_approved_meanwhile_superfluous()
    {
        await Hushed();
        Assert.True((await Approve(3)).Succeeded);
        await ComesBack(1, 3);
        await Silo.GetRequiredService<ThisNode>().Speak(Cancel);

        await CatchUp();

        Assert.Equal([(1, Guid.Empty, 3L)], await Approved());
        Assert.Equal([(1, 3L)], await Said());
    }

    [Fact]
    public async Task under_a_number_that_was_said_twice_counts_as_the_later_one_and_holds_nothing_up()
    {
        await ComesBack(1, 3);
        await ComesBack(1, 4);
        await CatchUp();

        Assert.True((await Approve(5)).Succeeded);
        await CatchUp();

        Assert.Equal([(1, Guid.Empty, 4L), (2, Samples.Executive.Id, 5L)], await Approved());
        Assert.Equal([(1, 3L), (1, 4L), (2, 5L)], await Said());
    }

    private async Task Hushed()
    {
        await _database.Write(ThisNode.Hush, Cancel);
        await Silo.GetRequiredService<ThisNode>().Load(Cancel);
    }

    // As the hub gives back what the chapter had said after its backup was made.
    private Task<IReadOnlyList<ItemId>> ComesBack(int number, long shared) => _database.Write(
        async t =>
        {
            await t.Execute("update node set silent = 0"); // what comes back is signed already
            return await Silo.GetRequiredService<OwnFeed>().Append(t,
            [
                new((at, _) => new StatisticsReturn
                {
                    At = at,
                    Period = _quarter.ToString(),
                    SchemaVersion = 1,
                    Method = "none",
                    Measures = { new Measure { Code = Figures.Shared, Value = shared } },
                    ApprovedAt = Samples.Noon.AddMonths(2).AddDays(number).ToTimestamp(),
                    Correction = (uint)number,
                }),
            ]);
        },
        Cancel);

    private Task<Result> Approve(long shared) =>
        Silo.GetRequiredService<IGrainFactory>().GetGrain<IQuarterReturnGrain>(_quarter.Key).Do(new ApproveReturn(Samples.Executive, _quarter.ToString(), [new(Figures.Shared, shared)]));

    private Task CatchUp() => Silo.GetRequiredService<FollowerLoop>().CatchUp(Cancel);

    private async Task<IEnumerable<(int Number, Guid By, long Shared)>> Approved()
    {
        var json = await _database.Find<string>("select cast(state as text) from grain_state where kind = @Kind", new { QuarterReturn.Kind }, Cancel);
        return JsonSerializer.Deserialize<QuarterReturn>(json!, GrainJson.Options)!.Approved.Select(a => (a.Number, a.By, a.Figures.Single().Value));
    }

    // After genesis and profile, everything in this feed is a return.
    private async Task<IEnumerable<(int Number, long Shared)>> Said()
    {
        var page = await Silo.GetRequiredService<OwnFeed>().After(2, Cancel);
        return page.Entries.SelectMany(e => e.Entry.Run.Items).Select(i => StatisticsReturn.Parser.ParseFrom(i.Item.Payload)).Select(r => ((int)r.Correction, r.Measures.Single().Value));
    }
}

public sealed class A_return_that_comes_back_on_sqlite : A_return_that_comes_back
{
    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));
}

public sealed class A_return_that_comes_back_on_postgresql(PostgresServer server) : A_return_that_comes_back
{
    protected override async Task<Database> Connect(TemporaryFolder folder) => new PostgreSqlDatabase(await server.CreateDatabase(TestContext.Current.CancellationToken));
}
