using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

/// <summary>A test's own empty database on one engine, and how to open it again as another process would.</summary>
public abstract class StorageOn : IAsyncLifetime
{
    private readonly List<Database> _opened = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TemporaryFolder Folder { get; } = new();

    protected Database Database { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Database = await Open();

    public async ValueTask DisposeAsync()
    {
        await Close();
        foreach (var database in _opened)
        {
            await database.DisposeAsync();
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>True where these bytes stand in any file of the folder.</summary>
    protected bool IsInAFile(byte[] text) => Directory.GetFiles(Folder.Path).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(text) >= 0;
    });

    protected async Task<Database> Open()
    {
        var database = await Connect();
        _opened.Add(database);
        return database;
    }

    protected static Task Migrate(Database database, params FeatureSchema[] features) =>
        new Migrator(database, [StorageSchema, .. features], TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(Cancel);

    protected static FeatureSchema StorageSchema { get; } = new(typeof(Database).Assembly, "Storage");

    protected virtual ValueTask Close() => ValueTask.CompletedTask;

    protected abstract Task<Database> Connect();
}

/// <summary>How a test reaches PostgreSQL: a database of its own, made at first use.</summary>
public sealed class OwnPostgres(PostgresServer server)
{
    private string? _connectionString;

    public async Task<Database> Connect() => new PostgreSqlDatabase(_connectionString ??= await server.CreateDatabase(TestContext.Current.CancellationToken));
}
