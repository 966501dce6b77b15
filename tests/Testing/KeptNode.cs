using System.IO.Compression;
using Npgsql;

namespace RecoveryCoP.Testing;

/// <summary>
/// The data folder of a node of an earlier version, kept for ever in <c>tests/Kept/VERSION</c>: a community of the samples or its hub, on one engine. Every program to come must be
/// able to go on from it.
/// </summary>
/// <param name="Version">The version of the schema.</param>
/// <param name="Program"><c>chapter</c> or <c>hub</c>.</param>
/// <param name="Engine"><c>sqlite</c> or <c>postgresql</c>.</param>
public sealed record KeptNode(int Version, string Program, string Engine)
{
    private const string Dump = "node.dump";

    private static readonly string[] _left = ["held-by", "lock", "address", "control.sock", "settings.json", "drill-key"];

    /// <summary>All that are kept.</summary>
    public static IEnumerable<KeptNode> All =>
        from version in FrozenSteps.Versions
        from program in new[] { "chapter", "hub" }
        from engine in new[] { "sqlite", "postgresql" }
        select new KeptNode(version, program, engine);

    /// <summary>The oldest there is: the longest way.</summary>
    public static KeptNode Oldest(string program, string engine) => new(1, program, engine);

    /// <summary>Says which, in a test's name.</summary>
    public override string ToString() => $"{Program} {Version} {Engine}";

    private bool IsPostgres => Engine == "postgresql";

    private string File => Path.Combine(FrozenSteps.Kept, FrozenSteps.Digits(Version), $"{Program}.{Engine}.zip");

    /// <summary>Puts it into a folder, and its database into one of a server's.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="server">Where PostgreSQL's goes.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The settings to start it with.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> Open(string folder, PostgresServer server, CancellationToken cancel)
    {
        await ZipFile.ExtractToDirectoryAsync(File, folder, cancel);
        if (!IsPostgres)
        {
            return Settings(null);
        }

        var database = await server.CreateDatabase(cancel);
        var dump = Path.Combine(folder, Dump);
        await Run("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", $"--dbname={Names(database)}", dump], cancel);
        System.IO.File.Delete(dump);
        return Settings(database);
    }

    /// <summary>Keeps a node that has stopped.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="database">The connection string of its database; null where it is in the folder.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task Keep(string folder, string? database, CancellationToken cancel)
    {
        if (database is not null)
        {
            await Run("pg_dump", ["--format=custom", "--compress=9", "--no-owner", "--no-privileges", $"--dbname={Names(database)}", $"--file={Path.Combine(folder, Dump)}"], cancel);
        }

        System.IO.File.Delete(File);
        await using var zip = await ZipFile.OpenAsync(File, ZipArchiveMode.Create, cancel);
        foreach (var file in Directory.GetFiles(folder).Concat(new[] { "keys", "cookies" }.SelectMany(inside => Directory.GetFiles(Path.Combine(folder, inside)))).Order(StringComparer.Ordinal))
        {
            if (!_left.Contains(Path.GetFileName(file)))
            {
                await zip.CreateEntryFromFileAsync(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), CompressionLevel.SmallestSize, cancel);
            }
        }
    }

    /// <summary>The settings of a node with that database.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(string? database) => database is null
        ? new Dictionary<string, string?> { ["Storage:Engine"] = "Sqlite" }
        : new Dictionary<string, string?> { ["Storage:Engine"] = "PostgreSql", ["Storage:ConnectionString"] = database };

    private static string Names(string database) => new NpgsqlConnectionStringBuilder(database) is var names
        ? $"host={names.Host} port={names.Port} user={names.Username} password='{names.Password}' dbname={names.Database}" : "";

    private static async Task Run(string program, string[] arguments, CancellationToken cancel)
    {
        await using var process = ChildProcess.Start(PostgresCluster.FindBinaries() is { } folder && System.IO.File.Exists(Path.Combine(folder, program)) ? Path.Combine(folder, program) : program, arguments);
        process.EndInput();
        var end = await process.Ended(cancel);
        Assert.True(end.ExitCode == 0, end.Error);
    }
}
