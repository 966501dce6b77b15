using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Texts too large to be rewritten with every save of a state, by the SHA-256 of their bytes. A text is stored before the state that names it;
/// if that state is never saved, an orphan remains, which is harmless.
/// </summary>
public sealed partial class TextStore(Database database, ILogger<TextStore> log)
{
    /// <summary>Stores a text; when this returns, it is on disk. Storing the same text again is harmless.</summary>
    /// <returns>Its SHA-256, 32 bytes.</returns>
    /// <exception cref="InconsistentStateException">It was not stored; thrown as such because it is a grain that stores texts, and no driver exception crosses a grain call.</exception>
    public async Task<byte[]> Put(byte[] bytes, CancellationToken cancellationToken = default)
    {
        var hash = SHA256.HashData(bytes);
        try
        {
            await database.WriteTogether(
                t => t.Execute("insert into text (hash, bytes) values (@hash, @bytes) on conflict (hash) do nothing", new { hash, bytes }),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotStored(failure, bytes.Length);
            throw new InconsistentStateException(StorageFailure.CodeOf(failure));
        }

        return hash;
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
            erased += await transaction.Erase("delete from text where hash = @hash", new { hash }).ConfigureAwait(false);
        }

        return erased;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A text of {Size} bytes was not stored")]
    private partial void LogNotStored(Exception failure, int size);
}
