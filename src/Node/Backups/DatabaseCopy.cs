using System.Data.Common;
using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Backups;

/// <summary>A copy of the database as it is at one moment, made while people go on writing, and checked.</summary>
internal static class DatabaseCopy
{
    /// <summary>Its name in a backup.</summary>
    public static string NameOf(Engine engine) => engine == Engine.Sqlite ? "node.db" : "node.dump";

    /// <summary>Makes it.</summary>
    /// <exception cref="BackupRefusedException">It could not be made, or is not whole.</exception>
    public static Task<CheckedDatabase> Make(Database database, PostgreSqlPrograms programs, string file, CancellationToken cancellationToken) =>
        database.Engine == Engine.Sqlite ? OfSqlite(database, file, cancellationToken) : OfPostgreSql(database, programs, file, cancellationToken);

    /// <summary>A database file, opened to be looked at or mended by nobody else.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static async Task<CheckedDatabase> OfSqlite(Database database, string file, CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenToRead(cancellationToken))
        {
            await connection.ExecuteAsync(new CommandDefinition("vacuum into @file", new { file }, commandTimeout: 0, cancellationToken: cancellationToken));
        }

        await using var copy = Open(file);
        // It is whole as it is: the mark that says that what was written last is in the log is the original's.
        await copy.ExecuteAsync("pragma user_version = 0");
        return await DatabaseCheck.Of(copy, Engine.Sqlite, cancellationToken);
    }

    private static async Task<CheckedDatabase> OfPostgreSql(Database database, PostgreSqlPrograms programs, string file, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenToRead(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var name = await connection.ExecuteScalarAsync<string>("select pg_export_snapshot()");
        var version = int.Parse((await connection.ExecuteScalarAsync<string>("show server_version_num"))!, CultureInfo.InvariantCulture) / 10_000;
        await programs.Copy(name!, version, file, cancellationToken);
        return await DatabaseCheck.Of(connection, Engine.PostgreSql, cancellationToken);
    }
}
