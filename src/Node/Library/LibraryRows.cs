using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Finds and deletes many rows by one of their columns: SQLite by one statement again and again, PostgreSQL, which may be far away, by one over all.</summary>
internal static class LibraryRows
{
    /// <summary>Runs <c>delete from</c> a table where a column has one of some values.</summary>
    public static async Task Delete<T>(this Transaction transaction, string from, string column, IReadOnlyCollection<T> values) where T : notnull
    {
        await using var command = transaction.CreateCommand();
        var each = command is SqliteCommand;
        command.CommandText = $"delete from {from} where {column} = {(each ? "@p0" : "any(@p0)")}";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@p0";
        command.Parameters.Add(parameter);
        foreach (var value in each ? values.Cast<object>() : values.Count == 0 ? [] : [values.ToArray()])
        {
            parameter.Value = value;
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Adds values as one parameter and returns the condition that a column has one of them, to be written after the column.</summary>
    public static string In<T>(this DynamicParameters parameters, string name, IEnumerable<T> values, Engine engine)
    {
        T[] all = [.. values];
        if (engine == Engine.PostgreSql)
        {
            parameters.Add(name, all);
            return $"= any(@{name})";
        }

        // JSON has no bytes: they go as hexadecimal digits.
        parameters.Add(name, all is byte[][] bytes ? JsonSerializer.Serialize(bytes.Select(Convert.ToHexString)) : JsonSerializer.Serialize(all));
        return $"in (select {(all is byte[][] ? "unhex(value)" : "value")} from json_each(@{name}))";
    }
}
