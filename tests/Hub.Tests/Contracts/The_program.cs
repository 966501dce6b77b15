using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Hub.Tests.Contracts;

public sealed class The_program(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task has_a_text_for_every_code_it_refuses_or_confirms_with()
    {
        using var folder = new TemporaryFolder();
        await using var program = await Built(folder, null);
        var said = program.Services.GetRequiredService<RefusalTexts>().Codes.Concat(program.Services.GetServices<Confirmation>().Select(d => d.Code)).ToHashSet();
        var features = said.Select(code => code.Split('.')[0]).ToHashSet();

        Assert.Empty(RefusalCodes.In(["src/Node", "src/Hub"], features).Except(said));
    }

    [Fact]
    public async Task makes_the_schema_that_is_written_down_on_sqlite()
    {
        using var folder = new TemporaryFolder();
        await using var program = await Built(folder, null);

        Manifest.Check("tests/Hub.Tests/Contracts/current.hub.sqlite.sql", await program.Services.GetRequiredService<Database>().Query<string>(SchemaText.Sqlite, null, Cancel), onlyAdditions: false);
    }

    [Fact]
    public async Task makes_the_schema_that_is_written_down_on_postgresql()
    {
        using var folder = new TemporaryFolder();
        await using var program = await Built(folder, await server.CreateDatabase(Cancel));

        Manifest.Check("tests/Hub.Tests/Contracts/current.hub.postgresql.sql", await program.Services.GetRequiredService<Database>().Query<string>(SchemaText.PostgreSql, null, Cancel), onlyAdditions: false);
    }

    private static Task<WebApplication> Built(TemporaryFolder folder, string? postgres) =>
        new NodeProgram(HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly).Build(
            NodeSettings.Load(HubNode.Kind, new Dictionary<string, string?>
            {
                ["Node:DataFolder"] = folder.Folder("data"),
                ["Storage:Engine"] = postgres is null ? "Sqlite" : "PostgreSql",
                ["Storage:ConnectionString"] = postgres ?? "",
            }),
            Cancel);
}
