using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// What a hub's operator gives a community so that its chapter can enrol: a secret of 20 Crockford base32 characters (100 bits),
/// the hub's fingerprint (16 characters, the first 80 bits of its id: nobody can found a second hub that fits), and 6 characters of checksum.
/// Printed as seven groups of six.
/// </summary>
/// <param name="Secret">The 20 characters that are sent to the hub and work once.</param>
/// <param name="Fingerprint">The 16 characters by which the chapter knows that it reached the right hub.</param>
public sealed record EnrolmentCode(string Secret, string Fingerprint)
{
    private const int SecretCharacters = 20, FingerprintCharacters = 16, Group = 6, BitsPerCharacter = 5;
    private const string HashDomain = "recoverycop enrolment code v1 ";

    /// <summary>A new code of a hub.</summary>
    public static EnrolmentCode Create(NodeId hub) =>
        new(RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", SecretCharacters), FingerprintOf(hub));

    /// <summary>Reads a typed code: case, spaces and hyphens do not matter, I and L are 1, O is 0. False when the checksum says that it is not the code that was given.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out EnrolmentCode? code)
    {
        code = null;
        if (Plain(typed) is not { Length: SecretCharacters + FingerprintCharacters + CodeChecksum.Length } plain || !CodeChecksum.Holds(plain))
        {
            return false;
        }

        code = new(plain[..SecretCharacters], plain[SecretCharacters..(SecretCharacters + FingerprintCharacters)]);
        return true;
    }

    /// <summary>What the hub keeps of a code: SHA-256 of its secret. 100 random bits need no slow hash. Null when what was sent is no secret.</summary>
    public static byte[]? HashOf(string? secret) =>
        Plain(secret) is { Length: SecretCharacters } plain ? SHA256.HashData(Encoding.ASCII.GetBytes(HashDomain + plain)) : null;

    /// <summary>True when the hub that answered is the one that the code names.</summary>
    public bool IsFor(NodeId hub) => Fingerprint == FingerprintOf(hub);

    /// <summary>The whole code as it is printed.</summary>
    public string Print() => string.Join('-', CodeChecksum.Append(Secret + Fingerprint).Chunk(Group).Select(g => new string(g)));

    /// <summary>Says nothing of the secret: a code must not end up in a log.</summary>
    public override string ToString() => $"EnrolmentCode for {Fingerprint}";

    private static string FingerprintOf(NodeId hub) => Base32.Crockford.Encode(hub.ToBytes().AsSpan(0, FingerprintCharacters * BitsPerCharacter / 8));

    private static string? Plain(string? typed)
    {
        if (typed is null or { Length: > 200 })
        {
            return null;
        }

        var plain = new StringBuilder();
        foreach (var c in typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‐' or '‑' or '–')))
        {
            var letter = char.ToUpperInvariant(c) switch { 'I' or 'L' => '1', 'O' => '0', var other => other };
            if (Base32.Crockford.ValueOf(letter) < 0)
            {
                return null;
            }

            plain.Append(letter);
        }

        return plain.ToString();
    }
}
