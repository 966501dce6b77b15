using System.Security.Cryptography;

namespace RecoveryCoP.Node.Trust;

/// <summary>The private ECDSA P-256 key with which a node signs. It lives in a <see cref="KeyFolder"/> and in encrypted backups, nowhere else.</summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>Length of a signature: r and s, 32 bytes each.</summary>
    public const int SignatureBytes = 64;

    private readonly ECDsa ecdsa;

    internal SigningKey(ECDsa ecdsa)
    {
        this.ecdsa = ecdsa;
        Public = VerifyingKey.Of(ecdsa);
    }

    /// <summary>The half that everybody may know.</summary>
    public VerifyingKey Public { get; }

    /// <summary>A new random key.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>A key from its PKCS#8 bytes; throws <see cref="CryptographicException"/> when they are not a P-256 key.</summary>
    public static SigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportPkcs8PrivateKey(pkcs8, out _);
            return ecdsa.KeySize == 256 ? new(ecdsa) : throw new CryptographicException("The key is not on P-256.");
        }
        catch
        {
            ecdsa.Dispose();
            throw;
        }
    }

    /// <summary>Signs the data: 64 bytes, IEEE P1363.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        ecdsa.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <inheritdoc />
    public void Dispose() => ecdsa.Dispose();

    /// <summary>The key's PKCS#8 bytes; whoever has them is the node.</summary>
    internal byte[] ToPkcs8() => ecdsa.ExportPkcs8PrivateKey();

    internal ECDsa Private => ecdsa;
}
