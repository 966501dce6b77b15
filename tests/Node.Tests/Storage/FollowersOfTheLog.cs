using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_follower : StorageOn
{
    private readonly FakeTimeProvider _clock = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Migrate(Database);
        await Database.Write(t => t.Execute("create table done (what text primary key)"), Cancel);
    }

    [Fact]
    public async Task does_what_is_there_and_moves_its_cursor_with_it()
    {
        await Log(3);

        await Loop(new Copying(Database)).CatchUp(Cancel);

        Assert.Equal(["1", "2", "3"], await Done());
        Assert.Equal(3, await Cursor("copying"));
    }

    [Fact]
    public async Task that_dies_before_its_commit_repeats_nothing_and_loses_nothing()
    {
        await Log(3);
        var copying = new Copying(Database) { DiesAt = 3 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Loop(copying).CatchUp(Cancel));
        Assert.Equal(["1", "2"], await Done());

        await Loop(new Copying(Database)).CatchUp(Cancel);

        Assert.Equal(["1", "2", "3"], await Done());
    }

    [Fact]
    public async Task that_fails_holds_nobody_up_and_is_tried_again()
    {
        await Log(1);
        var failing = new Copying(Database) { DiesAt = 1, Called = "failing" };
        var loop = Loop(failing, new Copying(Database));
        await loop.StartAsync(Cancel);

        await Until(async () => failing.Deaths == 1 && (await Done()).Count == 1);
        failing.DiesAt = 0;
        await Until(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return (await Done()).Count == 2;
        });

        await loop.StopAsync(Cancel);
        Assert.Equal(["1", "failing 1"], await Done());
    }

    [Fact]
    public async Task is_woken_by_a_write_without_the_clock_moving()
    {
        var loop = Loop(new Copying(Database));
        await loop.StartAsync(Cancel);

        await Log(1);
        await Until(async () => (await Done()).Count == 1);

        await loop.StopAsync(Cancel);
    }

    [Fact]
    public async Task does_its_work_once_when_two_processes_run_it()
    {
        await Log(40);
        var elsewhere = await Open();

        await Task.WhenAll(Loop(new Copying(Database)).CatchUp(Cancel), new FollowerLoop([new Copying(elsewhere)], elsewhere, _clock, NullLogger<FollowerLoop>.Instance).CatchUp(Cancel));

        Assert.Equal(40, (await Done()).Count);
        Assert.Equal(40, await Cursor("copying"));
    }

    [Fact]
    public async Task passes_what_does_not_concern_it_without_a_commit_and_then_goes_on()
    {
        await Log(5);
        var passing = new Passing { End = 900 };
        var loop = Loop(passing);

        await loop.CatchUp(Cancel);
        Assert.Equal(0, await Cursor("passing"));
        passing.End = 2_000;
        await loop.CatchUp(Cancel);

        Assert.Equal(2_000, await Cursor("passing"));
    }

    [Fact]
    public async Task that_is_sent_back_looks_again_though_nothing_new_comes()
    {
        await Log(3);
        var loop = Loop(new Copying(Database));
        await loop.CatchUp(Cancel);
        await Database.Write(
            async t =>
            {
                await t.Execute("delete from done where what > '1'");
                await FollowerLoop.Rewind(t, "copying", 1);
            },
            Cancel);

        await loop.CatchUp(Cancel);

        Assert.Equal(["1", "2", "3"], await Done());
    }

    [Fact]
    public async Task that_is_sent_back_while_it_looks_looks_again_even_before_it_has_saved_where_it_is()
    {
        await Log(1);
        var looking = new Copying(Database);
        looking.Meanwhile = async () =>
        {
            looking.Meanwhile = null;
            await Database.Write(
                async t =>
                {
                    await t.Execute("update change_log set position = 2");
                    await FollowerLoop.Rewind(t, "copying", 0);
                },
                Cancel);
        };

        await Loop(looking).CatchUp(Cancel);

        Assert.Equal(["2"], await Done());
    }

    [Fact]
    public async Task of_one_kind_of_grain_is_told_each_that_changed_once()
    {
        await Log(7);
        var notes = new Notes(Database);

        await Loop(notes).CatchUp(Cancel);

        Assert.Equal(7, notes.Told.Sum());
    }

    [Fact]
    public async Task is_told_of_a_tables_row_with_the_transaction_that_wrote_it_or_not_at_all()
    {
        var (notes, id) = (new Notes(Database), Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        await Database.Write(t => ChangeLog.Append(t, "note", id), Cancel);
        await Database.Write(t => ChangeLog.Append(t, "other", id), Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Write(
            async t =>
            {
                await ChangeLog.Append(t, "note", id);
                throw new InvalidOperationException("died before its commit");
            },
            Cancel));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Database.Write(t => ChangeLog.Append(t, "note", id), Cancel)));

        await Loop(notes).CatchUp(Cancel);

        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], await Database.Query<long>("select position from change_log order by position limit 100", null, Cancel));
        Assert.NotEmpty(notes.Told);
        Assert.Null(await Database.CheckIntegrity(Cancel));
    }

    [Fact]
    public async Task that_calls_grains_waits_until_the_node_has_started()
    {
        await Log(1);
        using var host = new HostBuilder().Build();
        var loop = new FollowerLoop([new Copying(Database) { CallsGrainsToo = true }], Database, _clock, NullLogger<FollowerLoop>.Instance, host.Services.GetRequiredService<IHostApplicationLifetime>());

        await loop.CatchUp(Cancel);
        Assert.Empty(await Done());
        await host.StartAsync(Cancel);
        await loop.CatchUp(Cancel);

        Assert.Equal(["1"], await Done());
        await host.StopAsync(Cancel);
    }

    private FollowerLoop Loop(params Follower[] followers) => new(followers, Database, _clock, NullLogger<FollowerLoop>.Instance);

    private Task<int> Log(int rows) => Database.Write(
        t => t.Execute(
            "insert into change_log (position, kind, id, version) values (@position, 'note', @id, 1)",
            Enumerable.Range(1, rows).Select(position => new { position, id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch) })),
        Cancel);

    private Task<IReadOnlyList<string>> Done() => Database.Query<string>("select what from done order by what limit 100", null, Cancel);

    private Task<long> Cursor(string name) => Database.Find<long>("select position from follower_cursor where name = @name", new { name }, Cancel);

    private static async Task Until(Func<Task<bool>> happened)
    {
        while (!await happened())
        {
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Copies one position a step; a second copy of the same one breaks the table's key.</summary>
    private sealed class Copying(Database database) : Follower
    {
        public string Called { get; init; } = "copying";

        public long DiesAt { get; set; }

        public int Deaths { get; private set; }

        /// <summary>Happens after it has looked, before its commit.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public override string Name => Called;

        public bool CallsGrainsToo { get; init; }

        public override bool CallsGrains => CallsGrainsToo;

        protected internal override async Task<Step?> Next(long after, int limit, CancellationToken cancellationToken)
        {
            var position = await database.Find<long?>("select min(position) from change_log where position > @after", new { after }, cancellationToken);
            await (Meanwhile?.Invoke() ?? Task.CompletedTask);
            return position is { } next ? new Step(next, t => Copy(t, next)) : null;
        }

        private async Task Copy(Transaction transaction, long position)
        {
            await transaction.Execute("insert into done (what) values (@what)", new { what = Called == "copying" ? $"{position}" : $"{Called} {position}" });
            if (position == DiesAt)
            {
                Deaths++;
                throw new InvalidOperationException("died before its commit");
            }
        }
    }

    private sealed class Passing : Follower
    {
        public long End { get; set; }

        public override string Name => "passing";

        protected internal override Task<Step?> Next(long after, int limit, CancellationToken cancellationToken) => Task.FromResult(after < End ? Step.Past(End) : null);
    }

    private sealed class Notes(Database database) : GrainFollower(database)
    {
        public List<int> Told { get; } = [];

        public override string Name => "notes";

        protected override string Kind => "note";

        protected override Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
        {
            Told.Add(ids.Count);
            return Task.FromResult<Func<Transaction, Task>>(_ => Task.CompletedTask);
        }
    }
}

public sealed class A_follower_on_SQLite : A_follower
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_follower_on_PostgreSQL(PostgresServer server) : A_follower
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
