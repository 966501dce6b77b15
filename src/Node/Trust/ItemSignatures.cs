using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// Checks the signatures of an item. Every one of them must hold and be by a key that has to sign there: an item has no room for anything
/// that its signers did not put in it, so nobody on the way can add to it.
/// </summary>
internal static class ItemSignatures
{
    /// <summary>True when all signatures by known keys hold and there is one at least; others are allowed only if they will be checked later.</summary>
    internal static bool KnownHold(KeyChain chain, SignedItem item, byte[] input, bool othersToCome)
    {
        var known = 0;
        foreach (var signature in item.Signatures)
        {
            if (signature.KeyId.Length != KeyId.Bytes)
            {
                return false;
            }

            if (chain.Find(KeyId.FromBytes(signature.KeyId.Span)) is not { } key)
            {
                if (!othersToCome)
                {
                    return false;
                }

                continue;
            }

            if (!key.Verify(input, signature.Value.Span))
            {
                return false;
            }

            known++;
        }

        return known > 0;
    }

    /// <summary>True when the one signature names that key. Whether it holds was asked before.</summary>
    internal static bool AreExactly(SignedItem item, VerifyingKey? key) =>
        key is not null && item.Signatures is [var only] && only.KeyId.Span.SequenceEqual(key.Id.ToBytes());

    /// <summary>True when exactly these keys signed and every signature holds.</summary>
    internal static bool Hold(SignedItem item, byte[] input, IReadOnlyList<VerifyingKey> keys) =>
        item.Signatures.Count == keys.Count
        && keys.All(key => item.Signatures.Any(s => s.KeyId.Span.SequenceEqual(key.Id.ToBytes()) && key.Verify(input, s.Value.Span)));
}
