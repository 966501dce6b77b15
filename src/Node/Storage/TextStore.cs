using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Texts too large to be rewritten with every save of a state, by the SHA-256 of their bytes. A text is stored before the state that names it;
/// if that state is never saved, an orphan remains, which is harmless. Those that arrive together share one transaction, and so one fsync.
/// </summary>
public sealed partial class TextStore : IAsyncDisposable
{
    private readonly Database database;
    private readonly ILogger<TextStore> log;
    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(1024);
    private readonly Task writer;

    /// <summary>Starts the writer.</summary>
    public TextStore(Database database, ILogger<TextStore> log)
    {
        this.database = database;
        this.log = log;
        writer = Task.Run(WriteAll);
    }

    /// <summary>
    /// Stores a text. When this returns, nothing written later is on disk without it: with SQLite it is on disk,
    /// with PostgreSQL it is at the latest when the write that names it returns. Storing the same text again is harmless.
    /// </summary>
    /// <returns>Its SHA-256, 32 bytes.</returns>
    /// <exception cref="InconsistentStateException">It was not stored; thrown as such because it is a grain that stores texts, and no driver exception crosses a grain call.</exception>
    public async Task<byte[]> Put(byte[] bytes, CancellationToken cancellationToken = default)
    {
        var entry = new Waiting(SHA256.HashData(bytes), bytes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await waiting.Writer.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
        await entry.Done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return entry.Hash;
    }

    /// <summary>How a state names the text that has these bytes: their SHA-256, in lower-case hexadecimal.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The bytes of the text that a state names; null if it is not here.</summary>
    public Task<byte[]?> Get(string name, CancellationToken cancellationToken = default) => Get(Convert.FromHexString(name), cancellationToken);

    /// <summary>The bytes of a text; null if it is not here.</summary>
    public Task<byte[]?> Get(byte[] hash, CancellationToken cancellationToken = default) =>
        database.Find<byte[]>("select bytes from text where hash = @hash", new { hash }, cancellationToken);

    /// <summary>Deletes texts, whoever stored them. The caller knows that no state to be kept names them.</summary>
    /// <returns>How many were here.</returns>
    public static async Task<int> Erase(Transaction transaction, IEnumerable<byte[]> hashes)
    {
        var erased = 0;
        foreach (var hash in hashes)
        {
            erased += await transaction.Execute("delete from text where hash = @hash", new { hash }).ConfigureAwait(false);
        }

        return erased;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer.ConfigureAwait(false);
    }

    private async Task WriteAll()
    {
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<Waiting>();
            try
            {
                // Taken up inside the gate, so that those who came while it was closed are in too.
                await database.Write(t => Store(t, TakeUp(batch))).ConfigureAwait(false);
                batch.ForEach(b => b.Done.SetResult());
            }
            catch (Exception failure)
            {
                TakeUp(batch);
                LogNotStored(failure, batch.Count);
                batch.ForEach(b => b.Done.SetException(new InconsistentStateException(StorageFailure.CodeOf(failure))));
            }
        }
    }

    private List<Waiting> TakeUp(List<Waiting> batch)
    {
        while (batch.Count < 64 && waiting.Reader.TryRead(out var entry))
        {
            batch.Add(entry);
        }

        return batch;
    }

    private async Task Store(Transaction transaction, List<Waiting> batch)
    {
        if (database.Engine == Engine.PostgreSql)
        {
            // The log is one: the state's own commit takes the text to disk before it. Waiting for both would wait twice.
            await transaction.Execute("set local synchronous_commit = off").ConfigureAwait(false);
        }

        await transaction.Execute(
            "insert into text (hash, bytes) values (@Hash, @Bytes) on conflict (hash) do nothing",
            batch.Select(b => new { b.Hash, b.Bytes })).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} texts were not stored")]
    private partial void LogNotStored(Exception failure, int count);

    private sealed record Waiting(byte[] Hash, byte[] Bytes, TaskCompletionSource Done);
}
