using Dapper;
using Microsoft.Data.Sqlite;

namespace RecoveryCoP.Federation.Tests;

/// <summary>The verb doctor, where a node would not start, or would stumble later.</summary>
public sealed class Looking_at_a_node_that_is_damaged : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var founded = await Run("init", "--name", "Entraide", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        Assert.True(founded.ExitCode == 0, founded.Error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task finds_a_page_of_the_database_that_is_no_page_any_more()
    {
        Assert.Contains("✓ Ce qui est enregistré · What is stored", (await Run("doctor")).Output, StringComparison.Ordinal);
        await Spoil("session_expires"); // nobody reads it meanwhile

        var said = await Run("doctor");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("✗ Ce qui est enregistré · What is stored", said.Output, StringComparison.Ordinal);
        Assert.Contains("Restore the newest backup into a new folder", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task finds_that_its_key_is_missing_and_goes_on()
    {
        Assert.Contains("✓ Clé de signature · Signing key", (await Run("doctor")).Output, StringComparison.Ordinal);
        foreach (var key in Directory.EnumerateFiles(_folder.File("keys")))
        {
            File.Delete(key);
        }

        var said = await Run("doctor");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("✗ Clé de signature · Signing key", said.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Base de données · Database", said.Output, StringComparison.Ordinal);
        Assert.Contains("✗ Envoi des courriels · Sending email", said.Output, StringComparison.Ordinal);
    }

    private async Task Spoil(string index)
    {
        long page, size;
        await using (var database = new SqliteConnection($"Data Source={_folder.File("node.db")};Mode=ReadOnly;Pooling=False"))
        {
            page = await database.ExecuteScalarAsync<long>("select rootpage from sqlite_master where name = @index", new { index });
            size = await database.ExecuteScalarAsync<long>("pragma page_size");
        }

        await using var file = File.OpenWrite(_folder.File("node.db"));
        file.Position = (page - 1) * size;
        await file.WriteAsync(Enumerable.Repeat((byte)0xff, (int)size).ToArray(), Cancel);
    }

    private Task<Finished> Run(params string[] arguments) => NodeProcess.Run(NodeProcess.Chapter, [.. arguments, "--data", _folder.Path], Cancel);
}
