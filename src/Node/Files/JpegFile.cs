using System.Buffers.Binary;

namespace RecoveryCoP.Node.Files;

/// <summary>JPEG (ITU-T T.81): segments, each with a marker and mostly a length; after a start of scan comes the picture itself, in which a marker is escaped.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA, End = 0xD9, Comment = 0xFE;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    public static ReadOnlySpan<byte> Beginning => [0xFF, 0xD8, 0xFF];

    /// <summary>The picture, its colours and which way is up; whatever follows its end goes too.</summary>
    public static Result<byte[]> Clean(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 2);
        var (isSized, isDrawn) = (false, false);
        for (var at = 2; at + 2 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == End)
            {
                clean.Write(file, at, 2);
                return isSized && isDrawn ? clean.ToArray() : FileCheck.Broken;
            }

            if (at + 4 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)) is var length && (length < 2 || at + 2 + length > file.Length))
            {
                return FileCheck.Broken;
            }

            var segment = file.AsSpan(at, 2 + length);
            var refusal = !IsFrame(marker) ? null : length < 8 ? FileCheck.Broken : FileCheck.RefusalOfSize(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            if (refusal is not null)
            {
                return refusal;
            }

            isSized |= IsFrame(marker);
            clean.Write(Kept(marker, segment));
            at += segment.Length;
            if (marker == StartOfScan)
            {
                var from = at;
                while (at < file.Length && !(file[at] == 0xFF && at + 1 < file.Length && file[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))))
                {
                    at++;
                }

                clean.Write(file, from, at - from);
                isDrawn = true;
            }
        }

        return FileCheck.Broken;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Of what applications add (APP0 to APP15) the picture needs only its density (JFIF), its colours (ICC, Adobe), and which way is up.
    private static ReadOnlySpan<byte> Kept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 => segment[4..].StartsWith("JFIF\0"u8) ? segment : [],
        0xE1 => segment[4..].StartsWith(Exif) && OrientationIn(segment[(4 + Exif.Length)..]) is > 1 and <= 8 and var orientation ? Upright(orientation) : [],
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8) ? segment : [],
        0xEE => segment,
        (>= 0xE3 and <= 0xEF) or Comment => [],
        _ => segment,
    };

    // EXIF is a TIFF file: the order of its bytes, where its list of entries begins, and entries of twelve bytes. Orientation is number 0x0112.
    private static int OrientationIn(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II"u8);
        if (tiff.Length < 10 || !(isLittle || tiff.StartsWith("MM"u8)))
        {
            return 1;
        }

        var list = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (list > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)list..];
        for (var (entry, left) = (2, Number(entries, isLittle)); left > 0 && entry + 12 <= entries.Length; entry += 12, left--)
        {
            if (Number(entries[entry..], isLittle) == 0x0112)
            {
                return Number(entries[(entry + 8)..], isLittle);
            }
        }

        return 1;
    }

    private static int Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    // A segment with nothing but the orientation in it.
    private static byte[] Upright(int orientation) =>
        [0xFF, 0xE1, 0, 34, .. Exif, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
}
