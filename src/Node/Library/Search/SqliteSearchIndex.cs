using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>SQLite FTS5, with one column a field.</summary>
internal sealed class SqliteSearchIndex : SearchIndex
{
    private static readonly string[] Columns = ["{title}", "{title summary}", "{title summary text}"];

    public override string Hits =>
        """
        select number, min(tier) as tier
          from (select rowid as number, 0 as tier from library_search where library_search match @InTitle
                union all
                select rowid, 1 from library_search where library_search match @InSummary
                union all
                select rowid, 2 from library_search where library_search match @Anywhere)
         group by number
        """;

    public override string Found => "select rowid as number from library_search where library_search match @Anywhere";

    public override string Expression(SearchWords words, int fields)
    {
        var all = words.Words.Select((tokens, i) => i == words.Words.Count - 1 && words.Beginning.Length > 0
            ? $"({string.Join(" OR ", tokens.Select(t => $"\"{t}\""))} OR \"{words.Beginning}\"*)"
            : $"({string.Join(" OR ", tokens.Select(t => $"\"{t}\""))})");
        return $"{Columns[fields - 1]} : ({string.Join(" AND ", all)})";
    }

    public override Task Remove(Transaction transaction, IReadOnlyCollection<long> numbers) =>
        transaction.Delete("library_search", "rowid", numbers);

    public override Task Add(Transaction transaction, IReadOnlyCollection<(long Number, SearchTokens Tokens)> practices) => transaction.Execute(
        "insert into library_search (rowid, title, summary, text) values (@Number, @Title, @Summary, @Text)",
        practices.Select(p => new
        {
            p.Number,
            Title = string.Join(' ', p.Tokens.Title),
            Summary = string.Join(' ', p.Tokens.Summary),
            Text = string.Join(' ', p.Tokens.Text),
        }));
}
