using System.Buffers.Binary;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// The embedded database: one file. Write-ahead log with <c>synchronous=FULL</c>, because with NORMAL a power cut loses acknowledged rows.
/// </summary>
public sealed class SqliteDatabase : Database
{
    // More than any form holds.
    private const int WorthTrying = 2 * 1024 * 1024;

    private readonly SqliteDataSource writers;
    private readonly SqliteDataSource readers;
    private readonly string file;
    private readonly bool acceptLostLog;
    private bool isOpen;

    /// <summary>Opens or creates the file.</summary>
    /// <param name="file">Path of the database file; its folder exists.</param>
    /// <param name="acceptLostLog">See <see cref="StorageOptions.AcceptLostLog"/>.</param>
    public SqliteDatabase(string file, bool acceptLostLog = false)
    {
        (this.file, this.acceptLostLog) = (file, acceptLostLog);
        writers = new SqliteDataSource(file, SqliteOpenMode.ReadWriteCreate, """
            pragma busy_timeout = 5000;
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma foreign_keys = on;
            pragma secure_delete = on;
            pragma journal_size_limit = 67108864;
            pragma wal_autocheckpoint = 4000;
            """);
        readers = new SqliteDataSource(file, SqliteOpenMode.ReadOnly, "pragma busy_timeout = 5000;");
    }

    /// <inheritdoc />
    public override Engine Engine => Engine.Sqlite;

    /// <inheritdoc />
    public override string Where => file;

    /// <inheritdoc />
    public override WriteGate Gate { get; } = WriteGate.OneAtATime();

    /// <inheritdoc />
    /// <remarks>A file that says that it is in use and has no log beside it was copied, or put back, without what was written last.</remarks>
    public override void DemandWhole()
    {
        if (!acceptLostLog && IsInUse(file) && !File.Exists(file + "-wal"))
        {
            throw new DatabaseMissingException(new Text(
                "Il manque {0}-wal\u00a0: {0} servait quand il a été copié ou que le serveur s’est arrêté, et ce qui a été écrit en dernier est dans ce fichier. Remettez-le, de la même provenance; rien n’a été changé. S’il est perdu pour de bon, démarrez une fois avec Storage:AcceptLostLog=true\u00a0: ce qu’il contenait est perdu. De même si un outil a fait la copie sans lui, ou l’a fusionné depuis avec le fichier\u00a0: alors rien n’est perdu.",
                "{0}-wal is missing: {0} was in use when it was copied or the node was stopped, and what was written last is in that file. Put it back from the same place; nothing was changed. If it is lost for good, start once with Storage:AcceptLostLog=true: what was in it is gone. The same where a tool made the copy without it, or has merged it into the file since: then nothing is lost.").With(file));
        }
    }

    /// <inheritdoc />
    /// <remarks>Says in the file's header that it is in use: in the file itself, and not only in the log. In good order that is taken back.</remarks>
    public override async Task Open(CancellationToken cancellationToken)
    {
        await using var connection = await OpenToWrite(cancellationToken).ConfigureAwait(false);
        await Mark(connection, inUse: true).ConfigureAwait(false);
        await connection.ExecuteAsync("pragma wal_checkpoint(truncate)").ConfigureAwait(false);
        isOpen = true;
    }

    /// <inheritdoc />
    /// <remarks>A small write finds room in the log long after a larger one has failed: so there must be room for what people write.</remarks>
    internal override async Task Try(CancellationToken cancellationToken)
    {
        await using (var room = new FileStream(file + "-room", new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose }))
        {
            await room.WriteAsync(new byte[WorthTrying], cancellationToken).ConfigureAwait(false);
        }

