using System.Buffers.Binary;
using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>
/// What a chapter hands back to go on where it stopped; opaque to it. A position (8 bytes, big-endian), then the item that stands there (32 bytes, zeros at the
/// beginning): a hub that came back from a backup gives the same numbers to other items, and so it finds out that it does not know the cursor any more.
/// </summary>
internal static class PullCursor
{
    private static readonly byte[] nothing = new byte[ItemId.Bytes];

    public static ByteString Write(long position, ItemId? item)
    {
        var bytes = new byte[sizeof(long) + ItemId.Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        (item?.ToBytes() ?? nothing).CopyTo(bytes, sizeof(long));
        return ByteString.CopyFrom(bytes);
    }

    /// <summary>The position to go on after; 0 for an empty cursor.</summary>
    /// <param name="cursor">What the caller sent.</param>
    /// <param name="end">The last position that there is.</param>
    /// <param name="itemAt">The item that stands at a position.</param>
    public static async Task<long> Read(ByteString cursor, long end, Func<long, Task<ItemId?>> itemAt)
    {
        if (cursor.IsEmpty)
        {
            return 0;
        }

        if (cursor.Length != sizeof(long) + ItemId.Bytes || BinaryPrimitives.ReadInt64BigEndian(cursor.Span) is not (>= 0 and var position))
        {
            throw RpcRefusal.Field("cursor");
        }

        if (position > end)
        {
            throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.FutureCursor);
        }

        var stands = position == 0 ? null : await itemAt(position).ConfigureAwait(false);
        return cursor.Span[sizeof(long)..].SequenceEqual(stands?.ToBytes() ?? nothing) ? position : throw RpcRefusal.Of(StatusCode.FailedPrecondition, Reason.EpochChanged);
    }
}
