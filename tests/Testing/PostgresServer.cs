using System.Reflection;
using Npgsql;

namespace RecoveryCoP.Testing;

/// <summary>
/// A PostgreSQL server for one test assembly: started when the first test asks for a database, gone with the test process however that ends.
/// Declare it once an assembly: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>, and take it in the constructor of a test class.
/// </summary>
/// <remarks>
/// It is a throw-away cluster in a temporary folder, reached by a socket in that folder, so that no port is taken and assemblies run side by side.
/// <c>RECOVERYCOP_POSTGRES</c>, a connection string of a role that may create databases, names a running server to use instead.
/// Without either the test is skipped, or fails where <see cref="Required"/> says so.
/// It survives the death of any process; a power cut, only for assemblies that say <see cref="ShowsDurabilityAttribute"/>: hundreds of databases are made much sooner without.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The environment variable that names a running server.</summary>
    public const string Variable = "RECOVERYCOP_POSTGRES";

    // Databases on a shared server must not meet those of another test process.
    private readonly string _prefix = $"recoverycop_{Path.GetRandomFileName()[..8]}";
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<string> _created = [];
    private readonly string? _external = Environment.GetEnvironmentVariable(Variable);
    private PostgresCluster? _cluster;

    /// <summary>True when there is a server to ask, or PostgreSQL to start one with.</summary>
    public static bool IsHere => Environment.GetEnvironmentVariable(Variable) is not null || PostgresCluster.FindBinaries() is not null;

    /// <summary>The connection string of a new database, empty or a copy of another.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="template">The connection string of a database made here before, to which nobody is connected.</param>
    public async Task<string> CreateDatabase(CancellationToken cancel, string? template = null)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var server = await Server(cancel);
            var name = $"{_prefix}_{_created.Count + 1}";
            await CopyDatabase(server, name, template is null ? "template0" : LabelOf(template), cancel);
            _created.Add(name);
            // A test's idle connections would otherwise wait five minutes on a server that all tests share.
            return new NpgsqlConnectionStringBuilder(server) { Database = name, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 }.ConnectionString;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_external is not null)
        {
            foreach (var name in _created)
            {
                await Execute(_external, $"drop database if exists \"{name}\" with (force)", CancellationToken.None);
            }
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<string> Server(CancellationToken cancel)
    {
        if (_external is not null)
        {
            return _external;
        }

        _cluster ??= await StartCluster(cancel);
        return _cluster.ConnectionString;
    }

    private static Task<PostgresCluster> StartCluster(CancellationToken cancel)
    {
        if (PostgresCluster.FindBinaries() is not { } binaries)
        {
            Required.Missing("postgres", "PostgreSQL is not on this machine.", $"Install it (apt-get install postgresql) or name a server in {Variable}.");
            throw new UnreachableException();
        }

        return PostgresCluster.Start(binaries, Assembly.GetEntryAssembly()!.IsDefined(typeof(ShowsDurabilityAttribute)), cancel);
    }

    private static async Task CopyDatabase(string server, string name, string template, CancellationToken cancel)
    {
        // A pool of the template's own connections counts as somebody connected to it.
        NpgsqlConnection.ClearAllPools();
        await Execute(server, $"create database \"{name}\" template \"{template}\" encoding 'UTF8'", cancel);
    }

    private static async Task Execute(string server, string statement, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string LabelOf(string connection) =>
        new NpgsqlConnectionStringBuilder(connection).Database ?? throw new ArgumentException("No database is named", nameof(connection));
}
