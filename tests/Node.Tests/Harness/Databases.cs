using Npgsql;

namespace RecoveryCoP.Node.Tests.Harness;

public sealed class A_database_of_a_test(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task can_be_written_and_read()
    {
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabase(Cancel));

        await Execute(database, "create table word (text text not null); insert into word (text) values ('entraide')");

        Assert.Equal("entraide", await Read(database, "select text from word"));
    }

    [Fact]
    public async Task is_apart_from_another()
    {
        await using var one = NpgsqlDataSource.Create(await server.CreateDatabase(Cancel));
        await using var other = NpgsqlDataSource.Create(await server.CreateDatabase(Cancel));

        await Execute(one, "create table word (text text not null)");

        Assert.Null(await Read(other, "select table_name from information_schema.tables where table_name = 'word'"));
    }

    [Fact]
    public async Task can_start_as_a_copy_of_a_prepared_one()
    {
        var prepared = await server.CreateDatabase(Cancel);
        await using (var source = NpgsqlDataSource.Create(prepared))
        {
            await Execute(source, "create table word (text text not null); insert into word (text) values ('accueil')");
        }

        await using var copy = NpgsqlDataSource.Create(await server.CreateDatabase(Cancel, template: prepared));

        Assert.Equal("accueil", await Read(copy, "select text from word"));
    }

    [Fact]
    public async Task waits_for_the_disk_before_it_acknowledges()
    {
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabase(Cancel));

        Assert.Equal("on", await Read(database, "select current_setting('fsync')"));
    }

    private static async Task Execute(NpgsqlDataSource database, string statement)
    {
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<object?> Read(NpgsqlDataSource database, string query)
    {
        await using var command = database.CreateCommand(query);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
