using System.Text;
using Microsoft.Extensions.Configuration;
using RecoveryCoP.Node.Backups;

namespace RecoveryCoP.Node.Tests.Backups;

public sealed class Settings_that_come_back
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Storage": { "Engine": "PostgreSql", "ConnectionString": "Host=old" }, "Node": { "Listen": "http://127.0.0.1:5000" } }""")]
    [InlineData("""{ "Storage:Engine": "PostgreSql", "Storage:ConnectionString": "Host=old", "Node:Listen": "http://127.0.0.1:5000" }""")]
    [InlineData("""{ "storage": { "engine": "PostgreSql" }, "STORAGE:ConnectionString": "Host=old", "Node:Listen": "http://127.0.0.1:5000" }""")]
    [InlineData("""
        {
          // de la machine d’avant
          "Storage": { "Engine": "PostgreSql", "ConnectionString": "Host=old", },
          "Node": { "Listen": "http://127.0.0.1:5000" }, /* ici */
        }
        """)]
    public void name_the_new_database_however_they_were_written(string settings)
    {
        using var said = new MemoryStream(Encoding.UTF8.GetBytes(Restorer.Chosen(settings, "Host=new;Password=a\"b")));
        var read = new ConfigurationBuilder().AddJsonStream(said).Build();

        Assert.Equal("Host=new;Password=a\"b", read["Storage:ConnectionString"]);
        Assert.Equal("PostgreSql", read["Storage:Engine"]);
        Assert.Equal(settings.Length > 2 ? "http://127.0.0.1:5000" : null, read["Node:Listen"]);
    }
}
