using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Files;

/// <summary>A stored file as a stream, read a part at a time from wherever somebody goes on.</summary>
internal sealed class FileContent(Database database, byte[] hash, long length) : Stream
{
    private byte[] part = [];
    private long number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var (wanted, from) = Math.DivRem(Position, FileStore.PartSize);
        if (wanted != number && Position < length)
        {
            part = await database.Find<byte[]>("select bytes from file_part where hash = @hash and number = @wanted", new { hash, wanted }, cancellationToken).ConfigureAwait(false) ?? [];
            number = wanted;
        }

        // Nothing more, also when it was erased meanwhile.
        var count = (int)Math.Clamp(Math.Min(part.Length - from, length - Position), 0, buffer.Length);
        part.AsMemory((int)Math.Min(from, part.Length), count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The database is read without holding a thread.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
