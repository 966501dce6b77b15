using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace RecoveryCoP.Testing;

/// <summary>Small files of each kind that a node takes, and what may be wrong with one.</summary>
public static class FileSamples
{
    /// <summary>A picture of one point, with chunks of one's own before its end.</summary>
    public static byte[] Png(params (string Type, string Text)[] chunks)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        return [.. png[..^12], .. chunks.SelectMany(chunk => Chunk(chunk.Type, Encoding.UTF8.GetBytes(chunk.Text))), .. png[^12..]];
    }

    /// <summary>A picture that says that it is as large as this.</summary>
    public static byte[] PngOfSize(int width, int height)
    {
        var png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    /// <summary>A photograph with segments of one's own after its first one, by their markers.</summary>
    public static byte[] Jpeg(params (byte Marker, byte[] Content)[] segments) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8.ToArray().Concat<byte>([1, 1, 0, 0, 1, 0, 1, 0, 0])), .. segments.SelectMany(s => Segment(s.Marker, s.Content)),
        .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9,
    ];

    /// <summary>What a camera writes: which way is up, and where it was taken, in words that a test finds.</summary>
    public static byte[] Exif(byte orientation, string where) =>
    [
        .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(where),
    ];

    /// <summary>A document with objects of one's own.</summary>
    public static byte[] Pdf(params string[] objects) => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>\nendobj\n{string.Join('\n', objects)}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n200\n%%EOF\n");

    /// <summary>An object of a document in which others are packed.</summary>
    public static string PackedObjects(string objects)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(Encoding.Latin1.GetBytes(objects));
        }

        return $"5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {packed.Length}>>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj";
    }

    /// <summary>A text of LibreOffice whose author is Camille, with entries of one's own.</summary>
    public static byte[] Odt(params (string Name, string Content)[] more) => Zip(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<?xml version=\"1.0\"?>\n<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><o:body><text:p>Bonjour <text:span>a</text:span> vous<o:annotation><dc:creator>Camille</dc:creator><text:p>Une remarque</text:p></o:annotation></text:p></o:body></o:document-content>"),
        ("meta.xml", "<?xml version=\"1.0\"?><o:document-meta xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><o:meta><meta:initial-creator>Camille</meta:initial-creator><dc:creator>Camille</dc:creator><dc:title>Un plan</dc:title></o:meta></o:document-meta>"),
        .. more,
    ]);

    /// <summary>A text of Word whose author is Camille, with entries of one's own.</summary>
    public static byte[] Docx(params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("word/document.xml", "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:ins w:id=\"1\" w:author=\"Camille\"><w:r><w:t xml:space=\"preserve\">Bonjour </w:t></w:r></w:ins></w:p></w:body></w:document>"),
        ("word/comments.xml", "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"1\" w:author=\"Camille\" w:initials=\"CC\"><w:p/></w:comment></w:comments>"),
        ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Un plan</dc:title><dc:creator>Camille</dc:creator><cp:lastModifiedBy>Camille</cp:lastModifiedBy></cp:coreProperties>"),
        .. more,
    ]);

    /// <summary>An archive with these entries.</summary>
    public static byte[] Zip(IEnumerable<(string Name, string Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.Latin1.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>What is in an archive, by the names of its entries.</summary>
    public static Dictionary<string, byte[]> Unzip(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var reading = entry.Open();
            reading.CopyTo(content);
            return content.ToArray();
        });
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.Latin1.GetBytes(type, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        return chunk; // nobody here looks at its checksum
    }

    private static byte[] Segment(byte marker, IEnumerable<byte> content)
    {
        byte[] all = [.. content];
        return [0xFF, marker, (byte)((all.Length + 2) >> 8), (byte)(all.Length + 2), .. all];
    }
}
