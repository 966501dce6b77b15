using System.Buffers.Binary;

namespace RecoveryCoP.Node.Files;

/// <summary>PNG (ISO/IEC 15948): a signature, then chunks, each with its length, its type and a checksum.</summary>
internal static class PngFile
{
    private const int Around = 12;

    // What is drawn, and in which colours. Not kept: words, times, EXIF, and the further frames of a moving picture.
    private static readonly HashSet<string> kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"];

    public static ReadOnlySpan<byte> Beginning => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture alone; whatever follows its end goes too.</summary>
    public static Result<byte[]> Clean(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(Beginning);
        var isDrawn = false;
        for (var at = Beginning.Length; at + Around <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            var type = System.Text.Encoding.Latin1.GetString(file, at + 4, 4);
            if (length > file.Length - at - Around || (at == Beginning.Length) != (type == "IHDR"))
            {
                return FileCheck.Broken;
            }

            var chunk = file.AsSpan(at, (int)length + Around);
            var refusal = type != "IHDR" ? null : length < 13 ? FileCheck.Broken : FileCheck.RefusalOfSize(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
            if (refusal is not null)
            {
                return refusal;
            }

            if (kept.Contains(type))
            {
                clean.Write(chunk);
            }

            isDrawn |= type == "IDAT";
            at += chunk.Length;
            if (type == "IEND")
            {
                return isDrawn ? clean.ToArray() : FileCheck.Broken;
            }
        }

        return FileCheck.Broken;
    }
}
