using System.Text;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>PostgreSQL <c>tsvector</c>, its weights A, B and C standing for the fields. Tokens are given as lexemes: no parser or dictionary of the server's has a say.</summary>
internal sealed class PostgreSqlSearchIndex : SearchIndex
{
    private static readonly string[] Weights = ["A", "AB", "ABC"];

    public override string Hits =>
        """
        select number, case when tokens @@ cast(@InTitle as tsquery) then 0 when tokens @@ cast(@InSummary as tsquery) then 1 else 2 end as tier
          from library_search
         where tokens @@ cast(@Anywhere as tsquery)
        """;

    public override string Found => "select number from library_search where tokens @@ cast(@Anywhere as tsquery)";

    public override string Expression(SearchWords words, int fields)
    {
        var weights = Weights[fields - 1];
        var all = words.Words.Select((tokens, i) => i == words.Words.Count - 1 && words.Beginning.Length > 0
            ? $"({string.Join(" | ", tokens.Select(t => $"'{t}':{weights}"))} | '{words.Beginning}':*{weights})"
            : $"({string.Join(" | ", tokens.Select(t => $"'{t}':{weights}"))})");
        return string.Join(" & ", all);
    }

    public override Task Remove(Transaction transaction, IReadOnlyCollection<long> numbers) =>
        transaction.Execute("delete from library_search where number = any(@numbers)", new { numbers = numbers.ToArray() });

    public override Task Add(Transaction transaction, IReadOnlyCollection<(long Number, SearchTokens Tokens)> practices) => transaction.Execute(
        "insert into library_search (number, tokens) select number, cast(tokens as tsvector) from unnest(@numbers, @tokens) as row (number, tokens)",
        new { numbers = practices.Select(p => p.Number).ToArray(), tokens = practices.Select(p => Vector(p.Tokens)).ToArray() });

    private static string Vector(SearchTokens tokens)
    {
        var vector = new StringBuilder();
        Append(vector, tokens.Title, 'A');
        Append(vector, tokens.Summary, 'B');
        Append(vector, tokens.Text, 'C');
        return vector.ToString();
    }

    // One position a field: only the weight is asked for, and a lexeme's positions are few.
    private static void Append(StringBuilder vector, IEnumerable<string> tokens, char weight)
    {
        foreach (var token in tokens)
        {
            vector.Append('\'').Append(token).Append("':").Append(weight - 'A' + 1).Append(weight).Append(' ');
        }
    }
}
