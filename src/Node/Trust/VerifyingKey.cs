using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace RecoveryCoP.Node.Trust;

/// <summary>The public half of an ECDSA P-256 key, known to be one.</summary>
public sealed class VerifyingKey : IEquatable<VerifyingKey>
{
    private const int CoordinateBytes = 32;

    // id-ecPublicKey, prime256v1, uncompressed point (RFC 5480): the same for every key. Compared rather than parsed, because the bytes are a stranger's
    // and the platform's reader throws by the curve it finds named in them.
    private static readonly byte[] prefix = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private readonly byte[] spki;

    // Making one costs more than a verification, and a page of a feed is five hundred of these. The platform promises no safety between threads.
    private readonly Lazy<ECDsa> verifier;
    private readonly Lock turn = new();

    private VerifyingKey(byte[] spki, ECPoint point)
    {
        this.spki = spki;
        Point = point;
        Id = KeyId.OfSpki(spki);
        verifier = new(ToECDsa);
    }

    /// <summary>The key's name.</summary>
    public KeyId Id { get; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public ReadOnlyMemory<byte> Spki => spki;

    internal ECPoint Point { get; }

    /// <summary>Reads a SubjectPublicKeyInfo. Only P-256, and only in the one encoding this program writes itself: otherwise one key could have two names.</summary>
    public static bool TryRead(ReadOnlySpan<byte> spki, [NotNullWhen(true)] out VerifyingKey? key)
    {
        key = null;
        if (spki.Length != prefix.Length + 2 * CoordinateBytes || !spki.StartsWith(prefix))
        {
            return false;
        }

        try
        {
            var (x, y) = (spki.Slice(prefix.Length, CoordinateBytes).ToArray(), spki[^CoordinateBytes..].ToArray());
            using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = x, Y = y } });
            key = Of(ecdsa);
            return true;
        }
        catch (CryptographicException)
        {
            // Not a point of the curve.
            return false;
        }
    }

    /// <summary>True when the 64 bytes are this key's signature of the data (ECDSA, SHA-256, IEEE P1363).</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SigningKey.SignatureBytes)
        {
            return false;
        }

        lock (turn)
        {
            return verifier.Value.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <inheritdoc />
    public bool Equals(VerifyingKey? other) => other is not null && Id == other.Id;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as VerifyingKey);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode();

    internal static VerifyingKey Of(ECDsa ecdsa)
    {
        var parameters = ecdsa.ExportParameters(false);
        // Exported anew from the plain numbers, so that the bytes do not depend on how the key was read.
        using var plain = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = parameters.Q });
        return new(plain.ExportSubjectPublicKeyInfo(), parameters.Q);
    }

    internal ECDsa ToECDsa() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = Point });
}
