using System.Text;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Files;

/// <summary>Text without form, as programs of all kinds save it.</summary>
public static class PlainText
{
    private static readonly Encoding strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>What it says: as its first bytes say it is written, UTF-8 where it is that without a fault, and what Windows writes otherwise.</summary>
    public static string Decode(byte[] file)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (file.AsSpan().StartsWith(marked.Preamble))
            {
                return marked.GetString(file, marked.Preamble.Length, file.Length - marked.Preamble.Length);
            }
        }

        try
        {
            return strict.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    // It has no first bytes to be known by, so all of it must be text, and none of it what a browser might take for a page.
    internal static Result<byte[]> Clean(byte[] file)
    {
        // Pages that are to be printed are parted by form feeds.
        var text = TypedText.Plain(Decode(file).Replace('\f', '\n'));
        return Readable.IsText(text) && Readable.IsSeen(text) && text[0] != '<' ? Encoding.UTF8.GetBytes(text) : FileCheck.Unknown;
    }
}
