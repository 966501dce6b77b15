using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Texts too large to be rewritten with every save of a state, by the SHA-256 of their bytes. A text is stored before the state that names it, and with it
/// whose it is; if that state is never saved, an orphan remains, which is harmless and goes with the rest of that record's texts.
/// </summary>
public sealed partial class TextStore(Database database, ILogger<TextStore> log)
{
    /// <summary>Locks a record's texts against whoever stores one of them again now: then either they see that it is gone, or this that it is theirs too.</summary>
    internal const string Lock = "update text set hash = hash where hash in (select hash from text_holder where holder = @holder)";

    /// <summary>What a record holds.</summary>
    internal const string Held = "select hash from text_holder where holder = @holder order by hash";

    /// <summary>It holds nothing any more.</summary>
    internal const string LetGo = "delete from text_holder where holder = @holder";

    /// <summary>A text that nobody holds goes.</summary>
    internal const string EraseUnheld = "delete from text where hash = @hash and not exists (select 1 from text_holder h where h.hash = text.hash)";

    /// <summary>Stores a text; when this returns, it is on disk. Storing the same text again is harmless.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="holder">The id of the record that will name it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its SHA-256, 32 bytes.</returns>
    /// <exception cref="InconsistentStateException">It was not stored; thrown as such because it is a grain that stores texts, and no driver exception crosses a grain call.</exception>
    public async Task<byte[]> Put(byte[] bytes, Guid holder, CancellationToken cancellationToken = default)
    {
        var hash = SHA256.HashData(bytes);
        try
        {
            await database.WriteTogether(
                async t =>
                {
                    // One that is there is written over by itself, which locks it: see Lock.
                    await t.Execute("insert into text (hash, bytes) values (@hash, @bytes) on conflict (hash) do update set hash = excluded.hash", new { hash, bytes }).ConfigureAwait(false);
                    await t.Execute("insert into text_holder (holder, hash) values (@holder, @hash) on conflict (holder, hash) do nothing", new { holder, hash }).ConfigureAwait(false);
                },
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

    /// <summary>Deletes all that a record ever stored; a text that another holds word for word is that one's too, and stays. No state is looked at: there may be thousands.</summary>
    /// <returns>How many are gone.</returns>
    public static async Task<int> Erase(Transaction transaction, Guid holder)
    {
        await transaction.Execute(Lock, new { holder }).ConfigureAwait(false);
        var hashes = await transaction.Query<byte[]>(Held, new { holder }).ConfigureAwait(false);
        await transaction.Execute(LetGo, new { holder }).ConfigureAwait(false);
        return await transaction.Erase(EraseUnheld, hashes.Select(hash => new { hash }).ToList()).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A text of {Size} bytes was not stored")]
    private partial void LogNotStored(Exception failure, int size);
}
