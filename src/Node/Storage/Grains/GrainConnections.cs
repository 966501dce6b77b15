using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Where the grain storage provider gets its connections: while a state is being written, the one of the transaction that writes it;
/// otherwise one that cannot write.
/// </summary>
internal sealed class GrainConnections(Database database) : DbDataSource
{
    private readonly AsyncLocal<Transaction?> writing = new();

    public override string ConnectionString => "";

    /// <summary>Does the work with every connection in that transaction. The value is gone with the work: it flows down, not back up.</summary>
    public async Task In(Transaction transaction, Func<Task> work)
    {
        writing.Value = transaction;
        await work().ConfigureAwait(false);
    }

    // The provider looks at one, to see that the driver is the one it was told of, and never opens it.
    protected override DbConnection CreateDbConnection() => database.Engine == Engine.Sqlite ? new SqliteConnection() : new NpgsqlConnection();

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        writing.Value is { } transaction ? new Lent(transaction) : await database.OpenToRead(cancellationToken).ConfigureAwait(false);

    /// <summary>A transaction's connection, which its borrower cannot close.</summary>
    private sealed class Lent(Transaction transaction) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString
        {
            get => "";
            set => throw NotYours();
        }

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Open;

        public override void Open()
        {
        }

        public override void Close()
        {
        }

        public override void ChangeDatabase(string databaseName) => throw NotYours();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw NotYours();

        protected override DbCommand CreateDbCommand() => transaction.CreateCommand();

        private static NotSupportedException NotYours() => new("The connection is lent, within its transaction.");
    }
}
