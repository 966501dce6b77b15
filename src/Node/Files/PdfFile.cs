using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Files;

/// <summary>PDF (ISO 32000): objects in dictionaries, and streams. Kept as it is, so that its signatures and what helps screen readers stay; it may hold who wrote it.</summary>
internal static partial class PdfFile
{
    // A reader looks for the end this far from the last byte at most.
    private const int Tail = 2048;

    // The end of a ZIP archive lies this far from the last byte at most.
    private const int ArchiveTail = 65_557;

    // What the objects of one file may unfold to.
    private const int MostUnfolded = 32 * 1024 * 1024;

    private static readonly HashSet<string> active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData", "GoToE"];

    private static readonly HashSet<string> telling = [.. active, "Encrypt", "ObjStm", "Filter"];

    /// <summary>The same bytes, or why they are not kept: cut off, locked, with something in it that runs, or another kind of file as well.</summary>
    public static Result<byte[]> Look(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        if (text.IndexOf("%%EOF", Math.Max(0, text.Length - Tail), StringComparison.Ordinal) < 0 || !text.Contains("startxref", StringComparison.Ordinal))
        {
            return FileCheck.Broken;
        }

        // To another program it would be an archive.
        if (text.IndexOf("PK\u0005\u0006", Math.Max(0, text.Length - ArchiveTail), StringComparison.Ordinal) >= 0)
        {
            return FileCheck.Unknown;
        }

        var (unfolded, at) = (0, 0);
        while (at < text.Length)
        {
            var stream = Stream().Match(text, at);
            var objects = stream.Success ? text[at..stream.Index] : text[at..];
            var names = NamesIn(objects);
            if (RefusalOf(names) is { } refusal)
            {
                return refusal;
            }

            if (!stream.Success)
            {
                break;
            }

            var end = text.IndexOf("endstream", stream.Index + stream.Length, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            // Nothing but the stream's own dictionary has this name; where that begins is better not guessed.
            if (names.Contains("ObjStm"))
            {
                var from = stream.Index + stream.Length;
                if ((names.Contains("Filter") ? Unfold(file, from, end, MostUnfolded - unfolded) : text[from..end]) is not { } inside)
                {
                    return FileCheck.Broken;
                }

                unfolded += inside.Length;
                if (RefusalOf(NamesIn(inside)) is { } within)
                {
                    return within;
                }
            }

            at = end + "endstream".Length;
        }

        return file;
    }

    private static Refusal? RefusalOf(HashSet<string> names) => names.Contains("Encrypt") ? FileCheck.Locked : names.Overlaps(active) ? FileCheck.Active : null;

    // Those that tell something, in whatever way they are written.
    private static HashSet<string> NamesIn(string objects)
    {
        var names = new HashSet<string>();
        foreach (var name in Name().EnumerateMatches(objects))
        {
            var word = objects.Substring(name.Index + 1, name.Length - 1);
            word = word.Contains('#', StringComparison.Ordinal) ? Escaped().Replace(word, m => $"{(char)int.Parse(m.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}") : word;
            if (telling.Contains(word))
            {
                names.Add(word);
            }
        }

        return names;
    }

    // Null for one that unfolds to more than there may be, or is packed in another way: it cannot be told what is in it.
    private static string? Unfold(byte[] file, int from, int to, int most)
    {
        using var unfolding = new ZLibStream(new MemoryStream(file, from, to - from, writable: false), CompressionMode.Decompress);
        try
        {
            return FileCheck.Read(unfolding, most) is { } inside ? Encoding.Latin1.GetString(inside) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\bstream[ \t]*(?:\r\n?|\n)")]
    private static partial Regex Stream();

    [GeneratedRegex(@"/[^\x00-\x20/<>\[\](){}%]+")]
    private static partial Regex Name();

    [GeneratedRegex("#[0-9A-Fa-f]{2}")]
    private static partial Regex Escaped();
}
