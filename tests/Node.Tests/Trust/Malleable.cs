using System.Globalization;
using System.Numerics;

namespace RecoveryCoP.Node.Tests.Trust;

/// <summary>The other signature that anybody can make of a good one: s becomes n − s.</summary>
internal static class Malleable
{
    private static readonly BigInteger order =
        BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static byte[] Twin(byte[] signature)
    {
        var s = (order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature.AsSpan(0, 32), .. new byte[32 - s.Length], .. s];
    }
}
