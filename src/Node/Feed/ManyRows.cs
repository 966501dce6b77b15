using System.Globalization;
using System.Text;
using Dapper;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Feed;

/// <summary>Statements over many rows at once: a page of five hundred items costs a hundred of them, not fifteen hundred, on either engine.</summary>
internal static class ManyRows
{
    // Drivers look a parameter up by walking all of them: long statements cost more than many.
    private const int Chunk = 15;
    private const int Lookup = 100;

    /// <summary>Inserts rows; <paramref name="insert"/> ends before its values, <paramref name="after"/> follows them.</summary>
    public static async Task Insert(Transaction transaction, string insert, IEnumerable<object[]> rows, string after = "")
    {
        foreach (var chunk in rows.Chunk(Chunk))
        {
            var (values, args) = Values(chunk);
            await transaction.Execute($"{insert} values {values} {after}", args).ConfigureAwait(false);
        }
    }

    /// <summary>The arguments and the text of a list to look values up in, a piece at a time.</summary>
    public static IEnumerable<(string List, DynamicParameters Args)> Lists(IEnumerable<object> values) =>
        values.Chunk(Lookup).Select(chunk =>
        {
            var args = new DynamicParameters();
            var names = chunk.Select((value, at) => Name(args, $"v{at.ToString(CultureInfo.InvariantCulture)}", value));
            return ($"({string.Join(',', names)})", args);
        });

    private static (string Values, DynamicParameters Args) Values(object[][] rows)
    {
        var args = new DynamicParameters();
        var text = new StringBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            var number = row;
            var names = rows[row].Select((value, column) => Name(args, string.Create(CultureInfo.InvariantCulture, $"r{number}_{column}"), value));
            text.Append(row == 0 ? "(" : ", (").AppendJoin(',', names).Append(')');
        }

        return (text.ToString(), args);
    }

    private static string Name(DynamicParameters args, string name, object value)
    {
        args.Add(name, value);
        return "@" + name;
    }
}
