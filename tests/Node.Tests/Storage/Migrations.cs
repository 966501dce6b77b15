using System.Data.Common;
using System.Reflection;
using System.Text;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_migration : StorageOn
{
    private static readonly (string, string) MakeCup = ("001-cup", "create table cup (id bigint primary key); insert into cup (id) values (1);");
    private static readonly (string, string) FillCup = ("002-tea", "alter table cup add column tea text; insert into cup (id, tea) values (2, 'verte');");

    [Fact]
    public async Task applies_each_step_once_and_each_feature_after_those_it_builds_on()
    {
        var saucer = Feature("Saucers", ("001-saucer", "create table saucer (cup bigint references cup (id)); insert into saucer (cup) values (1);"));
        await Migrate(Database, Feature("Cups", MakeCup), saucer);
        await Migrate(Database, Feature("Cups", MakeCup, FillCup), saucer);
        await Migrate(Database, Feature("Cups", MakeCup, FillCup), saucer);

        Assert.Equal([1L, 2L], await Database.Query<long>("select id from cup order by id limit 10", null, Cancel));
        Assert.Equal(
            ["Cups 1 cup", "Cups 2 tea", "Saucers 1 saucer", "Storage 1 storage"],
            await Database.Query<string>("select feature || ' ' || number || ' ' || name from schema_migration order by feature, number limit 10", null, Cancel));
    }

    [Fact]
    public async Task leaves_nothing_of_a_step_that_fails()
    {
        var broken = ("002-broken", "create table spoon (id bigint); insert into spoon (id) values (1); insert into nowhere (id) values (1);");
        await Assert.ThrowsAnyAsync<DbException>(() => Migrate(Database, Feature("Cups", MakeCup, broken)));

        await Assert.ThrowsAnyAsync<DbException>(() => Database.Query<long>("select id from spoon limit 1", null, Cancel));
        await Migrate(Database, Feature("Cups", MakeCup, FillCup));
        Assert.Equal(2, await Database.Find<long>("select count(*) from cup", null, Cancel));
    }

    [Fact]
    public async Task refuses_a_database_that_a_newer_program_changed()
    {
        await Migrate(Database, Feature("Cups", MakeCup, FillCup));

        var refused = await Assert.ThrowsAsync<SchemaMismatchException>(() => Migrate(Database, Feature("Cups", MakeCup)));

        Assert.Contains("newer version of this program (Cups 2)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_database_of_another_program_and_says_so()
    {
        await Migrate(Database, Feature("Cups", MakeCup));

        var refused = await Assert.ThrowsAsync<SchemaMismatchException>(() => Migrate(Database, Feature("Saucers", ("001-saucer", "create table saucer (id bigint);"))));

        Assert.Contains($"{Database.Where} belongs to another program (Cups 1)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_database_whose_applied_step_was_edited()
    {
        await Migrate(Database, Feature("Cups", MakeCup));

        var refused = await Assert.ThrowsAsync<SchemaMismatchException>(() => Migrate(Database, Feature("Cups", ("001-cup", "create table cup (id text);"))));

        Assert.Contains("other steps than this program's (Cups 1)", refused.Message, StringComparison.Ordinal);
    }

    private FeatureSchema Feature(string name, params (string Step, string Sql)[] steps)
    {
        var suffix = Database.Engine == Engine.Sqlite ? "sqlite" : "postgresql";
        return new FeatureSchema(new Steps(steps.ToDictionary(s => $"{name}/Schema/{s.Step}.{suffix}.sql", s => s.Sql)), name);
    }

    /// <summary>An assembly with nothing in it but steps.</summary>
    private sealed class Steps(Dictionary<string, string> files) : Assembly
    {
        public override string[] GetManifestResourceNames() => [.. files.Keys];

        public override Stream? GetManifestResourceStream(string name) => new MemoryStream(Encoding.UTF8.GetBytes(files[name]));
    }
}

public sealed class A_migration_on_SQLite : A_migration
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class A_migration_on_PostgreSQL(PostgresServer server) : A_migration
{
    private readonly OwnPostgres _own = new(server);

    protected override Task<Database> Connect() => _own.Connect();
}
