using System.Data.Common;
using System.Reflection;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public abstract class A_migration : StorageOn
{
    private protected static readonly (string, string) MakeCup = ("001-cup", "create table cup (id bigint primary key); insert into cup (id) values (1);");
    private protected static readonly (string, string) FillCup = ("002-tea", "alter table cup add column tea text; insert into cup (id, tea) values (2, 'verte');");

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
    public async Task leaves_nothing_where_one_of_its_steps_fails()
    {
        await Migrate(Database, Feature("Cups", MakeCup));
        var broken = ("003-broken", "create table spoon (id bigint);\ninsert into spoon (id) values (1);\ninsert into nowhere (id) values (1);");
        await Assert.ThrowsAnyAsync<DbException>(() => Migrate(Database, Feature("Cups", MakeCup, FillCup, broken)));

        await Assert.ThrowsAnyAsync<DbException>(() => Database.Query<long>("select id from spoon limit 1", null, Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => Database.Query<string>("select tea from cup limit 1", null, Cancel));
        Assert.Equal(1, await Database.Find<long>("select max(number) from schema_migration", null, Cancel));
        await Migrate(Database, Feature("Cups", MakeCup, FillCup));
        Assert.Equal(2, await Database.Find<long>("select count(*) from cup", null, Cancel));
    }

    [Fact]
    public async Task goes_the_way_of_a_new_database_when_it_is_an_upgrade()
    {
        var log = Feature("Log", ("001-log", "create table log (line text);"), ("003-log", "insert into log (line) select 'saucers: ' || count(*) from saucer;"));
        var saucers = Feature("Saucers", ("001-saucer", "create table saucer (id bigint);"), ("002-saucer", "insert into saucer (id) values (1);"));

        await Migrate(Database, log, saucers);

        Assert.Equal(["saucers: 1"], await Database.Query<string>("select line from log limit 10", null, Cancel));
    }

    [Fact]
    public async Task makes_a_table_anew_without_touching_the_rows_that_name_its_rows()
    {
        var saucers = Feature("Saucers", ("001-saucer", "create table saucer (cup bigint references cup (id) on delete cascade);\ninsert into saucer (cup) values (1);"));
        await Migrate(Database, Feature("Cups", MakeCup), saucers);
        var anew = ("002-anew", Database.Engine == Engine.Sqlite
            ? "create table cup_new (id integer primary key, tea text not null default 'noire');\ninsert into cup_new (id) select id from cup;\ndrop table cup;\nalter table cup_new rename to cup;"
            : "alter table cup add column tea text not null default 'noire';");

        await Migrate(Database, Feature("Cups", MakeCup, anew), saucers);

        Assert.Equal("noire", await Database.Find<string>("select c.tea from saucer s join cup c on c.id = s.cup", null, Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => Database.Write(t => t.Execute("insert into saucer (cup) values (7)"), Cancel));
    }

    [Fact]
    public async Task that_would_leave_a_row_that_names_nothing_is_not_done()
    {
        var saucers = Feature("Saucers", ("001-saucer", "create table saucer (cup bigint references cup (id));\ninsert into saucer (cup) values (1);"));
        await Migrate(Database, Feature("Cups", MakeCup), saucers);

        await Assert.ThrowsAnyAsync<Exception>(() => Migrate(Database, Feature("Cups", MakeCup, ("002-less", "delete from cup;")), saucers));

        Assert.Equal(1, await Database.Find<long>("select count(*) from cup", null, Cancel));
    }

    [Fact]
    public async Task tells_which_step_it_is_at_and_passes_behind_every_statement_of_it()
    {
        var watch = new Heard();
        await Migrate(Database, Feature("Cups", MakeCup));
        var trigger = Database.Engine == Engine.Sqlite
            ? "create trigger pour after insert on cup begin\n  update cup set tea = 'verte';\n  select 1;\nend;"
            : "create function pour() returns trigger language plpgsql as $$ begin\n  update cup set tea = 'verte';\n  return new;\nend $$;\ncreate trigger pour after insert on cup execute function pour();";

        await new Migrator(Database, [StorageSchema, Feature("Cups", MakeCup, FillCup, ("003-pour", "-- A comment;\n" + trigger + "\n\ninsert into cup (id) values (3); -- and another;\n-- The end;\n"))], TimeProvider.System, NullLogger<Migrator>.Instance)
            .Migrate(watch, Cancel);

        Assert.Equal(["1/2 Cups 2", "2/2 Cups 3"], watch.Steps);
        Assert.Equal(Database.Engine == Engine.Sqlite ? 2 + 3 : 2 + 4, watch.Passed);
        Assert.Equal(3, await Database.Find<long>("select count(*) from cup where tea = 'verte'", null, Cancel));
    }

    [Fact]
    public async Task that_finds_another_process_was_quicker_has_nothing_to_do()
    {
        await Migrate(Database, Feature("Cups", MakeCup, FillCup));
        var watch = new Heard();

        await new Migrator(await Open(), [StorageSchema, Feature("Cups", MakeCup, FillCup)], TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(watch, Cancel);

        Assert.Equal(0, watch.Passed);
    }

    [Fact]
    public async Task names_the_newest_program_that_has_run_on_it_though_it_changed_nothing()
    {
        await Migrate(Database, Feature("Cups", MakeCup));
        await Noted("0.0.1");

        await Migrate(Database, Feature("Cups", MakeCup));
        Assert.Equal(Here, await MadeBy());

        // An older program that runs where it may does not make it its own.
        await Noted("12.3.0");
        await Migrate(Database, Feature("Cups", MakeCup));
        Assert.Equal("12.3.0", await MadeBy());

        Task Noted(string program) => Database.Write(t => t.Execute("update schema_migration set program = @program", new { program }), Cancel);
        async Task<string?> MadeBy() => (await new Migrator(Database, [StorageSchema, Feature("Cups", MakeCup)], TimeProvider.System, NullLogger<Migrator>.Instance).Look(Cancel)).MadeBy;
    }

    [Fact]
    public async Task refuses_a_database_that_a_newer_program_changed()
    {
        await Migrate(Database, Feature("Cups", MakeCup, FillCup));

        var refused = await Assert.ThrowsAsync<SchemaMismatchException>(() => Migrate(Database, Feature("Cups", MakeCup)));

        Assert.Contains($"une version plus récente de ce programme\u00a0: {Here} (Cups 2)", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"a newer version of this program: {Here} (Cups 2)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_database_of_a_newer_program_with_its_version_and_the_day()
    {
        await Migrate(Database, Feature("Cups", MakeCup, FillCup));
        await Database.Write(t => t.Execute("update schema_migration set program = '12.3.0', applied_at = @at where feature = 'Cups' and number = 2", new { at = new DateTimeOffset(2027, 5, 2, 15, 0, 0, TimeSpan.Zero) }), Cancel);

        var refused = await Assert.ThrowsAsync<SchemaMismatchException>(() => Migrate(Database, Feature("Cups", MakeCup)));

        Assert.Contains("Depuis le 2 mai 2027, cette base de données est celle d’une version plus récente de ce programme\u00a0: 12.3.0 (Cups 2)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Since May 2, 2027 this database has been that of a newer version of this program: 12.3.0 (Cups 2)", refused.Message, StringComparison.Ordinal);
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

        Assert.Contains("other steps than this program’s (Cups 1)", refused.Message, StringComparison.Ordinal);
    }

    private static string Here => Migrator.ProgramVersion.ToString(3);

    private sealed class Heard : IWatchesMigration
    {
        public List<string> Steps { get; } = [];

        public int Passed { get; private set; }

        public void Begins(Migration step, int at, int of) => Steps.Add($"{at}/{of} {step.Feature} {step.Number}");

        public void Passes() => Passed++;
    }

    private protected FeatureSchema Feature(string name, params (string Step, string Sql)[] steps)
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

    [Fact]
    public async Task does_not_wait_for_ever_for_somebody_who_left_a_transaction_open()
    {
        var names = await server.CreateDatabase(Cancel);
        await using var impatient = new PostgreSqlDatabase(names) { SchemaWait = "1ms" };
        await Migrate(impatient, Feature("Cups", MakeCup));
        await using var somebody = new NpgsqlConnection(names);
        await somebody.OpenAsync(Cancel);
        await using var open = await somebody.BeginTransactionAsync(Cancel);
        await somebody.ExecuteAsync("select id from cup");

        var failure = await Assert.ThrowsAsync<PostgresException>(() => Migrate(impatient, Feature("Cups", MakeCup, FillCup)));

        Assert.Contains("Another program has", StorageFailure.Explain(failure, impatient.Where)!.Line, StringComparison.Ordinal);
        await open.RollbackAsync(Cancel);
        await Migrate(impatient, Feature("Cups", MakeCup, FillCup));
    }

    protected override Task<Database> Connect() => _own.Connect();
}
