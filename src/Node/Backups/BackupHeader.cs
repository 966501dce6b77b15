using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Backups;

/// <summary>What a backup says of itself to whoever has the file, without any key. Everything behind it is bound to these bytes.</summary>
internal sealed record BackupHeader
{
    /// <summary>The form of the file that this program writes. Where it changes, the backup before an upgrade keeps the earlier one: the program to go back to reads it.</summary>
    public const int CurrentFormat = 1;

    // Some hundred bytes; whoever says more is no backup.
    private const int MostBytes = 64 * 1024;
    private static readonly byte[] magic = "RCOPBACK"u8.ToArray();
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The version of the program whose database it is: an older one does not restore it.</summary>
    public required string Program { get; init; }

    /// <summary>Id of the node.</summary>
    public required string Node { get; init; }

    /// <summary><c>chapter</c> or <c>hub</c>.</summary>
    public required string Kind { get; init; }

    public required Engine Engine { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Size of the database's copy in it, before it was compressed.</summary>
    public required long DatabaseBytes { get; init; }

    /// <summary>The file's key, for whoever has the printed words.</summary>
    public required WordsSeal Words { get; init; }

    /// <summary>The file's key, for the data folder that it came from.</summary>
    public required DrillSeal Drill { get; init; }

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(magic);

    public byte[] ToBytes()
    {
        var said = JsonSerializer.SerializeToUtf8Bytes(this, json);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, said.Length);
        return [.. magic, .. length, .. said];
    }

    /// <summary>Reads it, and leaves the stream where the chunks begin.</summary>
    /// <returns>It, and the hash of its bytes, to which the chunks are bound.</returns>
    /// <exception cref="BackupRefusedException">That is no backup, or one of a form to come.</exception>
    public static async Task<(BackupHeader Header, byte[] Hash)> Read(Stream file, CancellationToken cancellationToken)
    {
        var start = new byte[magic.Length + sizeof(int)];
        if (await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken) < start.Length || !Begins(start))
        {
            throw new BackupRefusedException(Refusal.Of("backup.not-one"));
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(magic.Length));
        var said = new byte[length is > 0 and <= MostBytes ? length : throw Damaged];
        if (await file.ReadAtLeastAsync(said, said.Length, throwOnEndOfStream: false, cancellationToken) < said.Length)
        {
            throw Damaged;
        }

        try
        {
            if (JsonSerializer.Deserialize<Form>(said, json) is { Format: > CurrentFormat })
            {
                throw new BackupRefusedException(Refusal.Of("backup.newer-form"));
            }

            return (JsonSerializer.Deserialize<BackupHeader>(said, json) ?? throw Damaged, SHA256.HashData([.. start, .. said]));
        }
        catch (JsonException)
        {
            throw Damaged;
        }
    }

    public static BackupRefusedException Damaged => new(Refusal.Of("backup.damaged"));

    private sealed record Form(int Format);
}

/// <summary>A backup, or something that is to become one, is refused; caught where it is asked for, and told in words.</summary>
internal sealed class BackupRefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;
}
