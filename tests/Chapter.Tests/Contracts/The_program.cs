using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Tests.Contracts;

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

        Assert.Empty(RefusalCodes.In(["src/Node", "src/Chapter"], features).Except(said));
    }

    [Fact]
    public async Task makes_the_schema_that_is_written_down_on_sqlite()
    {
        using var folder = new TemporaryFolder();
        await using var program = await Built(folder, null);

        Manifest.Check("tests/Chapter.Tests/Contracts/current.chapter.sqlite.sql", await program.Services.GetRequiredService<Database>().Query<string>(SchemaText.Sqlite, null, Cancel), onlyAdditions: false);
    }

    [Fact]
    public async Task makes_the_schema_that_is_written_down_on_postgresql()
    {
        using var folder = new TemporaryFolder();
        await using var program = await Built(folder, await server.CreateDatabase(Cancel));

        Manifest.Check("tests/Chapter.Tests/Contracts/current.chapter.postgresql.sql", await program.Services.GetRequiredService<Database>().Query<string>(SchemaText.PostgreSql, null, Cancel), onlyAdditions: false);
    }

    // What grains store and send: a number that changes its meaning makes old states unreadable.
    [Fact]
    public void keeps_the_numbers_of_what_its_grains_store_and_send() =>
        Manifest.Check(
            "tests/Chapter.Tests/Contracts/grains.txt",
            from type in ((Assembly[])[typeof(Refusal).Assembly, typeof(ChapterNode).Assembly]).SelectMany(a => a.GetTypes())
            let alias = type.GetCustomAttribute<AliasAttribute>()?.Alias
            where alias is not null && !type.Namespace!.StartsWith("OrleansCodeGen", StringComparison.Ordinal)
            from line in MembersOf(type)
            orderby alias, line
            select $"{alias} {line}",
            onlyAdditions: true);

    private static IEnumerable<string> MembersOf(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)} = {name}")
        : from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
          let id = property.GetCustomAttribute<IdAttribute>()?.Id
          where id is not null
          select $"{id} {property.Name}: {property.PropertyType}";

    private static Task<WebApplication> Built(TemporaryFolder folder, string? postgres) =>
        new NodeProgram(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly).Build(
            NodeSettings.Load(ChapterNode.Kind, new Dictionary<string, string?>
            {
                ["Node:DataFolder"] = folder.Folder("data"),
                ["Storage:Engine"] = postgres is null ? "Sqlite" : "PostgreSql",
                ["Storage:ConnectionString"] = postgres ?? "",
            }),
            Cancel);
}
