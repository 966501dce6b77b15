using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_stored_text : StorageOn
{
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

        var hash = await _texts.Put(bytes, Cancel);

        var elsewhere = await Open();
        var texts = new TextStore(elsewhere, NullLogger<TextStore>.Instance);
        Assert.Equal(bytes, await texts.Get(hash, Cancel));
        Assert.Null(await texts.Get(new byte[32], Cancel));
    }

    [Fact]
    public async Task is_kept_once()
    {
        var hashes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => _texts.Put([(byte)(n % 3)], Cancel)));

        Assert.Equal(3, hashes.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(3, await Database.Find<long>("select count(*) from text", null, Cancel));
    }

    [Fact]
    public async Task is_refused_as_unsaved_when_the_database_fails_and_the_next_one_goes_on()
    {
        await Database.Write(t => t.Execute("alter table text rename to elsewhere"), Cancel);
        var refused = await Assert.ThrowsAsync<InconsistentStateException>(() => _texts.Put([1], Cancel));
        await Database.Write(t => t.Execute("alter table elsewhere rename to text"), Cancel);

        var hash = await _texts.Put([1], Cancel);

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
        var hash = await texts.Put(secret, Cancel);
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

            await Database.Write(t => TextStore.Erase(t, [hash]), Cancel);
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
