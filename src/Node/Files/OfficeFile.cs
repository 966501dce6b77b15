using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace RecoveryCoP.Node.Files;

/// <summary>ODT (OASIS OpenDocument) and DOCX (ECMA-376): XML and pictures in a ZIP archive, which is written anew.</summary>
internal static partial class OfficeFile
{
    private const int MostEntries = 2000;
    private const long MostUnfolded = 24 * 1024 * 1024;
    private const long MostXml = 8 * 1024 * 1024; // what is read and written anew takes several times its size
    private const string OdtType = "application/vnd.oasis.opendocument.text", DocxType = "wordprocessingml.document.main+xml";
    private static readonly DateTimeOffset noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Macros, controls, and things of other programs that open with a click.
    private static readonly string[] active = ["Basic/", "Scripts/", "vbaProject", "vbaData", "activeX/", "oleObject", "embeddings/", "attachedToolbars"];

    // The parts of an OpenDocument, and of each further one inside it.
    private static readonly HashSet<string> odtParts = ["meta.xml", "content.xml", "styles.xml"];

    /// <summary>The document, its comments and changes without their authors and its pictures without where they were taken; or why it is not kept.</summary>
    public static Result<CheckedFile> Clean(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Clean(archive);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException or NotSupportedException or ArgumentException)
        {
            return FileCheck.Broken;
        }
    }

    private static Result<CheckedFile> Clean(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            return Refusal.Of("file.unfolds-too-far");
        }

        if (KindOf(archive) is not { } kind)
        {
            return FileCheck.Unknown;
        }

        var (names, unfolded) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0L);
        using var clean = new MemoryStream();
        using (var writing = new ZipArchive(clean, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                var name = entry.FullName;
                if (!names.Add(name) || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains(".."))
                {
                    return FileCheck.Broken;
                }

                if (entry.IsEncrypted)
                {
                    return FileCheck.Locked;
                }

                if (Array.Exists(active, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
                {
                    return FileCheck.Active;
                }

                using var reading = entry.Open();
                var most = IsXml(name) || IsRelations(name) ? Math.Min(MostXml, MostUnfolded - unfolded) : MostUnfolded - unfolded;
                if (FileCheck.Read(reading, most) is not { } bytes)
                {
                    return Refusal.Of("file.unfolds-too-far");
                }

                unfolded += bytes.Length;
                if (RefusalOf(name, bytes) is { } refusal)
                {
                    return refusal;
                }

                if (Cleaned(name, bytes).Value is not { } kept)
                {
                    return Refusal.Of("file.picture-inside");
                }

                // The first entry of an ODT, which is not packed: by it other programs know what it is.
                var copy = writing.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                copy.LastWriteTime = noTime;
                using var to = copy.Open();
                to.Write(kept);
            }
        }

        return new CheckedFile(kind, clean.ToArray());
    }

    private static FileKind? KindOf(ZipArchive archive) =>
        Words(archive.Entries.FirstOrDefault(e => e.FullName == "mimetype"), OdtType.Length) == OdtType && archive.GetEntry("content.xml") is not null ? FileKind.Odt
        : Words(archive.GetEntry("[Content_Types].xml"), 1024 * 1024)?.Contains(DocxType, StringComparison.Ordinal) == true ? FileKind.Docx
        : null;

    private static string? Words(ZipArchiveEntry? entry, int most)
    {
        using var reading = entry is { IsEncrypted: false } ? entry.Open() : null;
        return reading is not null && FileCheck.Read(reading, most) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static Refusal? RefusalOf(string name, byte[] bytes)
    {
        if (name == "META-INF/manifest.xml")
        {
            return Encoding.UTF8.GetString(bytes).Contains("encryption-data", StringComparison.Ordinal) ? FileCheck.Locked : null;
        }

        // Another document, whatever it is called: an archive, or one of older programs.
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileCheck.Active;
        }

        var isRelations = IsRelations(name);
        if (!isRelations && !IsOdtPart(name))
        {
            return null;
        }

        // Something outside that a document fetches by itself, such as a template, tells others who opens it; a link is only followed by whoever wants to.
        using var reader = Reader(bytes);
        while (reader.Read())
        {
            if (isRelations
                ? reader.GetAttribute("TargetMode") == "External" && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true
                : reader.GetAttribute("href", "http://www.w3.org/1999/xlink") is { } address && Elsewhere().IsMatch(address) && !IsLink(reader) && !IsTemplate(reader))
            {
                return FileCheck.Active;
            }
        }

        return null;
    }

    // No value for a picture that cannot be cleaned.
    private static Result<byte[]> Cleaned(string name, byte[] bytes) =>
        bytes.AsSpan().StartsWith(JpegFile.Beginning) ? JpegFile.Clean(bytes)
        : bytes.AsSpan().StartsWith(PngFile.Beginning) ? PngFile.Clean(bytes)
        : TellsPlaces(bytes) ? FileCheck.Unknown
        : name == "docProps/custom.xml" || (name.StartsWith("customXml/", StringComparison.Ordinal) && IsXml(name)) ? Emptied(name, bytes)
        : IsOdtPart(name) || (IsXml(name) && (name.StartsWith("docProps/", StringComparison.Ordinal) || name.StartsWith("word/", StringComparison.Ordinal))) ? WithoutNames(bytes)
        : bytes;

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsRelations(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsOdtPart(string name) => odtParts.Contains(name[(name.LastIndexOf('/') + 1)..]);

    private static bool IsLink(XmlReader element) =>
        element.LocalName == "a" && (element.NamespaceURI.EndsWith(":text:1.0", StringComparison.Ordinal) || element.NamespaceURI.EndsWith(":drawing:1.0", StringComparison.Ordinal));

    // Where it lay says who made the document; it is not kept.
    private static bool IsTemplate(XmlReader element) => element.LocalName == "template" && element.NamespaceURI.EndsWith(":meta:1.0", StringComparison.Ordinal);

    // Pictures and videos that may say where they were taken: TIFF, WebP, and what is kept as MP4 is (HEIC, AVIF).
    private static bool TellsPlaces(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)) || (bytes.Length > 8 && bytes[4..].StartsWith("ftyp"u8));

    // Values that forms and other programs keep beside the text. Other parts name this one, so it stays, with nothing in it.
    private static byte[] Emptied(string name, byte[] xml)
    {
        using var reader = Reader(xml);
        using var clean = new MemoryStream();
        using (var writer = XmlWriter.Create(clean, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            reader.MoveToContent();
            writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            if (name.StartsWith("customXml/itemProps", StringComparison.Ordinal))
            {
                writer.WriteAttributes(reader, defattr: false); // the id by which the text knows it
            }

            writer.WriteEndElement();
        }

        return clean.ToArray();
    }

    // The same XML without what says who wrote, changed, printed or commented on it.
    private static byte[] WithoutNames(byte[] xml)
    {
        using var reader = Reader(xml);
        using var clean = new MemoryStream();
        using (var writer = XmlWriter.Create(clean, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            var silentFrom = int.MaxValue;
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                        var (isEmpty, depth, isName, isTemplate) = (reader.IsEmptyElement, reader.Depth, IsName(reader), IsTemplate(reader));
                        while (reader.MoveToNextAttribute())
                        {
                            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, NamesSomebody(reader, isTemplate) ? "" : reader.Value);
                        }

                        if (isEmpty)
                        {
                            writer.WriteEndElement();
                        }
                        else if (isName)
                        {
                            silentFrom = Math.Min(silentFrom, depth);
                        }

                        break;
                    case XmlNodeType.EndElement:
                        writer.WriteFullEndElement();
                        silentFrom = reader.Depth == silentFrom ? int.MaxValue : silentFrom;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth > 0 && silentFrom == int.MaxValue:
                        writer.WriteString(reader.Value);
                        break;
                }
            }
        }

        return clean.ToArray();
    }

    // A field in the text that shows a name is part of the text.
    private static bool IsName(XmlReader element) =>
        element.LocalName is "creator" or "initial-creator" or "printed-by" or "user-defined" or "creator-initials" or "sender-initials" or "lastModifiedBy" or "Manager" or "Company"
        && !element.NamespaceURI.EndsWith(":text:1.0", StringComparison.Ordinal);

    private static bool NamesSomebody(XmlReader attribute, bool isTemplate) =>
        attribute.Prefix != "xmlns" && (isTemplate ? attribute.LocalName is "href" or "title" : attribute.LocalName is "author" or "initials" or "userId");

    // An address with a scheme, or of another host.
    [GeneratedRegex(@"^\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")]
    private static partial Regex Elsewhere();

    private static XmlReader Reader(byte[] xml) => XmlReader.Create(new MemoryStream(xml, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
}
