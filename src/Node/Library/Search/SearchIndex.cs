using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>
/// The engine's full-text index over analysed tokens: the one place besides the schema where the two engines differ.
/// The order of results is none of its business; it only says in which field the words are.
/// </summary>
internal abstract class SearchIndex
{
    /// <summary>The index of an engine.</summary>
    public static SearchIndex Of(Engine engine) => engine == Engine.Sqlite ? new SqliteSearchIndex() : new PostgreSqlSearchIndex();

    /// <summary>
    /// A query of <c>number</c> and <c>tier</c>: 0 when all words are in the title, 1 with the summary, 2 with the text.
    /// Its parameters are <c>@InTitle</c>, <c>@InSummary</c>, <c>@Anywhere</c>.
    /// </summary>
    public abstract string Hits { get; }

    /// <summary>A query of <c>number</c> alone, of all that <see cref="Hits"/> finds; its parameter is <c>@Anywhere</c>.</summary>
    public abstract string Found { get; }

    /// <summary>The engine's expression for words in the first fields: 1 title, 2 and summary, 3 and text.</summary>
    public abstract string Expression(SearchWords words, int fields);

    /// <summary>Takes practices out of the index, leaving nothing of their words on disk.</summary>
    public abstract Task Remove(Transaction transaction, IReadOnlyCollection<long> numbers);

    /// <summary>Adds practices that are not in it.</summary>
    public abstract Task Add(Transaction transaction, IReadOnlyCollection<(long Number, SearchTokens Tokens)> practices);
}
