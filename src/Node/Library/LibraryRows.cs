using System.Globalization;
using System.Numerics;
using Dapper;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Writes many rows in few statements: one by one, a first sync would take minutes on a distant database.</summary>
internal static class LibraryRows
{
    // Both Dapper and SQLite look each parameter up among all others by name: long statements cost more than many, and nobody else writes meanwhile.
    private const int MostParameters = 100;

    /// <summary>Inserts rows.</summary>
    /// <param name="transaction">Under way.</param>
    /// <param name="into">Table with its columns, as after <c>insert into</c>.</param>
    /// <param name="rows">The values in the columns' order.</param>
    public static async Task Insert(this Transaction transaction, string into, IReadOnlyCollection<object?[]> rows)
    {
        foreach (var some in rows.Chunk(MostParameters / (into.Count(c => c == ',') + 1)))
        {
            var parameters = new DynamicParameters();
            var number = 0;
            var values = new List<string>(some.Length);
            foreach (var row in some)
            {
                values.Add($"({string.Join(", ", row.Select(value => Add(parameters, value, number++)))})");
            }

            await transaction.Execute($"insert into {into} values {string.Join(", ", values)}", parameters).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Adds values and returns their list, as after <c>in</c>. One by one, because the two drivers disagree on what a list of values as one parameter is.
    /// The last is repeated up to a power of two: Dapper compiles a reader for every new text, so texts must be few.
    /// </summary>
    public static string List<T>(this DynamicParameters parameters, string name, IEnumerable<T> values)
    {
        List<string> names = [];
        T[] all = [.. values];
        var count = all.Length == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)all.Length);
        for (var number = 0; number < count; number++)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"@{name}{number}"));
            parameters.Add(names[^1], all[Math.Min(number, all.Length - 1)]);
        }

        return names.Count == 0 ? "(null)" : $"({string.Join(", ", names)})";
    }

    /// <summary>Runs <c>delete from</c> a table where a column has one of some values.</summary>
    public static async Task Delete<T>(this Transaction transaction, string from, string column, IReadOnlyCollection<T> values)
    {
        foreach (var some in values.Chunk(MostParameters))
        {
            var parameters = new DynamicParameters();
            await transaction.Execute($"delete from {from} where {column} in {parameters.List("v", some)}", parameters).ConfigureAwait(false);
        }
    }

    private static string Add(DynamicParameters parameters, object? value, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{number}");
        parameters.Add(name, value);
        return name;
    }
}
