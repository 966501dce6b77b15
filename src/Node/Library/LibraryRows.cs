using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// Reads and writes many rows: SQLite by one prepared statement again and again, because it looks each parameter up among all others by name; PostgreSQL, which
/// may be far away, in as few statements as possible.
/// </summary>
internal static class LibraryRows
{
    private const int MostParameters = 1_000;

    /// <summary>Inserts rows.</summary>
    /// <param name="transaction">Under way.</param>
    /// <param name="into">Table with its columns, as after <c>insert into</c>.</param>
    /// <param name="rows">The values in the columns' order.</param>
    /// <param name="otherwise">What to do with a row that is there: an <c>on conflict</c> clause.</param>
    public static async Task Insert(this Transaction transaction, string into, IReadOnlyCollection<object?[]> rows, string otherwise = "")
    {
        await using var command = transaction.CreateCommand();
        var columns = into.Count(c => c == ',') + 1;
        foreach (var some in rows.Chunk(command is SqliteCommand ? 1 : MostParameters / columns))
        {
            if (command.Parameters.Count != some.Length * columns)
            {
                command.Parameters.Clear();
                var values = some.Select(_ => $"({string.Join(", ", Enumerable.Range(0, columns).Select(_ => Add(command)))})");
                command.CommandText = $"insert into {into} values {string.Join(", ", values)} {otherwise}";
            }

            var at = 0;
            foreach (var value in some.SelectMany(row => row))
            {
                var parameter = command.Parameters[at++];
                parameter.Value = ColumnTypes.For(parameter, value);
            }

            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs <c>delete from</c> a table where a column has one of some values.</summary>
    public static async Task Delete<T>(this Transaction transaction, string from, string column, IReadOnlyCollection<T> values) where T : notnull
    {
        await using var command = transaction.CreateCommand();
        var each = command is SqliteCommand;
        command.CommandText = $"delete from {from} where {column} = {(each ? "@p0" : "any(@p0)")}";
        Add(command);
        foreach (var value in each ? values.Cast<object>() : values.Count == 0 ? [] : [values.ToArray()])
        {
            command.Parameters[0].Value = value;
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Adds values as one parameter and returns the condition that a column has one of them, to be written after the column.</summary>
    public static string In<T>(this DynamicParameters parameters, string name, IEnumerable<T> values, Engine engine)
    {
        T[] all = [.. values];
        parameters.Add(name, engine == Engine.Sqlite ? JsonSerializer.Serialize(all) : all);
        return engine == Engine.Sqlite ? $"in (select value from json_each(@{name}))" : $"= any(@{name})";
    }

    private static string Add(DbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
