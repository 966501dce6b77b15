using System.Security.Cryptography;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>A file's key, sealed to the public half of the recovery key: only who has the printed words opens it.</summary>
/// <param name="Key">Which recovery key: so another node's words are told from wrong ones.</param>
/// <param name="Sender">A key that was made for this file alone, SubjectPublicKeyInfo.</param>
/// <param name="Sealed">The file's key and its tag.</param>
internal sealed record WordsSeal(string Key, byte[] Sender, byte[] Sealed);

/// <summary>A file's key, sealed to the drill key of the data folder.</summary>
/// <param name="Salt">16 random bytes.</param>
/// <param name="Sealed">The file's key and its tag.</param>
internal sealed record DrillSeal(byte[] Salt, byte[] Sealed);

/// <summary>
/// Seals the key of a file: ECDH on P-256 and HKDF-SHA-256 for the words, HKDF-SHA-256 alone for the drill key, AES-256-GCM for both. Every sealing key is used once,
/// so its nonce is zero.
/// </summary>
internal static class KeySeals
{
    private const int TagBytes = 16;
    private static readonly byte[] zero = new byte[12];

    public static WordsSeal ToWords(VerifyingKey recovery, byte[] key)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var said = sender.PublicKey.ExportSubjectPublicKeyInfo();
        return new(recovery.Id.Hex, said, Seal(Shared(sender, recovery, said, recovery), key));
    }

    /// <summary>The file's key; null when the seal is not one that these words open.</summary>
    public static byte[]? Open(WordsSeal seal, SigningKey recovery)
    {
        if (!VerifyingKey.TryRead(seal.Sender, out var sender))
        {
            return null;
        }

        using var own = ECDiffieHellman.Create(recovery.Private.ExportParameters(true));
        return Open(Shared(own, sender, seal.Sender, recovery.Public), seal.Sealed);
    }

    public static DrillSeal ToDrill(byte[] drill, byte[] key)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(salt, Seal(Derive(drill, salt, "recoverycop backup drill v1"u8), key));
    }

    /// <inheritdoc cref="Open(WordsSeal, SigningKey)"/>
    public static byte[]? Open(DrillSeal seal, byte[] drill) => Open(Derive(drill, seal.Salt, "recoverycop backup drill v1"u8), seal.Sealed);

    private static byte[] Shared(ECDiffieHellman own, VerifyingKey other, byte[] sender, VerifyingKey recovery)
    {
        using var point = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = other.Point });
        return Derive(own.DeriveRawSecretAgreement(point.PublicKey), [.. sender, .. recovery.Spki.Span], "recoverycop backup words v1"u8);
    }

    private static byte[] Derive(byte[] secret, byte[] salt, ReadOnlySpan<byte> purpose)
    {
        var key = new byte[SealedFile.KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt, purpose);
        return key;
    }

    private static byte[] Seal(byte[] with, byte[] key)
    {
        var made = new byte[key.Length + TagBytes];
        using var cipher = new AesGcm(with, TagBytes);
        cipher.Encrypt(zero, key, made.AsSpan(0, key.Length), made.AsSpan(key.Length));
        return made;
    }

    private static byte[]? Open(byte[] with, byte[] made)
    {
        if (made.Length != SealedFile.KeyBytes + TagBytes)
        {
            return null;
        }

        var key = new byte[SealedFile.KeyBytes];
        using var cipher = new AesGcm(with, TagBytes);
        try
        {
            cipher.Decrypt(zero, made.AsSpan(0, key.Length), made.AsSpan(key.Length), key);
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

/// <summary>
/// The key in the data folder with which backups are tried every month. It is in no backup: whoever opens one with the words gets none of the later ones with it.
/// </summary>
internal static class DrillKey
{
    private const string Name = "drill-key";

    /// <summary>The key of that folder; made when there is none.</summary>
    public static byte[] Of(string dataFolder)
    {
        if (Find(dataFolder) is { } there)
        {
            return there;
        }

        var key = RandomNumberGenerator.GetBytes(SealedFile.KeyBytes);
        var file = Path.Combine(dataFolder, Name);
        Durable.Write(file + ".tmp", to => to.Write(key));
        Durable.Move(file + ".tmp", file);
        return key;
    }

    /// <summary>The key of that folder; null when there is none.</summary>
    public static byte[]? Find(string dataFolder) =>
        new FileInfo(Path.Combine(dataFolder, Name)) is { Exists: true, Length: SealedFile.KeyBytes } file ? File.ReadAllBytes(file.FullName) : null;
}
