using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// The key that takes a node back when its signing key is lost or stolen. It exists as 13 words on paper and is never stored:
/// 128 random bits and 15 bits of checksum. The P-256 key is derived from the bits, so the same words always give the same key.
/// </summary>
public sealed class RecoveryKey : IDisposable
{
    /// <summary>How many words are printed.</summary>
    public const int WordCount = 13;

    private const int EntropyBytes = 16;
    private const string Domain = "recoverycop recovery key v1";

    // The order of P-256 (FIPS 186-4, D.1.2.3).
    private static readonly BigInteger order =
        BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, null);

    private readonly byte[] entropy;

    private RecoveryKey(byte[] entropy)
    {
        this.entropy = entropy;
        Key = Derive(entropy);
    }

    /// <summary>The key itself, to sign a genesis or a recovery with.</summary>
    public SigningKey Key { get; }

    /// <summary>The words to print, once.</summary>
    public IReadOnlyList<string> Words => WordList.Encode([.. entropy, .. Checksum(entropy)], WordCount);

    /// <summary>A new random key.</summary>
    public static RecoveryKey Create() => new(RandomNumberGenerator.GetBytes(EntropyBytes));

    /// <summary>The key of typed words; false when a word is not in the list, one is missing, or the checksum says they are not the words that were printed.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out RecoveryKey? key)
    {
        key = null;
        var bits = WordList.Decode(typed, WordCount);
        if (bits is null || !bits.AsSpan(EntropyBytes).SequenceEqual(Checksum(bits.AsSpan(0, EntropyBytes))))
        {
            return false;
        }

        key = new(bits[..EntropyBytes]);
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(entropy);
        Key.Dispose();
    }

    // 143 bits of words less 128 of entropy leave 15; the sixteenth is always 0.
    private static byte[] Checksum(ReadOnlySpan<byte> entropy)
    {
        var hash = SHA256.HashData(entropy);
        return [hash[0], (byte)(hash[1] & 0xFE)];
    }

    private static SigningKey Derive(byte[] entropy)
    {
        // A number that is no key of the curve (about one in 2^32) is passed over for the next: always the same one.
        for (var attempt = 0; ; attempt++)
        {
            var d = HKDF.DeriveKey(HashAlgorithmName.SHA256, entropy, 32, salt: [], info: Encoding.ASCII.GetBytes($"{Domain} {attempt}"));
            var number = new BigInteger(d, isUnsigned: true, isBigEndian: true);
            if (!number.IsZero && number < order)
            {
                return new(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d }));
            }
        }
    }
}
