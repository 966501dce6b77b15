using System.Data.Common;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_transaction : StorageOn
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var time = Database.Engine == Engine.Sqlite ? "text" : "timestamptz";
        var id = Database.Engine == Engine.Sqlite ? "text" : "uuid";
        await Database.Write(t => t.Execute($"create table thing (id {id} primary key, at {time}, body text)"), Cancel);
    }

    [Fact]
    public async Task leaves_nothing_behind_when_it_fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Write(
            async t =>
            {
                await Add(t, DateTimeOffset.UnixEpoch);
                throw new InvalidOperationException("a bug");
            },
            Cancel));

        Assert.Equal(0, await Database.Find<long>("select count(*) from thing", null, Cancel));
    }

    [Fact]
    public async Task hands_the_turn_on_when_it_fails()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Database.Write(t => t.Execute("insert into nowhere (x) values (1)"), Cancel));

        await Database.Write(t => Add(t, DateTimeOffset.UnixEpoch), Cancel);

        Assert.Equal(1, await Database.Find<long>("select count(*) from thing", null, Cancel));
    }

    [Fact]
    public async Task tells_those_who_wait_for_news()
    {
        var news = Database.Changes.Next;

        await Database.Write(t => Add(t, DateTimeOffset.UnixEpoch), Cancel);

        await news.WaitAsync(Cancel);
    }

    [Fact]
    public async Task is_seen_by_a_reader_only_when_it_is_committed()
    {
        var seenInside = -1L;

        await Database.Write(
            async t =>
            {
                await Add(t, DateTimeOffset.UnixEpoch);
                seenInside = await Database.Find<long>("select count(*) from thing", null, Cancel);
            },
            Cancel);

        Assert.Equal(0, seenInside);
        Assert.Equal(1, await Database.Find<long>("select count(*) from thing", null, Cancel));
    }

    [Fact]
    public async Task is_the_only_way_to_write()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Database.Query<long>("insert into thing (id) values ('0197e0a4-0000-7000-8000-000000000000') returning 1", null, Cancel));

        Assert.Equal(0, await Database.Find<long>("select count(*) from thing", null, Cancel));
    }

    [Fact]
    public async Task keeps_ids_and_times_to_the_microsecond_in_their_order()
    {
        var zone = TimeSpan.FromHours(-5);
        DateTimeOffset[] times =
        [
            new(1999, 12, 31, 19, 0, 0, zone),
            new DateTimeOffset(2026, 3, 8, 1, 59, 59, zone).AddMicroseconds(999_999),
            new DateTimeOffset(2026, 3, 8, 2, 0, 0, zone),
            new DateTimeOffset(2026, 3, 8, 2, 0, 0, zone).AddMicroseconds(1),
            new DateTimeOffset(2026, 3, 8, 7, 0, 0, TimeSpan.Zero).AddMicroseconds(2),
        ];
        var written = new Dictionary<DateTimeOffset, Guid>();
        foreach (var time in times.Reverse())
        {
            written[time] = await Database.Write(t => Add(t, time), Cancel);
        }

        var rows = await Database.Query<Thing>("select id, at from thing order by at limit 10", null, Cancel);

        Assert.Equal(times, rows.Select(r => r.At!.Value));
        Assert.Equal(times.Select(t => written[t]), rows.Select(r => r.Id));
        Assert.All(rows, r => Assert.Equal(TimeSpan.Zero, r.At!.Value.Offset));
    }

    [Fact]
    public async Task finds_a_row_by_its_id_and_after_a_time()
    {
        var id = await Database.Write(t => Add(t, DateTimeOffset.UnixEpoch.AddDays(2)), Cancel);
        await Database.Write(t => Add(t, null), Cancel);

        var found = await Database.Find<Thing>("select id, at from thing where id = @id", new { id }, Cancel);
        var later = await Database.Query<Guid>("select id from thing where at > @day order by at limit 10", new { day = DateTimeOffset.UnixEpoch.AddDays(1) }, Cancel);

        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(2), found!.At);
        Assert.Equal([id], later);
        Assert.Null((await Database.Query<Thing>("select id, at from thing where at is null limit 1", null, Cancel))[0].At);
    }

    [Fact]
    public async Task is_sound()
    {
        await Migrate(Database);

        Assert.Null(await Database.CheckIntegrity(Cancel));
    }

    [Fact]
    public async Task is_shared_by_small_writes_that_waited_together()
    {
        var transactions = new List<Transaction>();

        var writes = await WhileOneIsUnderWay(() => Enumerable.Range(0, 20).Select(n => Database.WriteTogether(
            t =>
            {
                transactions.Add(t);
                return Add(t, DateTimeOffset.UnixEpoch.AddDays(n));
            },
            Cancel)));
        await Task.WhenAll(writes);

        Assert.Equal(20, transactions.Count);
        Assert.Single(transactions.Distinct());
        Assert.Equal(20, await Database.Find<long>("select count(*) from thing", null, Cancel));
    }

    [Fact]
    public async Task is_written_again_without_the_one_at_fault_when_it_is_shared()
    {
        var writes = await WhileOneIsUnderWay(() => Enumerable.Range(0, 5).Select(n => Database.WriteTogether(
            async t =>
            {
                await Add(t, DateTimeOffset.UnixEpoch.AddDays(n));
                await t.Execute(n == 2 ? "insert into nowhere (x) values (1)" : "update thing set body = body");
            },
            Cancel)));

        await Assert.ThrowsAnyAsync<DbException>(() => writes[2]);
        await Task.WhenAll(writes.Where(w => w != writes[2]));
        Assert.Equal(
            new[] { 0, 1, 3, 4 }.Select(n => DateTimeOffset.UnixEpoch.AddDays(n)),
            (await Database.Query<Thing>("select id, at from thing order by at limit 10", null, Cancel)).Select(t => t.At!.Value));
    }

    [Fact]
    public async Task tells_all_who_share_it_when_it_cannot_be_committed_and_the_next_goes_on()
    {
        var id = Database.Engine == Engine.Sqlite ? "text" : "uuid";
        await Database.Write(t => t.Execute($"create table part (thing_id {id} references thing (id) deferrable initially deferred)"), Cancel);

        var writes = await WhileOneIsUnderWay(() =>
        [
            Database.WriteTogether(t => Add(t, DateTimeOffset.UnixEpoch), Cancel),
            Database.WriteTogether(t => t.Execute("insert into part (thing_id) values (@nobody)", new { nobody = Guid.CreateVersion7(DateTimeOffset.UnixEpoch) }), Cancel),
        ]);

        await Assert.ThrowsAnyAsync<DbException>(() => writes[0]);
        await Assert.ThrowsAnyAsync<DbException>(() => writes[1]);
        await Database.WriteTogether(t => Add(t, DateTimeOffset.UnixEpoch), Cancel);
        Assert.Equal(1, await Database.Find<long>("select count(*) from thing", null, Cancel));
        Assert.Equal(0, await Database.Find<long>("select count(*) from part", null, Cancel));
    }

    // What is asked for meanwhile has waited together.
    private async Task<List<Task>> WhileOneIsUnderWay(Func<IEnumerable<Task>> ask)
    {
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var first = Database.WriteTogether(
            _ =>
            {
                begun.SetResult();
                return mayEnd.Task;
            },
            Cancel);
        await begun.Task.WaitAsync(Cancel);
        var asked = ask().ToList();
        mayEnd.SetResult();
        await first;
        return asked;
    }

    private static async Task<Guid> Add(Transaction t, DateTimeOffset? at)
    {
        var id = Guid.CreateVersion7(at ?? DateTimeOffset.UnixEpoch);
        await t.Execute("insert into thing (id, at, body) values (@id, @at, 'b')", new { id, at });
        return id;
    }

    private sealed record Thing
    {
        public Guid Id { get; init; }

        public DateTimeOffset? At { get; init; }
    }
}