        await base.Try(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override ValueTask<DbConnection> OpenToRead(CancellationToken cancellationToken) => readers.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    protected override ValueTask<DbConnection> OpenToWrite(CancellationToken cancellationToken) => writers.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    /// <remarks>Immediate: a transaction that reads first and then finds another writer before it cannot be saved by waiting.</remarks>
    protected override ValueTask<DbTransaction> Begin(DbConnection connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    /// <inheritdoc />
    /// <remarks>
    /// What SQLite cannot alter is made anew under another name, which deletes the old table and with it, by its references, rows of others: so references are not
    /// followed meanwhile, and all of them are looked at afterwards (sqlite.org/lang_altertable.html#otheralter). A transaction cannot turn that off itself.
    /// </remarks>
    internal override async Task ChangeSchema(Func<Transaction, Task> work, CancellationToken cancellationToken)
    {
        using (await Gate.Enter(cancellationToken).ConfigureAwait(false))
        {
            await using var connection = await OpenToWrite(cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync("pragma foreign_keys = off").ConfigureAwait(false);
            try
            {
                await using var transaction = await Begin(connection, cancellationToken).ConfigureAwait(false);
                await work(new Transaction(this, connection, transaction, cancellationToken)).ConfigureAwait(false);
                if (await Fault(connection, cancellationToken).ConfigureAwait(false) is { } fault)
                {
                    throw new InvalidOperationException($"After the change of its tables the database is not whole: {fault}");
                }

                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                await connection.ExecuteAsync("pragma foreign_keys = on").ConfigureAwait(false);
            }
        }
    }

    private static async Task<string?> Fault(DbConnection connection, CancellationToken cancellationToken)
    {
        var dangling = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            "select \"table\" || ' names what is not in ' || parent from pragma_foreign_key_check() limit 1", cancellationToken: cancellationToken)).ConfigureAwait(false);
        var says = dangling ?? await connection.QuerySingleAsync<string>(new CommandDefinition("pragma quick_check(1)", cancellationToken: cancellationToken)).ConfigureAwait(false);
        return says == "ok" ? null : says;
    }

    /// <inheritdoc />
    /// <remarks>One prepared statement, row by row, by the library beneath the driver: the driver looks each parameter up by name in each row.</remarks>
    protected internal override Task Insert(DbConnection connection, string into, IReadOnlyList<object?[]> rows, string otherwise, CancellationToken cancellationToken)
    {
        var handle = ((SqliteConnection)connection).Handle;
        Check(raw.sqlite3_prepare_v2(handle, $"insert into {into} values ({string.Join(',', Enumerable.Repeat('?', rows[0].Length))}) {otherwise}", out var statement), handle);
        using (statement)
        {
            foreach (var row in rows)
            {
                for (var column = 0; column < row.Length; column++)
                {
                    Check(Bind(statement, column + 1, row[column]), handle);
                }

                Check(raw.sqlite3_step(statement), handle);
                Check(raw.sqlite3_reset(statement), handle);
            }
        }

        return Task.CompletedTask;
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        ReadOnlyMemory<byte> bytes => raw.sqlite3_bind_blob(statement, place, bytes.Span),
        _ => raw.sqlite3_bind_text(statement, place, (string)ColumnTypes.ForSqlite(value)),
    };

    private static void Check(int result, sqlite3? handle)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, handle);
        }
    }

    /// <inheritdoc />
    /// <remarks>The write-ahead log holds pages as they were before; truncated, it holds nothing. It does not wait for those who read.</remarks>
    protected override async ValueTask<bool> Forget(DbConnection connection)
    {
        await connection.ExecuteAsync("pragma busy_timeout = 0").ConfigureAwait(false);
        try
        {
            return (await connection.QuerySingleAsync<(long Busy, long Log, long Moved)>("pragma wal_checkpoint(truncate)").ConfigureAwait(false)).Busy == 0;
        }
        finally
        {
            // The pool hands the connection out again, after a full disk too.
            await connection.ExecuteAsync("pragma busy_timeout = 5000").ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public override Task<string> Identity(CancellationToken cancellationToken) => Task.FromResult(FileIdentity.Of(file));

    /// <inheritdoc />
    public override async Task<string?> CheckIntegrity(CancellationToken cancellationToken)
    {
        await using var connection = await OpenToRead(cancellationToken).ConfigureAwait(false);
        var says = await connection.QuerySingleAsync<string>(new CommandDefinition("pragma integrity_check(1)", cancellationToken: cancellationToken)).ConfigureAwait(false);
        return says == "ok" ? null : says;
    }

    private static Task<int> Mark(DbConnection connection, bool inUse) => connection.ExecuteAsync($"pragma user_version = {(inUse ? 1 : 0)}");

    // Read as bytes: opening it as a database would make a log. sqlite.org/fileformat.html: the user version is at offset 60.
    private static bool IsInUse(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: >= 64 })
        {
            return false;
        }

        using var header = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> bytes = stackalloc byte[64];
        header.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32BigEndian(bytes[60..]) == 1;
    }

    private async Task Close()
    {
        await using var connection = await OpenToWrite(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await Mark(connection, inUse: false).ConfigureAwait(false);
        }
        catch (SqliteException)
        {
            // No room even for that: the log stays, and whoever starts next finds it.
            raw.sqlite3_db_config(((SqliteConnection)connection).Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        }
    }

    /// <inheritdoc />
    protected override async ValueTask DisposeConnections()
    {
        if (isOpen)
        {
            await Close().ConfigureAwait(false);
        }

        await readers.DisposeAsync().ConfigureAwait(false);
        await writers.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Pooled connections to one file, each with its pragmas. The driver pools by connection string, so readers and writers never mix.</summary>
    private sealed class SqliteDataSource(string file, SqliteOpenMode mode, string pragmas) : DbDataSource
    {
        public override string ConnectionString { get; } = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = true,
        }.ToString();

        protected override DbConnection CreateDbConnection() => new PreparedConnection(ConnectionString, pragmas);

        protected override ValueTask DisposeAsyncCore()
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            return base.DisposeAsyncCore();
        }
    }

    /// <summary>The pool hands the same handle out again, with its pragmas: they are set once a handle, not once a use.</summary>
    private sealed class PreparedConnection(string connectionString, string pragmas) : SqliteConnection(connectionString)
    {
        private static readonly ConditionalWeakTable<sqlite3, string> prepared = [];

        public override void Open()
        {
            base.Open();
            if (prepared.TryGetValue(Handle!, out _))
            {
                return;
            }

            using var command = CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            prepared.Add(Handle!, pragmas);
        }
    }
}
