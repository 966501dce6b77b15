using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_grain : StorageOn
{
    private InProcessTestCluster _cluster = null!;

    private IGrainFactory Grains => Silo.GetRequiredService<IGrainFactory>();

    private IServiceProvider Silo => _cluster.Silos[0].ServiceProvider;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Migrate(Database);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddStorage();
            silo.Services.AddSingleton(Database);
            silo.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
            silo.AddGrainStates();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    [Fact]
    public async Task reads_back_what_it_wrote_before_it_was_put_away()
    {
        var (id, note) = New(1);
        Assert.True((await note.Write("première")).Succeeded);
        Assert.True((await note.Write("deuxième")).Succeeded);

        await note.PutAway();

        Assert.Equal(new NoteText("deuxième", 2), await note.Read());
        Assert.Equal(id, note.GetPrimaryKey());
    }

    [Fact]
    public async Task is_a_readable_row()
    {
        var (id, note) = New(1);

        await note.Write("l’« accueil » <b>");

        var row = (await Database.Query<Row>("select id, state, version from grain_state where kind = 'note' order by id limit 2", null, Cancel)).Single();
        Assert.Equal(id, row.Id);
        Assert.Equal(1, row.Version);
        Assert.Contains("l’« accueil » <b>", row.State, StringComparison.Ordinal);
        Assert.Contains($"\"{id}\"", row.State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_what_a_newer_program_wrote()
    {
        var (_, note) = New(1);
        await note.Write("avant");
        await note.PutAway();
        await Database.Write(t => t.Execute(Database.Engine == Engine.Sqlite
            ? "update grain_state set state = json_set(state, '$.mood', json('{\"calm\":[1,2]}'))"
            : "update grain_state set state = state || '{\"mood\":{\"calm\":[1,2]}}'"), Cancel);

        await note.Write("après");

        var state = await Database.Find<string>(Database.Engine == Engine.Sqlite
            ? "select json_extract(state, '$.mood') from grain_state"
            : "select replace((state -> 'mood')::text, ' ', '') from grain_state", null, Cancel);
        Assert.Equal("{\"calm\":[1,2]}", state);
        Assert.Equal("après", (await note.Read()).Text);
    }

    [Fact]
    public async Task is_another_one_when_either_half_of_its_key_differs()
    {
        var notes = new[] { "11111111-0000-7000-8000-000000000000", "11111111-0000-7000-8000-000000000001", "21111111-0000-7000-8000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff" }
            .Select(k => Grains.GetGrain<INote>(Guid.Parse(k))).ToList();
        foreach (var note in notes)
        {
            await note.Write(note.GetPrimaryKey().ToString());
            await note.PutAway();
        }

        foreach (var note in notes)
        {
            Assert.Equal(new NoteText(note.GetPrimaryKey().ToString(), 1), await note.Read());
        }
    }

    [Fact]
    public async Task writes_one_row_of_the_log_with_each_write_and_the_log_has_no_gap()
    {
        var notes = Enumerable.Range(0, 40).Select(n => New(n).Note).ToList();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async caller =>
        {
            for (var n = 0; n < 125; n++)
            {
                Assert.True((await notes[((caller * 125) + n) % 40].Write($"{caller} {n}")).Succeeded);
            }
        }));

        var log = await Database.Query<Change>("select position, kind, id, version from change_log order by position limit 3000", null, Cancel);
        Assert.Equal(Enumerable.Range(1, 2000).Select(n => (long)n), log.Select(c => c.Position));
        Assert.All(log.GroupBy(c => c.Id), g => Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), g.Select(c => c.Version)));
        Assert.Null(await Database.CheckIntegrity(Cancel));
    }

    [Fact]
    public async Task says_that_nothing_was_saved_and_serves_what_is_stored()
    {
        var (_, note) = New(1);
        await note.Write("saved");
        await Refuse("unlucky");

        var outcome = await note.Write("unlucky");

        Assert.Equal(StorageFailure.Unavailable, Assert.Single(outcome.Refusals).Code);
        Assert.Equal(new NoteText("saved", 1), await note.Read());
        Assert.Equal(StorageFailure.Unavailable, Assert.Single((await note.WriteAndRead("unlucky")).Refusals).Code);
        Assert.Equal(new NoteText("saved too", 2), (await note.WriteAndRead("saved too")).Value);
        Assert.Equal([1L, 2L], await Database.Query<long>("select position from change_log order by position limit 10", null, Cancel));
    }

    [Fact]
    public async Task is_saved_whatever_happens_to_those_that_are_saved_with_it()
    {
        var notes = Enumerable.Range(0, 40).Select(n => New(n).Note).ToList();
        await Task.WhenAll(notes.Select(note => note.Write("saved")));
        await Refuse("unlucky");

        var outcomes = await Task.WhenAll(notes.Select((note, n) => note.Write(n % 5 == 0 ? $"unlucky {n}" : $"saved too {n}")));

        Assert.Equal(Enumerable.Range(0, 40).Select(n => n % 5 != 0), outcomes.Select(o => o.Succeeded));
        for (var n = 0; n < notes.Count; n++)
        {
            Assert.Equal(n % 5 == 0 ? new NoteText("saved", 1) : new NoteText($"saved too {n}", 2), await notes[n].Read());
        }
    }

    [Fact]
    public async Task is_refused_when_another_write_came_first()
    {
        var (_, note) = New(1);
        await note.Write("mine");
        await Database.Write(t => t.Execute("update grain_state set version = version + 1"), Cancel);

        var outcome = await note.Write("late");

        Assert.Equal(StorageFailure.Stale, Assert.Single(outcome.Refusals).Code);
        Assert.Equal("mine", (await note.Read()).Text);
        Assert.True((await note.Write("again")).Succeeded);
    }

    [Fact]
    public async Task does_not_let_a_drivers_exception_reach_the_caller_when_it_cannot_be_read()
    {
        var (_, note) = New(1);
        await note.Write("saved");
        await note.PutAway();
        await Database.Write(t => t.Execute("alter table grain_state rename to elsewhere"), Cancel);

        var outcome = await note.Write("unreadable");
        await Database.Write(t => t.Execute("alter table elsewhere rename to grain_state"), Cancel);

        Assert.Equal(StorageFailure.Unavailable, Assert.Single(outcome.Refusals).Code);
        Assert.Equal("saved", (await note.Read()).Text);
    }

    /// <summary>Makes the engine itself refuse states that hold this text.</summary>
    protected abstract Task Refuse(string text);

    protected override ValueTask Close() => _cluster.DisposeAsync();

    private (Guid Id, INote Note) New(int n)
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(n));
        return (id, Grains.GetGrain<INote>(id));
    }

    private sealed record Row
    {
        public Guid Id { get; init; }

        public required string State { get; init; }

        public long Version { get; init; }
    }
}

public sealed class A_grain_on_SQLite : A_grain
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));

    protected override Task Refuse(string text) => Database.Write(
        t => t.Execute($"create trigger refuse before update on grain_state when new.state like '%{text}%' begin select raise(abort, 'refused'); end"), Cancel);
}

public sealed class A_grain_on_PostgreSQL(PostgresServer server) : A_grain
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();

    protected override Task Refuse(string text) => Database.Write(
        t => t.Execute($"alter table grain_state add check (state ->> 'text' not like '%{text}%')"), Cancel);
}
