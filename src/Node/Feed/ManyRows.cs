using System.Globalization;
using Dapper;
using Npgsql;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// Statements over many rows at once. SQLite runs one prepared statement row by row, since there is nobody to wait for; PostgreSQL takes all rows in one
/// statement, a column an array.
/// </summary>
internal static class ManyRows
{
    // Drivers look a parameter up by walking all of them: long statements cost more than many.
    private const int Lookup = 100;

    /// <summary>Inserts rows, whose columns have the same type in each; <paramref name="insert"/> ends before its values, <paramref name="after"/> follows them.</summary>
    public static async Task Insert(Transaction transaction, string insert, IEnumerable<object[]> rows, string after = "")
    {
        object[][] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        await using var command = transaction.CreateCommand();
        var names = string.Join(',', Enumerable.Range(0, all[0].Length).Select(Name));
        for (var column = 0; column < all[0].Length; column++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(column);
            command.Parameters.Add(parameter);
        }

        if (command is NpgsqlCommand)
        {
            command.CommandText = $"{insert} select * from unnest({names}) {after}";
            for (var column = 0; column < all[0].Length; column++)
            {
                command.Parameters[column].Value = Column(all, column);
            }

            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            return;
        }

        command.CommandText = $"{insert} values ({names}) {after}";
        foreach (var row in all)
        {
            for (var column = 0; column < row.Length; column++)
            {
                command.Parameters[column].Value = ColumnTypes.For(command.Parameters[column], row[column]);
            }

            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The arguments and the text of a list to look values up in, a piece at a time.</summary>
    public static IEnumerable<(string List, DynamicParameters Args)> Lists(IEnumerable<object> values) =>
        values.Chunk(Lookup).Select(chunk =>
        {
            var args = new DynamicParameters();
            for (var at = 0; at < chunk.Length; at++)
            {
                args.Add(Name(at), chunk[at]);
            }

            return ($"({string.Join(',', Enumerable.Range(0, chunk.Length).Select(Name))})", args);
        });

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"@v{number}");

    private static Array Column(object[][] rows, int column) => rows[0][column] switch
    {
        long => Of<long>(rows, column),
        string => Of<string>(rows, column),
        byte[] => Of<byte[]>(rows, column),
        DateTimeOffset => Of<DateTimeOffset>(rows, column),
        var other => throw new NotSupportedException($"Columns of {other.GetType()} are not written many at a time."),
    };

    private static T[] Of<T>(object[][] rows, int column) => Array.ConvertAll(rows, row => (T)row[column]);
}
