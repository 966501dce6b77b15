using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_stored_text : StorageOn
{
    protected static readonly Guid First = new("0197a000-0000-7000-8000-000000000001");

    private static readonly Guid Second = new("0197a000-0000-7000-8000-000000000002");

    private TextStore _texts = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Migrate(Database);
        _texts = new TextStore(Database, NullLogger<TextStore>.Instance);
    }

    [Fact]
    public async Task is_read_back_by_its_hash_in_another_process()
    {
        var bytes = Encoding.UTF8.GetBytes("Accueillir une personne à l’urgence");

        var hash = await _texts.Put(bytes, First, Cancel);

        var elsewhere = await Open();
        var texts = new TextStore(elsewhere, NullLogger<TextStore>.Instance);
        Assert.Equal(bytes, await texts.Get(hash, Cancel));
        Assert.Null(await texts.Get(new byte[32], Cancel));
    }

    [Fact]
    public async Task is_kept_once()
    {
        var hashes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => _texts.Put([(byte)(n % 3)], First, Cancel)));

        Assert.Equal(3, hashes.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(3, await Database.Find<long>("select count(*) from text", null, Cancel));
    }

    [Fact]
    public async Task goes_with_the_last_record_that_holds_it()
    {
        var shared = await _texts.Put([1], First, Cancel);
        Assert.Equal(shared, await _texts.Put([1], Second, Cancel));
        var own = await _texts.Put([2], First, Cancel);
        var others = await _texts.Put([3], Second, Cancel);

        Assert.Equal(1, await Erase(First));
        Assert.Equal((true, false, true), (await IsHere(shared), await IsHere(own), await IsHere(others)));
        Assert.Equal(2, await Erase(Second));
        Assert.Equal(0, await Database.Find<long>("select count(*) from text", null, Cancel));
        Assert.Equal(0, await Database.Find<long>("select count(*) from text_holder", null, Cancel));
        await _texts.Put([1], Second, Cancel);
        Assert.True(await IsHere(shared));

        Task<int> Erase(Guid holder) => Database.Write(t => TextStore.Erase(t, holder), Cancel);

        async Task<bool> IsHere(byte[] hash) => await _texts.Get(hash, Cancel) is not null;
    }

    [Fact]
    public async Task is_erased_by_keys_alone_and_without_a_look_at_any_state()
    {
        await using var connection = await Database.OpenToRead(Cancel);
        var explain = Database.Engine == Engine.Sqlite ? "explain query plan" : "explain";
        if (Database.Engine == Engine.PostgreSql)
        {
            await connection.ExecuteAsync("set enable_seqscan = off"); // of a few rows it reads all though it has an index
        }

        foreach (var statement in new[] { TextStore.Lock, TextStore.Held, TextStore.LetGo, TextStore.EraseUnheld })
        {
            var plan = string.Join('\n', (await connection.QueryAsync($"{explain} {statement}", new { holder = First, hash = new byte[32] }))
                .Select(row => string.Join(' ', ((IDictionary<string, object>)row).Values)));
            Assert.DoesNotMatch("(?i)\\bscan (text|grain)|seq scan|grain_state", plan);
        }
    }

    [Fact]
    public async Task is_refused_as_unsaved_when_the_database_fails_and_the_next_one_goes_on()
    {
        await Database.Write(t => t.Execute("alter table text rename to elsewhere"), Cancel);
        var refused = await Assert.ThrowsAsync<InconsistentStateException>(() => _texts.Put([1], First, Cancel));
        await Database.Write(t => t.Execute("alter table elsewhere rename to text"), Cancel);

        var hash = await _texts.Put([1], First, Cancel);

        Assert.Equal(StorageFailure.Unavailable, StorageFailure.CodeOf(refused));
        Assert.Equal([1], await _texts.Get(hash, Cancel));
    }
}

public sealed class A_stored_text_on_SQLite : A_stored_text
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task that_was_erased_is_in_no_file_any_more_even_when_somebody_was_reading(bool reading)
    {
        var secret = Encoding.UTF8.GetBytes("Ce que personne ne doit retrouver");
        var texts = new TextStore(Database, NullLogger<TextStore>.Instance);
        await texts.Put(secret, First, Cancel);
        Assert.True(IsInAFile(secret));

        await using (var reader = reading ? await Database.OpenToRead(Cancel) : null)
        {
            await using var snapshot = reader?.BeginTransaction();
            if (reader is not null)
            {
                await using var command = reader.CreateCommand();
                command.CommandText = "select count(*) from text";
                await command.ExecuteScalarAsync(Cancel);
            }

            await Database.Write(t => TextStore.Erase(t, First), Cancel);
        }

        await Database.Write(t => t.Execute("select 1"), Cancel);
        Assert.False(IsInAFile(secret));
    }

    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_stored_text_on_PostgreSQL(PostgresServer server) : A_stored_text
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
