using System.Data.Common;
using Dapper;

namespace RecoveryCoP.Node.Storage;

/// <summary>One transaction under way. Statements have named parameters; rows are records whose properties are named like the columns.</summary>
public sealed class Transaction(Database database, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
{
    /// <summary>Which engine it is in.</summary>
    internal Engine Engine => database.Engine;

    /// <summary>Runs a statement, once per element when the arguments are a list; returns the number of rows it changed.</summary>
    public Task<int> Execute(string sql, object? args = null) => connection.ExecuteAsync(Command(sql, args));

    /// <summary>Runs a statement of the schema, which may take as long as there are rows.</summary>
    internal Task<int> ExecuteUnhurried(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, null, transaction, commandTimeout: 0, cancellationToken: cancellationToken));

    /// <summary>Inserts many rows in the way that costs the engine least.</summary>
    /// <param name="into">Table with its columns, as after <c>insert into</c>.</param>
    /// <param name="rows">The values in the columns' order, of one type in each column; bytes may be memory of somebody else's.</param>
    /// <param name="otherwise">What to do with a row that is there: an <c>on conflict</c> clause.</param>
    public Task Insert(string into, IReadOnlyList<object?[]> rows, string otherwise = "") =>
        rows.Count == 0 ? Task.CompletedTask : database.Insert(connection, into, rows, otherwise, cancellationToken);

    /// <summary>True once something was deleted that must not be found anywhere afterwards.</summary>
    internal bool HasErased { get; private set; }

    /// <summary>Runs a statement that deletes or overwrites what somebody wants gone: after the commit the engine's own log forgets it too.</summary>
    public Task<int> Erase(string sql, object? args = null)
    {
        ForgetAfterwards();
        return Execute(sql, args);
    }

    /// <summary>What this transaction deletes or overwrites must not be found anywhere afterwards.</summary>
    internal void ForgetAfterwards() => HasErased = true;

    /// <summary>True once a follower was sent back: whoever holds its cursor in memory must read it again.</summary>
    internal bool HasRewound { get; set; }

    /// <summary>Raised once this is committed, for those who wait for that kind of change only.</summary>
    internal HashSet<ChangeSignal> Signals { get; } = [];

    /// <summary>Rows of a query.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? args = null) => [.. await connection.QueryAsync<T>(Command(sql, args)).ConfigureAwait(false)];

    /// <summary>The only row of a query, or the type's default if there is none.</summary>
    public Task<T?> Find<T>(string sql, object? args = null) => connection.QuerySingleOrDefaultAsync<T>(Command(sql, args));

    /// <summary>A command in this transaction, for a library that has its own way of running it.</summary>
    internal DbCommand CreateCommand()
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        return command;
    }

    private CommandDefinition Command(string sql, object? args) => new(sql, args, transaction, cancellationToken: cancellationToken);
}
