using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public sealed class What_was_written_over_or_deleted : StorageOn
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData("update thing set what = ''")]
    [InlineData("delete from thing")]
    public async Task is_in_no_file_of_a_running_node_soon_afterwards_even_when_somebody_is_reading_at_first(string statement)
    {
        var secret = Encoding.UTF8.GetBytes("Zoulmirak Quexadril");
        await Database.Write(t => t.Execute("create table thing (what text not null)"), Cancel);
        await Database.Write(t => t.Execute("insert into thing (what) values ('Zoulmirak Quexadril')"), Cancel);
        using var forgetting = new Forgetting(Database, new StorageOutage(), _clock, NullLogger<Forgetting>.Instance);
        await using (var reader = await Database.OpenToRead(Cancel))
        {
            await using var snapshot = await reader.BeginTransactionAsync(Cancel);
            await using var command = reader.CreateCommand();
            command.CommandText = "select count(*) from thing";
            await command.ExecuteScalarAsync(Cancel);
            await Database.Write(t => t.Execute(statement), Cancel);
            await forgetting.StartAsync(Cancel);
            Assert.False(await Database.Forget(Cancel));
            Assert.True(IsInAFile(secret));
        }

        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var patience = 0; IsInAFile(secret) && patience < 500; patience++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await tick.WaitForNextTickAsync(Cancel);
        }

        Assert.False(IsInAFile(secret));
        await forgetting.StopAsync(Cancel);
    }

    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}
