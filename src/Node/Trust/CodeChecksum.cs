namespace RecoveryCoP.Node.Trust;

/// <summary>
/// Six characters that tell a mistyped code: the BCH code of Bech32m (BIP-350), which finds every error of up to four characters in this length.
/// </summary>
internal static class CodeChecksum
{
    internal const int Length = 6;

    private const int BitsPerCharacter = 5;
    private const uint Constant = 0x2bc830a3;

    private static readonly uint[] generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    internal static string Append(string code)
    {
        var remainder = Polymod(code + new string('0', Length)) ^ Constant;
        return code + string.Concat(Enumerable.Range(1, Length).Select(i => Base32.Crockford[(int)(remainder >> (BitsPerCharacter * (Length - i)) & 31)]));
    }

    internal static bool Holds(string code) => Polymod(code) == Constant;

    private static uint Polymod(string code)
    {
        uint sum = 1;
        foreach (var character in code)
        {
            var top = sum >> 25;
            sum = (sum & 0x1ffffff) << BitsPerCharacter ^ (uint)Base32.Crockford.ValueOf(character);
            for (var i = 0; i < generator.Length; i++)
            {
                sum ^= (top >> i & 1) == 1 ? generator[i] : 0;
            }
        }

        return sum;
    }
}
