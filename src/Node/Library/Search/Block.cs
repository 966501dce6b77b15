using System.Runtime.InteropServices;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>
/// Which of 4,096 practices with numbers in a row have a token: few as a list of two bytes each, many as a bit each. Never more than 512 bytes, so that a row
/// stays in its page and a change rewrites little. Bytes are in the order of every processor that .NET's servers run on, the smallest first.
/// </summary>
internal static class Block
{
    /// <summary>Practices of one block.</summary>
    public const int Size = 4_096;

    /// <summary>Words of 64 bits that hold them.</summary>
    public const int Words = Size / 64;

    private const int Bytes = Size / 8;

    /// <summary>Adds a stored block to the practices of its own 64-bit words.</summary>
    public static void AddTo(Span<ulong> practices, ReadOnlySpan<byte> stored)
    {
        if (stored.Length == Bytes)
        {
            var bits = MemoryMarshal.Cast<byte, ulong>(stored);
            for (var word = 0; word < bits.Length; word++)
            {
                practices[word] |= bits[word];
            }

            return;
        }

        foreach (var practice in MemoryMarshal.Cast<byte, ushort>(stored))
        {
            practices[practice / 64] |= 1UL << practice;
        }
    }

    /// <summary>What to store; empty when no practice is left.</summary>
    public static byte[] Of(ReadOnlySpan<ulong> practices)
    {
        Span<ushort> few = stackalloc ushort[(Bytes / sizeof(ushort)) - 1];
        var count = 0;
        for (var word = 0; word < Words; word++)
        {
            for (var bits = practices[word]; bits != 0; bits &= bits - 1)
            {
                if (count == few.Length)
                {
                    return MemoryMarshal.AsBytes(practices).ToArray();
                }

                few[count++] = (ushort)((word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits));
            }
        }

        return MemoryMarshal.AsBytes(few[..count]).ToArray();
    }
}
