using System.Net;
using System.Net.Sockets;
using Npgsql;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>A chapter whose PostgreSQL server is not there when it starts, and goes away while it runs.</summary>
public sealed class A_database_that_is_away(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_one_nodes_until_that_one_ends()
    {
        using var folder = new TemporaryFolder();
        var settings = Settings(await server.CreateDatabase(Cancel));
        string[] At(string name, out Uri address)
        {
            address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
            return ["--data", folder.Folder(name), "--listen", address.GetLeftPart(UriPartial.Authority)];
        }

        await using var first = NodeProcess.Start(NodeProcess.Chapter, At("first", out var firstAddress), settings);
        await first.Answers(firstAddress, Cancel);
        await using var second = NodeProcess.Start(NodeProcess.Chapter, At("second", out var secondAddress), settings);
        await second.Line("Another node lives on the database .* Stop it first, or give this node a database of its own", Cancel);
        await first.Answers(firstAddress, Cancel);

        Assert.Equal(0, (await first.Stop(Cancel)).ExitCode);
        await second.Answers(secondAddress, Cancel);
        Assert.Equal(0, (await second.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task and_was_taken_meanwhile_ends_the_node_that_came_back_late()
    {
        using var folder = new TemporaryFolder();
        var direct = await server.CreateDatabase(Cancel);
        var cut = new NpgsqlConnectionStringBuilder(direct);
        await using var gate = GateTo(cut);
        gate.Open();
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        await using var first = NodeProcess.Start(NodeProcess.Chapter, ["--data", folder.Folder("first"), "--listen", address.GetLeftPart(UriPartial.Authority)], Settings(cut.ConnectionString));
        await first.Answers(address, Cancel);
        using var reader = new HttpClient { BaseAddress = address };
        reader.DefaultRequestHeaders.Add("Cookie", $"n{await File.ReadAllTextAsync(Path.Combine(folder.Folder("first"), "mark"), Cancel)}s={new string('A', 43)}");
        Assert.Equal(HttpStatusCode.OK, (await Ask(reader)).Status);
        await gate.Shut();
        await Ask(reader);
        await first.Line("Until then pages say so", Cancel);

        var elsewhere = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        await using var second = NodeProcess.Start(NodeProcess.Chapter, ["--data", folder.Folder("second"), "--listen", elsewhere.GetLeftPart(UriPartial.Authority)], Settings(direct));
        await second.Answers(elsewhere, Cancel);
        gate.Open();

        var ended = await first.Process.Ended(Cancel);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Another node lives on the database", ended.Output, StringComparison.Ordinal);
        await second.Answers(elsewhere, Cancel);
    }

    [Fact]
    public async Task is_waited_for_at_the_start_and_later_costs_two_lines_and_pages_that_say_so()
    {
        using var folder = new TemporaryFolder();
        var direct = await server.CreateDatabase(Cancel);
        var database = new NpgsqlConnectionStringBuilder(direct);
        await using var gate = GateTo(database);
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", folder.Path, "--listen", address.GetLeftPart(UriPartial.Authority)], Settings(database.ConnectionString));
        await node.Line($"PostgreSQL at 127.0.0.1:{gate.Port} does not answer .* The node waits, and then starts automatically.", Cancel);
        gate.Open();
        await node.Answers(address, Cancel);
        using var reader = new HttpClient { BaseAddress = address };
        // Whoever shows a session is looked up in the database.
        reader.DefaultRequestHeaders.Add("Cookie", $"n{await File.ReadAllTextAsync(folder.File("mark"), Cancel)}s={new string('A', 43)}");
        Assert.Equal(HttpStatusCode.OK, (await Ask(reader)).Status);

        await gate.Shut();
        for (var time = 0; time < 5; time++)
        {
            var (status, page, pause) = await Ask(reader);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)), (status, pause));
            Assert.Contains("Ce serveur n’arrive pas à lire ou à enregistrer ses données", page, StringComparison.Ordinal);
        }

        await node.Line("Until then pages say so", Cancel);
        gate.Open();
        await node.Line($"PostgreSQL at 127.0.0.1:{gate.Port} is back after", Cancel);
        Assert.Equal(HttpStatusCode.OK, (await Ask(reader)).Status);
        await using (var asking = new NpgsqlConnection(direct))
        {
            await asking.OpenAsync(Cancel);
            await using var locks = new NpgsqlCommand("select count(*) from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and l.granted and d.datname = current_database()", asking);
            Assert.Equal(1L, await locks.ExecuteScalarAsync(Cancel));
        }

        var ended = await node.Stop(Cancel);
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(2, ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length); // in French and in English
        Assert.Single(ended.Output.Split('\n'), line => line.Contains("Until then pages say so", StringComparison.Ordinal));
        Assert.Single(ended.Output.Split('\n'), line => line.Contains("is back after", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Settings(string database) =>
        new() { ["RECOVERYCOP_Storage__Engine"] = "PostgreSql", ["RECOVERYCOP_Storage__ConnectionString"] = database };

    /// <summary>A gate before the server; what is connected to leads through it from now on.</summary>
    private static Gate GateTo(NpgsqlConnectionStringBuilder database)
    {
        var gate = new Gate(database.Host![0] == '/'
            ? new UnixDomainSocketEndPoint($"{database.Host}/.s.PGSQL.{database.Port}")
            : new DnsEndPoint(database.Host, database.Port));
        (database.Host, database.Port) = ("127.0.0.1", gate.Port);
        return gate;
    }

    private static async Task<(HttpStatusCode Status, string Page, TimeSpan? Pause)> Ask(HttpClient reader)
    {
        using var answer = await reader.GetAsync(new Uri("/fr/fonder", UriKind.Relative), Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), answer.Headers.RetryAfter?.Delta);
    }
}
