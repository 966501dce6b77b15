using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace RecoveryCoP.Node.Storage;

/// <summary>A PostgreSQL server. It orders its own writers; <c>synchronous_commit</c> stays on, so an answer means on disk.</summary>
public sealed class PostgreSqlDatabase : Database
{
    // "RecovCoP" in letters: other programs that lock things in the same database take other numbers.
    private const long NodesLock = 0x5265_636F_7643_6F50;

    // For reading and again for writing. A server lets in a hundred, and starts a process for each: a small node that begins its work needs no more at once.
    private const int MostConnections = 10;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource readers;
    private readonly NpgsqlDataSource holders;
    // This process's, whichever connection of it holds the lock.
    private readonly string holderName = "RecoveryCoP " + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
    private NpgsqlConnection? holder;

    /// <summary>Which database that is: see <see cref="Identity"/>.</summary>
    internal const string IdentitySql = """
        select s.system_identifier || '.' || d.oid || '.' || c.timeline_id
          from pg_control_system() s, pg_control_checkpoint() c, pg_database d
         where d.datname = current_database()
        """;

    /// <summary>Connects on first use.</summary>
    public PostgreSqlDatabase(string connectionString)
    {
        Where = WhereIs(connectionString);
        // The same few statements again and again: planning them each time costs more than running them.
        var writing = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 3 };
        writing.MaxPoolSize = Math.Min(writing.MaxPoolSize, MostConnections);
        writing.MinPoolSize = Math.Min(writing.MinPoolSize, writing.MaxPoolSize);
        source = NpgsqlDataSource.Create(writing);
        readers = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(writing.ConnectionString) { Options = "-c default_transaction_read_only=on" });
        // The server notices within a minute that a machine is gone: what it held is then free for the machine that takes its place.
        holders = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = holderName, Pooling = false, KeepAlive = 30, Options = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3",
        });
    }

    /// <inheritdoc />
    public override Engine Engine => Engine.PostgreSql;

    /// <inheritdoc />
    public override string Where { get; }

    /// <inheritdoc />
    public override WriteGate Gate { get; } = WriteGate.Open();

    /// <summary>The server that a connection string names.</summary>
    public static string WhereIs(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) is var names && names.Host is { } host ? $"PostgreSQL at {host}:{names.Port}" : "PostgreSQL";

    /// <inheritdoc />
    /// <remarks>Only some users of a server may see it, and in a container it is a folder of the container.</remarks>
    internal override async Task<string?> LocalFolder(CancellationToken cancellationToken) =>
        IsHere && await Find<string>("select setting from pg_settings where name = 'data_directory'", null, cancellationToken).ConfigureAwait(false) is { } folder && Directory.Exists(folder) ? folder : null;

    private bool IsHere => new NpgsqlConnectionStringBuilder(source.ConnectionString).Host is null or "" or "localhost" or "127.0.0.1" or "::1" or ['/', ..];

    /// <inheritdoc />
    /// <remarks>A folder is one process's because a file in it is; a server lets in whoever knows its password. Two nodes on one database would each go by what they remember.</remarks>
    public override async Task Hold(CancellationToken cancellationToken)
    {
        if (holder is not null)
        {
            if (await IsHeld(holder, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await holder.DisposeAsync().ConfigureAwait(false);
            holder = null;
        }

        var connection = await holders.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // After a cut line the server may believe in this process's old connection for a while yet. And one that was killed lets go within moments.
            await connection.ExecuteAsync(new CommandDefinition(
                """
                select pg_terminate_backend(l.pid)
                  from pg_locks l join pg_stat_activity a on a.pid = l.pid
                 where l.locktype = 'advisory' and l.granted and a.datname = current_database() and a.application_name = @holderName;
                set lock_timeout = '2s';
                select pg_advisory_lock(@NodesLock)
                """,
                new { holderName, NodesLock },
                cancellationToken: cancellationToken)).ConfigureAwait(false);
            holder = connection;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new DatabaseTakenException(new Text(
                "Un autre serveur utilise la base de données {0} ({1}). Arrêtez-le d’abord, ou donnez à celui-ci une base de données à lui (Storage:ConnectionString).",
                "Another node lives on the database {0} of {1}. Stop it first, or give this node a database of its own (Storage:ConnectionString).").With(connection.Database, Where));
        }
        finally
        {
            if (holder != connection)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    /// <remarks>Connections from before an outage are broken, and would tell of it once more, each.</remarks>
    internal override Task Try(CancellationToken cancellationToken)
    {
        source.Clear();
        readers.Clear();
        return base.Try(cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask<DbConnection> OpenToRead(CancellationToken cancellationToken) => await readers.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    protected override async ValueTask<DbConnection> OpenToWrite(CancellationToken cancellationToken) => await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    protected override ValueTask<DbTransaction> Begin(DbConnection connection, CancellationToken cancellationToken) => connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>How long a change of the tables waits for whoever has them open.</summary>
    internal string SchemaWait { get; init; } = "30s";

    /// <inheritdoc />
    /// <remarks>A transaction that somebody left open would keep the node from starting for ever, and everybody else from reading behind it.</remarks>
    internal override Task ChangeSchema(Func<Transaction, Task> work, CancellationToken cancellationToken) => base.ChangeSchema(
        async t =>
        {
            await t.Execute($"set local lock_timeout = '{SchemaWait}'").ConfigureAwait(false);
            await work(t).ConfigureAwait(false);
        },
        cancellationToken);

    /// <inheritdoc />
    /// <remarks>One statement over arrays, a column each: the server may be far away.</remarks>
    protected internal override async Task Insert(DbConnection connection, string into, IReadOnlyList<object?[]> rows, string otherwise, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        var columns = Enumerable.Range(0, rows[0].Length).Select(column => Array.Find([.. rows], row => row[column] is not null)?[column] switch
        {
            null => null, // the server knows by itself of which type a column of nothing is
            long => Column<long?>(column),
            string => Column<string?>(column),
            Guid => Column<Guid?>(column),
            DateTimeOffset => rows.Select(row => ((DateTimeOffset?)row[column])?.ToUniversalTime()).ToArray(),
            byte[] => Column<byte[]?>(column),
            ReadOnlyMemory<byte> => (Array)rows.Select(row => ((ReadOnlyMemory<byte>?)row[column])?.ToArray()).ToArray(),
            var other => throw new NotSupportedException($"Columns of {other.GetType()} are not written many at a time."),
        }).ToList();
        foreach (var (column, at) in columns.Select((column, at) => (column, at)).Where(c => c.column is not null))
        {
            command.Parameters.Add(new NpgsqlParameter($"c{at}", column));
        }

        var names = columns.Select((column, at) => column is null ? "null" : $"c{at}").ToList();
        var given = string.Join(',', names.Where(name => name != "null"));
        command.CommandText = $"insert into {into} select {string.Join(',', names)} from unnest({string.Join(',', names.Where(name => name != "null").Select(name => $"@{name}"))}) as row({given}) {otherwise}";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

        T[] Column<T>(int column) => [.. rows.Select(row => (T)row[column]!)];
    }

    /// <inheritdoc />
    /// <remarks>The server overwrites its log by itself, and nobody reads it through the node.</remarks>
    protected override ValueTask<bool> Forget(DbConnection connection) => ValueTask.FromResult(true);

    /// <inheritdoc />
    /// <remarks>A dump that is read in makes another database; recovery to a point in time begins another time line.</remarks>
    public override async Task<string> Identity(CancellationToken cancellationToken) => (await Find<string>(IdentitySql, null, cancellationToken).ConfigureAwait(false))!;

    /// <inheritdoc />
    public override Task<string?> CheckIntegrity(CancellationToken cancellationToken) => Find<string>(
        "select 'change log ends at ' || coalesce(max(l.position), 0) || ', its counter at ' || c.position from counter c left join change_log l on true where c.name = 'change' group by c.position having coalesce(max(l.position), 0) <> c.position",
        null,
        cancellationToken);

    /// <inheritdoc />
    protected override async ValueTask DisposeConnections()
    {
        if (holder is not null)
        {
            await holder.DisposeAsync().ConfigureAwait(false);
        }

        await holders.DisposeAsync().ConfigureAwait(false);
        await readers.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    // A connection that broke opens again by itself when it is used, and then holds nothing.
    private static async Task<bool> IsHeld(NpgsqlConnection holder, CancellationToken cancellationToken)
    {
        try
        {
            return holder.FullState == ConnectionState.Open && await holder.ExecuteScalarAsync<bool>(new CommandDefinition(
                "select exists (select 1 from pg_locks where pid = pg_backend_pid() and locktype = 'advisory' and granted)", cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

/// <summary>Another node lives on the database.</summary>
/// <param name="says">On which, and what to do.</param>
public sealed class DatabaseTakenException(Text says) : ExplainedException(says);
