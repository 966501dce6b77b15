using System.Data.Common;
using Dapper;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// A node's one database, on either engine. Reads run side by side on connections that cannot write; every write goes through the
/// <see cref="Gate"/> in a transaction that is on disk when it returns.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    private readonly GroupCommit groups;

    // Somebody who was reading kept the log from being emptied: the next write tries again.
    private volatile bool oweForgetting;

    private long rewinds;
    private long writes;

    static Database() => ColumnTypes.Register();

    /// <summary>Connects on first use.</summary>
    protected Database() => groups = new GroupCommit(this);

    /// <summary>Which engine; SQL that differs between the two asks here.</summary>
    public abstract Engine Engine { get; }

    /// <summary>Which database it is, for a message to whoever looks after the server: the file, or the server's address. No user and no password.</summary>
    public abstract string Where { get; }

    /// <summary>Where writers wait their turn.</summary>
    public abstract WriteGate Gate { get; }

    /// <summary>Raised after every committed write of this process.</summary>
    public ChangeSignal Changes { get; } = new();

    /// <summary>How often this process sent a follower back.</summary>
    internal long Rewinds => Interlocked.Read(ref rewinds);

    /// <summary>How often somebody wrote or began to, those aside who give way to them.</summary>
    internal long Writes => Interlocked.Read(ref writes);

    /// <summary>True while others want to write: work that can wait gives way to them.</summary>
    public bool IsBusy => groups.IsBusy || Gate.Waiting > 0;

    /// <summary>Refuses a database of which a part is missing, before anything touches it.</summary>
    /// <exception cref="DatabaseMissingException">A part is missing.</exception>
    public virtual void DemandWhole()
    {
    }

    /// <summary>Keeps it for this process alone, from before the first migration on; asked again, finds out whether it still does, and takes it again where it does not.</summary>
    /// <exception cref="DatabaseTakenException">Another node lives on it.</exception>
    public virtual Task Hold(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A node lives on it from now on, until it is disposed: whoever comes later can tell whether that was in good order.</summary>
    public virtual Task Open(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tries, after an outage, whether it can be read and written; throws as any write does when it cannot.</summary>
    internal virtual async Task Try(CancellationToken cancellationToken)
    {
        await Find<long>("select count(*) from schema_migration", null, cancellationToken).ConfigureAwait(false);
        await Write(t => t.Execute("update schema_migration set name = name where feature = 'Storage' and number = 1"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a connection that cannot write; dispose it to give it back.</summary>
    public abstract ValueTask<DbConnection> OpenToRead(CancellationToken cancellationToken);

    /// <summary>Opens the connection for a transaction, inside the gate.</summary>
    protected abstract ValueTask<DbConnection> OpenToWrite(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that holds the right to write from its first statement.</summary>
    protected abstract ValueTask<DbTransaction> Begin(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Inserts rows, at least one, in the transaction that the connection has.</summary>
    protected internal abstract Task Insert(DbConnection connection, string into, IReadOnlyList<object?[]> rows, string otherwise, CancellationToken cancellationToken);

    /// <summary>Empties what the engine keeps of earlier contents of the database, after something was erased. False when it could not yet.</summary>
    protected abstract ValueTask<bool> Forget(DbConnection connection);

    /// <summary>Empties it now. False when it could not yet.</summary>
    internal async Task<bool> Forget(CancellationToken cancellationToken)
    {
        using (await Gate.Enter(cancellationToken).ConfigureAwait(false))
        {
            await using var connection = await OpenToWrite(cancellationToken).ConfigureAwait(false);
            var forgotten = await Forget(connection).ConfigureAwait(false);
            oweForgetting = !forgotten;
            return forgotten;
        }
    }

    /// <summary>Rows of a query.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? args = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenToRead(cancellationToken).ConfigureAwait(false);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancellationToken)).ConfigureAwait(false)];
    }

    /// <summary>The only row of a query, or the type's default if there is none.</summary>
    public async Task<T?> Find<T>(string sql, object? args = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenToRead(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>
    /// Does the work in one transaction and commits it; when this returns, it is on disk. An exception rolls everything back.
    /// The work must not do anything slow of another kind: nobody else writes meanwhile.
    /// </summary>
    public Task<T> Write<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref writes);
        return WriteAside(work, cancellationToken);
    }

    /// <summary>Like <see cref="Write{T}"/>, for work that gives way to others' and to which nobody gives way.</summary>
    internal async Task<T> WriteAside<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        T result;
        HashSet<ChangeSignal> signals = [];
        try
        {
            using (await Gate.Enter(cancellationToken).ConfigureAwait(false))
            {
                await using var connection = await OpenToWrite(cancellationToken).ConfigureAwait(false);
                await using var transaction = await Begin(connection, cancellationToken).ConfigureAwait(false);
                var going = new Transaction(this, connection, transaction, cancellationToken);
                result = await work(going).ConfigureAwait(false);
                signals = [Changes, .. going.Signals];
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false); // a cancelled commit may have happened all the same
                if (going.HasRewound)
                {
                    Interlocked.Increment(ref rewinds);
                }

                if (going.HasErased || oweForgetting)
                {
                    oweForgetting = !await Forget(connection).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            // Also when the commit's answer was lost: whoever is woken for nothing looks and sleeps again.
            foreach (var signal in signals)
            {
                signal.Raise();
            }
        }

        return result;
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<Transaction, Task> work, CancellationToken cancellationToken = default) => Write(
        async transaction =>
        {
            await work(transaction).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>Changes tables, in one transaction that is committed if what references something still finds it.</summary>
    internal virtual Task ChangeSchema(Func<Transaction, Task> work, CancellationToken cancellationToken) => Write(work, cancellationToken);

    /// <summary>
    /// Like <see cref="Write(Func{Transaction, Task}, CancellationToken)"/>, but in one transaction with others that are waiting, which makes many small writes
    /// several times faster. For work of a statement or two: it may be done more than once, it must not depend on what else is in the transaction, and it lets every
    /// exception of the driver out, since whichever statement fails, all of the work is left out and the others' is done again. Cancelling ends the wait, not the write.
    /// </summary>
    public Task WriteTogether(Func<Transaction, Task> work, CancellationToken cancellationToken = default) => groups.Write(work, cancellationToken);

    /// <summary>Where on this machine its files are, beside the data folder; null where they are elsewhere, or nobody says.</summary>
    internal virtual Task<string?> LocalFolder(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Which database this is. A copy of it is another one, as after a restore.</summary>
    public abstract Task<string> Identity(CancellationToken cancellationToken);

    /// <summary>The engine's own check of the database; null when it is sound, otherwise what it says.</summary>
    public abstract Task<string?> CheckIntegrity(CancellationToken cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await groups.DisposeAsync().ConfigureAwait(false);
        await DisposeConnections().ConfigureAwait(false);
        Gate.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what the engine keeps open.</summary>
    protected abstract ValueTask DisposeConnections();
}
