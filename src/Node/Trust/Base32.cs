using System.Text;

namespace RecoveryCoP.Node.Trust;

/// <summary>Base32 without padding, five bits a character, most significant first.</summary>
internal sealed class Base32(string alphabet)
{
    /// <summary>RFC 4648 in lower case: node ids.</summary>
    public static Base32 Lower { get; } = new("abcdefghijklmnopqrstuvwxyz234567");

    /// <summary>Crockford's, without I, L, O and U: codes that people type.</summary>
    public static Base32 Crockford { get; } = new("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

    public char this[int value] => alphabet[value];

    /// <summary>The five bits of a character; −1 for one that is not in the alphabet.</summary>
    public int ValueOf(char character) => alphabet.IndexOf(character, StringComparison.Ordinal);

    public string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = ((buffer << 8) | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }

    /// <summary>The bytes; null when a character is foreign or the last one carries bits that no byte has.</summary>
    public byte[]? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        int buffer = 0, bits = 0, at = 0;
        foreach (var character in text)
        {
            var value = ValueOf(character);
            if (value < 0)
            {
                return null;
            }

            buffer = ((buffer << 5) | value) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
            }
        }

        return bits < 5 && (buffer & ((1 << bits) - 1)) == 0 ? bytes : null;
    }
}
