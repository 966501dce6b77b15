using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests.Kept;

/// <summary>A kept node in a folder of its own, to be started with the program of today.</summary>
internal sealed class Opened : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Ports _ports = Ports.Take(NodeProcess.Hub);
    private readonly string _program;
    private readonly Dictionary<string, string?> _settings = [];
    private string? _database;

    private Opened(KeptNode kept)
    {
        _program = kept.Program == "hub" ? NodeProcess.Hub : NodeProcess.Chapter;
        Folder = _folder.File("data");
        Browser = new FormClient(Address);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Folder { get; }

    public FormClient Browser { get; }

    public Uri Address => new($"http://127.0.0.1:{_ports.Web}");

    public static async Task<Opened> Of(KeptNode kept, PostgresServer server)
    {
        var opened = new Opened(kept);
        var settings = await kept.Open(opened.Folder, server, Cancel);
        opened._database = settings.GetValueOrDefault("Storage:ConnectionString");
        foreach (var (key, value) in settings)
        {
            opened._settings["RECOVERYCOP_" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return opened;
    }

    public async Task<NodeProcess> Start(params string[] more)
    {
        var node = NodeProcess.Start(_program, [.. Where, .. more], _settings);
        await node.Answers(Address, Cancel);
        return node;
    }

    /// <summary>Starts it, and waits until it has ended.</summary>
    public async Task<Finished> Fail(params string[] more)
    {
        await using var node = NodeProcess.Start(_program, [.. Where, .. more], _settings);
        return await node.Process.Ended(Cancel);
    }

    public Task<Finished> Run(params string[] arguments) => NodeProcess.Run(_program, [.. arguments, .. Where], Cancel, _settings);

    /// <summary>Starts one on the folder or a copy of it, and waits for nothing.</summary>
    public NodeProcess Begin(string folder) => NodeProcess.Start(_program, ["--data", folder, .. Where[2..]], _settings);

    public async Task SignIn(string address)
    {
        var link = await Run("sign-in-link", "--address", address);
        Assert.True(link.ExitCode == 0, link.Error);
        await Browser.SignIn(link.Output.Trim(), Cancel);
    }

    public async Task<string> Read(string path) => (await Browser.Open(path, Cancel)).Words;

    /// <summary>The first column of a query of the database, while the node is stopped.</summary>
    public async Task<IReadOnlyList<string>> Query(string sqlite, string? postgres = null)
    {
        await using var database = Connect();
        return [.. await database.QueryAsync<string>(_database is null ? sqlite : postgres ?? sqlite)];
    }

    public async Task Change(string sql)
    {
        await using var database = Connect();
        await database.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
        }

        _folder.Dispose();
        await Task.CompletedTask;
    }

    private DbConnection Connect() => _database is null ? new SqliteConnection($"Data Source={Path.Combine(Folder, "node.db")};Pooling=False") : new NpgsqlConnection(_database);

    private string[] Where => ["--data", Folder, "--listen", Address.GetLeftPart(UriPartial.Authority), .. _program == NodeProcess.Hub ? new[] { "--set", $"Node:GrpcListen=http://127.0.0.1:{_ports.Grpc}" } : []];
}
