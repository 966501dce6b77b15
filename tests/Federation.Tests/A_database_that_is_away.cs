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
        var settings = new Dictionary<string, string?> { ["RECOVERYCOP_Storage__Engine"] = "PostgreSql", ["RECOVERYCOP_Storage__ConnectionString"] = await server.CreateDatabase(Cancel) };
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
    public async Task is_waited_for_at_the_start_and_later_costs_two_lines_and_pages_that_say_so()
    {
        using var folder = new TemporaryFolder();
        var database = new NpgsqlConnectionStringBuilder(await server.CreateDatabase(Cancel));
        await using var gate = new Gate(database.Host![0] == '/'
            ? new UnixDomainSocketEndPoint($"{database.Host}/.s.PGSQL.{database.Port}")
            : new DnsEndPoint(database.Host, database.Port));
        (database.Host, database.Port) = ("127.0.0.1", gate.Port);
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        var settings = new Dictionary<string, string?> { ["RECOVERYCOP_Storage__Engine"] = "PostgreSql", ["RECOVERYCOP_Storage__ConnectionString"] = database.ConnectionString };

        await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", folder.Path, "--listen", address.GetLeftPart(UriPartial.Authority)], settings);
        await node.Line($"PostgreSQL at 127.0.0.1:{gate.Port} does not answer .* The node waits, and starts by itself then.", Cancel);
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

        var ended = await node.Stop(Cancel);
        Assert.Equal(0, ended.ExitCode);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Single(ended.Output.Split('\n'), line => line.Contains("Until then pages say so", StringComparison.Ordinal));
        Assert.Single(ended.Output.Split('\n'), line => line.Contains("is back after", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page, TimeSpan? Pause)> Ask(HttpClient reader)
    {
        using var answer = await reader.GetAsync(new Uri("/fr/fonder", UriKind.Relative), Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), answer.Headers.RetryAfter?.Delta);
    }
}