public sealed class A_transaction_on_SQLite : A_transaction
{
    [Fact]
    public async Task waits_its_turn_first_come_first_served()
    {
        var order = new List<int>();
        var turn = await Database.Gate.Enter(Cancel);
        var writes = Enumerable.Range(0, 20).Select(n => Database.Write(
            t =>
            {
                order.Add(n);
                return Task.CompletedTask;
            },
            Cancel)).ToList();

        Assert.Empty(order);
        turn.Dispose();
        await Task.WhenAll(writes);

        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task gives_its_place_up_when_it_is_cancelled()
    {
        using var impatient = new CancellationTokenSource();
        var turn = await Database.Gate.Enter(Cancel);
        var write = Database.Write(t => Task.CompletedTask, impatient.Token);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        turn.Dispose();

        await Database.Write(t => Task.CompletedTask, Cancel);
    }

    [Fact]
    public async Task tells_those_who_waited_together_when_there_is_no_database_and_tries_again_for_the_next()
    {
        await using var nowhere = new SqliteDatabase(Path.Combine(Folder.Path, "missing", "node.db"));

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var writes = Enumerable.Range(0, 3).Select(_ => nowhere.WriteTogether(t => t.Execute("select 1"), Cancel)).ToList();
            foreach (var write in writes)
            {
                await Assert.ThrowsAnyAsync<DbException>(() => write);
            }
        }
    }

    [Fact]
    public async Task is_wanted_by_others_while_they_wait()
    {
        Assert.False(Database.IsBusy);
        var turn = await Database.Gate.Enter(Cancel);
        var write = Database.Write(_ => Task.CompletedTask, Cancel);

        Assert.True(Database.IsBusy);

        turn.Dispose();
        await write;
        Assert.False(Database.IsBusy);
    }

    [Fact]
    public async Task is_on_disk_before_it_returns_and_erases_what_it_deletes()
    {
        var pragmas = await Database.Write(
            async t => new[] { await t.Find<string>("pragma journal_mode"), await t.Find<string>("pragma synchronous"), await t.Find<string>("pragma foreign_keys"), await t.Find<string>("pragma secure_delete") },
            Cancel);

        Assert.Equal("wal 2 1 1", string.Join(' ', pragmas));
    }

    [Fact]
    public async Task can_be_read_when_nobody_has_written_since_the_start()
    {
        await Database.Write(t => Task.CompletedTask, Cancel);
        await Database.DisposeAsync();
        Assert.Equal(["node.db"], Directory.GetFiles(Folder.Path).Select(Path.GetFileName));

        var reopened = await Open();

        Assert.Equal(0, await reopened.Find<long>("select count(*) from thing", null, Cancel));
    }

    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_transaction_on_PostgreSQL(PostgresServer server) : A_transaction
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
