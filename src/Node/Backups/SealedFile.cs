using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RecoveryCoP.Node.Backups;

/// <summary>
/// What stands behind a backup's header: AES-256-GCM, 64 KiB at a time. A chunk's number is its nonce, since every file has a key of its own; its number, whether
/// it is the last, and the header's hash are bound to it, so that nothing can be cut off, moved, or put in from another file.
/// </summary>
internal sealed class SealedFile : Stream
{
    public const int KeyBytes = 32;
    private const int ChunkBytes = 64 * 1024, TagBytes = 16, NonceBytes = 12;

    private readonly Stream to;
    private readonly byte[] header;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[ChunkBytes], chunk = new byte[ChunkBytes + TagBytes];
    private int filled;
    private ulong number;

    private SealedFile(Stream to, byte[] header, byte[] key) => (this.to, this.header, cipher) = (to, header, new AesGcm(key, TagBytes));

    /// <summary>Writes the header, and takes what comes behind it. Only <see cref="Complete"/> makes a whole file of it.</summary>
    public static SealedFile Begin(Stream to, BackupHeader header, byte[] key)
    {
        var bytes = header.ToBytes();
        to.Write(bytes);
        return new(to, SHA256.HashData(bytes), key);
    }

    /// <summary>Nothing more comes.</summary>
    public void Complete() => Seal(isLast: true);

    /// <summary>Opens what stands behind the header.</summary>
    /// <exception cref="BackupRefusedException">Something is missing, changed, or from elsewhere. What was written until then is worth nothing.</exception>
    public static async Task Open(Stream from, byte[] header, byte[] key, Stream to, CancellationToken cancellationToken)
    {
        using var cipher = new AesGcm(key, TagBytes);
        var (here, next, plain) = (new byte[ChunkBytes + TagBytes], new byte[ChunkBytes + TagBytes], new byte[ChunkBytes]);
        var length = await from.ReadAtLeastAsync(here, here.Length, throwOnEndOfStream: false, cancellationToken);
        for (ulong number = 0; ; number++)
        {
            var more = length < here.Length ? 0 : await from.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellationToken);
            var size = length >= TagBytes ? length - TagBytes : throw BackupHeader.Damaged;
            try
            {
                cipher.Decrypt(Nonce(number), here.AsSpan(0, size), here.AsSpan(size, TagBytes), plain.AsSpan(0, size), Bound(header, number, isLast: more == 0));
            }
            catch (AuthenticationTagMismatchException)
            {
                throw BackupHeader.Damaged;
            }

            await to.WriteAsync(plain.AsMemory(0, size), cancellationToken);
            if (more == 0)
            {
                return;
            }

            (here, next, length) = (next, here, more);
        }
    }

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (filled == ChunkBytes)
            {
                Seal(isLast: false);
            }

            var taken = Math.Min(buffer.Length, ChunkBytes - filled);
            buffer[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    private void Seal(bool isLast)
    {
        cipher.Encrypt(Nonce(number), plain.AsSpan(0, filled), chunk.AsSpan(0, filled), chunk.AsSpan(filled, TagBytes), Bound(header, number, isLast));
        to.Write(chunk, 0, filled + TagBytes);
        (filled, number) = (0, number + 1);
    }

    private static byte[] Nonce(ulong number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(ulong)), number);
        return nonce;
    }

    private static byte[] Bound(byte[] header, ulong number, bool isLast)
    {
        var place = new byte[sizeof(ulong) + 1];
        BinaryPrimitives.WriteUInt64BigEndian(place, number);
        place[^1] = isLast ? (byte)1 : (byte)0;
        return [.. header, .. place];
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(plain);
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public override void Flush() => to.Flush();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();
}
