using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Node.Templates;

/// <summary>The bytes of a template's file as text.</summary>
internal static partial class TemplateText
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> lineEnd = SearchValues.Create((byte)'\n');

    /// <summary>The text with lines that end in one way; null, with the fault, for what is no text.</summary>
    public static string? Of(string file, byte[] bytes, ICollection<TemplateFault> faults)
    {
        try
        {
            var text = utf8.GetString(bytes).TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            if (Unseen().Match(text) is { Success: true } sign)
            {
                faults.Add(new(file, 1 + text.AsSpan(0, sign.Index).Count('\n'), Refusal.Of("template.unseen-sign")));
                return null;
            }

            return text;
        }
        catch (DecoderFallbackException failure)
        {
            faults.Add(new(file, 1 + bytes.AsSpan(0, Math.Clamp(failure.Index, 0, bytes.Length)).Count((byte)'\n'), Refusal.Of("template.encoding")));
            return null;
        }
    }

    /// <summary>True for text with signs that nobody sees: control characters other than tab and line end, and those that turn the direction of writing around.</summary>
    public static bool HasUnseen(string text) => Unseen().IsMatch(text);

    [GeneratedRegex(@"[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff-[\t\n]]")]
    private static partial Regex Unseen();
}
