using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Files;

/// <summary>A record holds a file.</summary>
/// <param name="IsNew">False when it did already.</param>
public sealed record Holding(bool IsNew);

/// <summary>
/// Keeps files in the database, so that a backup is one file and what is erased is gone. A file is stored before the state that names it, under an id that is used
/// this once; whoever follows the record tells by <see cref="Keep"/> what it names, and what it no longer does goes.
/// </summary>
public sealed class FileStore(Database database, FilesOptions options, DiskRoom room, TimeProvider clock)
{
    /// <summary>The bytes of one part: what is read at a time, however large the file.</summary>
    internal const int PartSize = 128 * 1024;

    // The state is saved moments after its file. What no state named by then was cut off between the two.
    private static readonly TimeSpan unnamedKept = TimeSpan.FromHours(1);

    // Whoever adds and whoever lets go of the same file wait for each other: then either the one sees that it is gone, or the other that it is held again.
    private const string Lock = "update file set size = size where hash = @hash";

    /// <summary>Stores a file for a record; refused when it does not fit beside all others, and when the id holds another file. The same again changes nothing.</summary>
    public Task<Result<Holding>> Put(Guid id, Guid holder, CheckedFile file, CancellationToken cancellationToken) => room.IsLow ? Task.FromResult<Result<Holding>>(Refusal.Of(DiskRoom.Text.Code)) : database.Write<Result<Holding>>(
        async transaction =>
        {
            var hash = Convert.FromHexString(file.Stored.Hash);
            // First: whoever sends the same form at the same time waits here, and nothing is stored that nobody holds.
            if (await transaction.Execute(
                "insert into file_holder (id, holder, hash, is_named, added_at) values (@id, @holder, @hash, 0, @now) on conflict (id) do nothing", new { id, holder, hash, now = clock.GetUtcNow() }).ConfigureAwait(false) == 0)
            {
                return await transaction.Find<long>("select count(*) from file_holder where id = @id and holder = @holder and hash = @hash", new { id, holder, hash }).ConfigureAwait(false) == 1
                    ? new Holding(IsNew: false)
                    : Refusal.Of(FileText.SentTwice);
            }

            if (await transaction.Execute(Lock, new { hash }).ConfigureAwait(false) == 0)
            {
                var left = (options.MostMebibytes * 1024L * 1024) - await transaction.Find<long>("select cast(coalesce(sum(size), 0) as bigint) from file").ConfigureAwait(false);
                if (file.Bytes.Length > left)
                {
                    await transaction.Execute("delete from file_holder where id = @id", new { id }).ConfigureAwait(false);
                    return Refusal.Of("file.quota", "", Math.Max(0, left / (1024 * 1024)));
                }

                // Somebody may have added the same since: then this waits for them, and whoever lets go of it for this.
                await transaction.Insert("file (hash, size)", [[hash, (long)file.Bytes.Length]], "on conflict (hash) do update set size = excluded.size").ConfigureAwait(false);
                await transaction.Insert(
                    "file_part (hash, number, bytes)", [.. file.Bytes.Chunk(PartSize).Index().Select(part => new object?[] { hash, (long)part.Index, part.Item })], "on conflict (hash, number) do nothing").ConfigureAwait(false);
            }

            return new Holding(IsNew: true);
        },
        cancellationToken);

    /// <summary>Lets go of what was stored for a state that was not saved after all.</summary>
    public Task Drop(Guid id, CancellationToken cancellationToken) => database.Write(transaction => Drop(transaction, "id = @id and is_named = 0", new { id }), cancellationToken);

    /// <summary>What a record's state names now. What it named and no longer does is erased, and what was stored long ago for a state that never came.</summary>
    public async Task Keep(Transaction transaction, Guid holder, IReadOnlyCollection<Guid> named)
    {
        foreach (var held in await transaction.Query<Held>("select id, is_named, added_at from file_holder where holder = @holder order by id", new { holder }).ConfigureAwait(false))
        {
            if (named.Contains(held.Id))
            {
                await transaction.Execute("update file_holder set is_named = 1 where id = @Id and is_named = 0", new { held.Id }).ConfigureAwait(false);
            }
            else if (held.IsNamed == 1 || held.AddedAt < clock.GetUtcNow() - unnamedKept)
            {
                await Drop(transaction, "id = @Id", new { held.Id }).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The bytes of a file, of which no more is read than somebody asks for; null when it is not here.</summary>
    public async Task<Stream?> Open(StoredFile file, CancellationToken cancellationToken)
    {
        var hash = Convert.FromHexString(file.Hash);
        return await database.Find<long?>("select size from file where hash = @hash", new { hash }, cancellationToken).ConfigureAwait(false) is { } size ? new FileContent(database, hash, size) : null;
    }

    private static async Task Drop(Transaction transaction, string which, object args)
    {
        var hashes = await transaction.Query<byte[]>($"delete from file_holder where {which} returning hash", args).ConfigureAwait(false);
        foreach (var hash in hashes)
        {
            await transaction.Execute(Lock, new { hash }).ConfigureAwait(false);
            await transaction.Erase("delete from file where hash = @hash and not exists (select 1 from file_holder h where h.hash = file.hash)", new { hash }).ConfigureAwait(false);
        }
    }

    private sealed record Held
    {
        public required Guid Id { get; init; }

        public required long IsNamed { get; init; }

        public required DateTimeOffset AddedAt { get; init; }
    }
}
