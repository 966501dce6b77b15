using System.Buffers.Binary;
using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Hub.Federation;

/// <summary>What a chapter hands back to go on where it stopped; opaque to it. The hub's epoch (16 bytes), then a position (8 bytes, big-endian).</summary>
internal static class PullCursor
{
    private const int EpochBytes = 16;

    public static ByteString Write(byte[] epoch, long position)
    {
        var bytes = new byte[EpochBytes + sizeof(long)];
        epoch.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(EpochBytes), position);
        return ByteString.CopyFrom(bytes);
    }

    /// <summary>The position to go on after; 0 for an empty cursor.</summary>
    /// <param name="cursor">What the caller sent.</param>
    /// <param name="epoch">The hub's epoch.</param>
    /// <param name="end">The last position that there is.</param>
    public static long Read(ByteString cursor, byte[] epoch, long end)
    {
        if (cursor.IsEmpty)
        {
            return 0;
        }

        if (cursor.Length != EpochBytes + sizeof(long))
        {
            throw RpcRefusal.Field("cursor");
        }

        if (!cursor.Span[..EpochBytes].SequenceEqual(epoch))
        {
            throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.EpochChanged);
        }

        var position = BinaryPrimitives.ReadInt64BigEndian(cursor.Span[EpochBytes..]);
        return position < 0 ? throw RpcRefusal.Field("cursor")
            : position > end ? throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.FutureCursor)
            : position;
    }
}
