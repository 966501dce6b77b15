using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Testing;

/// <summary>
/// A program's migrations, ended behind each of their statements: the database is as it was before, or as it is afterwards, and never in between.
/// </summary>
/// <remarks>
/// The migrator runs the statements of a step one by one and says when one is done, which is where this ends the work. With SQLite that is a copy of the files as
/// they lie at that moment: what a killed process leaves, without the cost of a process for each of some hundred places; the cache is one page, so that the log holds
/// what is not committed. With PostgreSQL it is the end of the connection, which is all that the server ever learns of a killed process; of a new database, at some
/// places that chance takes, and at all of them it is looked at what others see, which is what such an end leaves. Real processes are killed in Federation.Tests.
/// </remarks>
public abstract class A_killed_upgrade(NodeKind kind, Action<IServiceCollection> addFeatures, Assembly pages, PostgresServer server)
{
    private const int Samples = 4, TornAt = 25;

    // What a version to come may do to a database that is in use.
    private const string Later =
        """
        create table later (id uuid not null, kind text not null, size bigint not null);
        insert into later (id, kind, size) select id, kind, length(cast(state as text)) from grain_state;
        create index later_size on later (size);
        alter table node add column later text not null default 'oui';
        update grain_state set version = version + 1;
        create view later_kind as select kind, count(*) as many from later group by kind;
        drop table backup_record;
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Golden(string engine) => $"tests/{char.ToUpperInvariant(kind.Code[0])}{kind.Code[1..]}.Tests/Contracts/current.{kind.Code}.{engine}.sql";

    [Fact]
    public async Task of_a_new_sqlite_database_leaves_nothing_or_all_of_it()
    {
        using var folder = new TemporaryFolder();
        var features = await Features();

        var killed = await Watched(folder, folder.Folder("node"), features, before: _ => 0L, Tables);

        var random = new Random(Seed.Say());
        foreach (var left in killed.OrderBy(_ => random.Next()).Take(Samples))
        {
            await using var again = new SqliteDatabase(Path.Combine(left, "node.db"));
            await Migrate(again, features, null);
            Manifest.Check(Golden("sqlite"), await again.Query<string>(SchemaText.Sqlite, null, Cancel), onlyAdditions: false);
        }
    }

    [Fact]
    public async Task of_an_older_sqlite_database_leaves_it_as_it_was_or_all_of_it()
    {
        using var folder = new TemporaryFolder();
        var node = folder.Folder("node");
        await KeptNode.Oldest(kind.Code, "sqlite").Open(node, server, Cancel);

        var killed = await Watched(folder, node, [.. await Features(), Step(900, Later)], Contents, Contents);

        Assert.NotEmpty(killed);
    }

    [Fact]
    public async Task of_a_new_postgresql_database_leaves_nothing_or_all_of_it()
    {
        const string tables = "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'";
        var names = await server.CreateDatabase(Cancel);
        var features = await Features();
        var random = new Random(Seed.Say());
        await using var others = await Outside(names);
        await using var database = new PostgreSqlDatabase(names);
        var places = await Places(database, features);

        foreach (var at in Enumerable.Range(0, 3 * Samples).Select(_ => random.Next(1, places)).Append(places))
        {
            await Killed(database, others, features, at);
            Assert.Equal(0, others.ExecuteScalar<long>(tables));
        }

        // What a connection leaves behind that ends is what the others see until then.
        var passed = 0;
        await Migrate(database, features, new Watch(() =>
        {
            passed++;
            Assert.Equal(0, others.ExecuteScalar<long>(tables));
        }));
        Assert.Equal(places, passed);
        Manifest.Check(Golden("postgresql"), await database.Query<string>(SchemaText.PostgreSql, null, Cancel), onlyAdditions: false);
    }

    [Fact]
    public async Task of_an_older_postgresql_database_leaves_it_as_it_was_or_all_of_it()
    {
        using var folder = new TemporaryFolder();
        var names = (await KeptNode.Oldest(kind.Code, "postgresql").Open(folder.Folder("node"), server, Cancel))["Storage:ConnectionString"]!;
        IReadOnlyList<FeatureSchema> features = [.. await Features(), Step(900, Later)];
        await using var others = await Outside(names);
        await using var database = new PostgreSqlDatabase(names);
        var was = await Contents(database);

        foreach (var at in Enumerable.Range(1, await Places(database, features)))
        {
            await Killed(database, others, features, at);
            Assert.Equal(was, await Contents(database));
        }

        await Migrate(database, features, null);
        Assert.NotEqual(was, await Contents(database));
    }

    /// <summary>Migrates once, keeps what a kill would leave behind every statement, and compares it with what was before and is afterwards.</summary>
    private static async Task<List<string>> Watched<T>(TemporaryFolder folder, string node, IReadOnlyList<FeatureSchema> features, Func<string, T> before, Func<string, T> read)
    {
        var was = before(Path.Combine(node, "node.db"));
        List<string> killed = [];
        var longest = 0L;
        await using var database = new SqliteDatabase(Path.Combine(node, "node.db"));
        await Migrate(database, [Step(0, "pragma cache_size = 1;"), .. features], new Watch(() =>
        {
            killed.Add(CopyOf("killed-" + killed.Count));
            longest = Math.Max(longest, new FileInfo(LogOf(killed[^1])) is { Exists: true } log ? log.Length : 0);
            Assert.Equal(was, read(Path.Combine(killed[^1], "node.db")));
        }));
        Assert.True(longest > 0, "Nothing that is not committed was ever in the log: the test shows less than it says.");

        // The commit itself is cut off at any byte of the log.
        var whole = CopyOf("whole");
        var bytes = await File.ReadAllBytesAsync(LogOf(whole), Cancel);
        var done = read(Path.Combine(CopyOf("done"), "node.db"));
        Assert.NotEqual(was, done);
        var random = new Random(Seed.Say());
        foreach (var length in Enumerable.Range(0, TornAt).Select(_ => random.Next(bytes.Length)).Append(bytes.Length - 1))
        {
            var torn = Path.Combine(folder.Folder("torn"), "node.db");
            File.Copy(Path.Combine(whole, "node.db"), torn, overwrite: true);
            File.Delete(torn + "-shm");
            await File.WriteAllBytesAsync(torn + "-wal", bytes[..length], Cancel);
            Assert.Contains(read(torn), new[] { was, done });
        }

        return killed;

        string CopyOf(string name)
        {
            var to = folder.Folder(name);
            foreach (var file in new[] { "node.db", "node.db-wal" }.Where(file => File.Exists(Path.Combine(node, file))))
            {
                using var from = new FileStream(Path.Combine(node, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = File.Create(Path.Combine(to, file));
                from.CopyTo(copy);
            }

            return to;
        }

        static string LogOf(string copy) => Path.Combine(copy, "node.db-wal");
    }

    /// <summary>Migrates, until the connection ends behind a statement.</summary>
    private static async Task Killed(Database database, NpgsqlConnection others, IReadOnlyList<FeatureSchema> features, int at)
    {
        var passed = 0;
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Migrate(database, features, new Watch(() =>
        {
            if (++passed == at)
            {
                others.Execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
            }
        })));
        Assert.Equal(at, passed);
    }

    // Each statement that is missing, and the row that says that a step is done.
    private static async Task<int> Places(Database database, IEnumerable<FeatureSchema> features) =>
        (await new Migrator(database, features, TimeProvider.System, NullLogger<Migrator>.Instance).Look(Cancel)).Missing.Sum(step => step.Statements(database.Engine).Count() + 1);

    private static async Task<NpgsqlConnection> Outside(string names)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(names) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private async Task<IReadOnlyList<FeatureSchema>> Features()
    {
        using var folder = new TemporaryFolder();
        await using WebApplication program = await new NodeProgram(kind, addFeatures, pages).Build(NodeSettings.Load(kind, new Dictionary<string, string?> { ["Node:DataFolder"] = folder.Folder("data") }), Cancel);
        return [.. program.Services.GetServices<FeatureSchema>()];
    }

    private static Task Migrate(Database database, IEnumerable<FeatureSchema> features, IWatchesMigration? watch) =>
        new Migrator(database, features, TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(watch, Cancel);

    private static FeatureSchema Step(int number, string sql) => new(new OneStep($"Later/Schema/{number:D3}-later.sql", sql), "Later");

    private static long Tables(string file)
    {
        using var database = Open(file);
        return database.ExecuteScalar<long>("select count(*) from sqlite_master");
    }

    private static string Contents(string file)
    {
        using var database = Open(file);
        Assert.Equal("ok", database.QuerySingle<string>("pragma integrity_check(1)"));
        var schema = database.Query<string>(SchemaText.Sqlite).ToList();
        var rows = database.Query<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name").Select(table => $"{table} {Digest(table)}").ToList();
        return string.Join('\n', schema.Concat(rows));

        string Digest(string table)
        {
            var row = database.QuerySingle<string>("select group_concat('quote(\"' || name || '\")', ' || char(10) || ') from pragma_table_info(@table)", new { table });
            var all = database.Query<string>($"select {row} from \"{table}\"").Order(StringComparer.Ordinal);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
        }
    }

    private static async Task<string> Contents(Database database)
    {
        var schema = await database.Query<string>(SchemaText.PostgreSql, null, Cancel);
        var tables = await database.Query<string>("select tablename from pg_tables where schemaname = 'public' order by tablename", null, Cancel);
        var rows = new StringBuilder();
        foreach (var table in tables)
        {
            rows.Append(CultureInfo.InvariantCulture, $"\n{table} {await database.Find<string>($"select md5(string_agg(t::text, chr(10) order by t::text)) from \"{table}\" t", null, Cancel)}");
        }

        return string.Join('\n', schema) + rows;
    }

    private static SqliteConnection Open(string file)
    {
        var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        return database;
    }

    private sealed class Watch(Action passes) : IWatchesMigration
    {
        public void Begins(Migration step, int at, int of)
        {
        }

        public void Passes() => passes();
    }
}
