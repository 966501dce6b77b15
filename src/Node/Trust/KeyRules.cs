using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.Trust;

/// <summary>
/// What makes a key statement a good one: who must have signed it and what it may change.
/// <para>
/// The recovery key is changed only by a statement that it signed itself, so a stolen signing key can never lock its owner out, however old the theft.
/// A RECOVER or COMPROMISE may go on from the statement <em>before</em> a run of rotations, if none of them is older than 72 hours: it outranks them,
/// and what was said since the first of them is not believed. Later it has to go on from the head.
/// </para>
/// <para>
/// The age is the difference of two <c>not_before</c>, both claims of their signers; no verifier's clock is asked, so all verifiers agree for ever.
/// A false claim gains nothing: backdating a rotation leaves its owner COMPROMISE with a position, and the recovery key may do by COMPROMISE anything that outranking does.
/// Order is the feed's alone.
/// </para>
/// </summary>
internal static class KeyRules
{
    /// <summary>How long a rotation can be outranked.</summary>
    internal static readonly TimeSpan Outranked = TimeSpan.FromHours(72);

    // A key for every day of thirty years; without an end, whoever has a key could fill everybody's memory with keys.
    private const uint LastSequence = 10_000;

    private const int NonceBytes = 16;

    /// <summary>The keys that must have signed, exactly; null when the statement does not fit the chain. <paramref name="fault"/> names the field.</summary>
    internal static IReadOnlyList<VerifyingKey>? Signers(KeyChain chain, KeyStatement statement, ulong position, out string fault)
    {
        fault = Fault(chain, statement, position);
        if (fault.Length > 0 || !VerifyingKey.TryRead(statement.SigningSpki.Span, out var signing) || !VerifyingKey.TryRead(statement.RecoverySpki.Span, out var recovery))
        {
            return null;
        }

        return statement.Reason switch
        {
            KeyStatementReason.Genesis => [signing, recovery],
            KeyStatementReason.Rotate => [chain.Head!.Signing, signing],
            KeyStatementReason.Retire => [chain.Head!.Signing],
            _ => [chain.Head!.Recovery, signing],
        };
    }

    /// <summary>The chain with a statement that is good and well signed.</summary>
    internal static KeyChain Extend(KeyChain chain, KeyStatement statement, ulong position, ItemId id)
    {
        VerifyingKey.TryRead(statement.SigningSpki.Span, out var signing);
        VerifyingKey.TryRead(statement.RecoverySpki.Span, out var recovery);
        var step = new KeyStep(id, position, statement.Sequence, statement.Reason, signing!, recovery!, statement.NotBefore.ToDateTimeOffset());
        var from = statement.Reason == KeyStatementReason.Compromise ? statement.CompromisedFromPosition : position;
        if (Parent(chain, statement) is { } parent && parent != chain.Head)
        {
            from = Math.Min(from, chain.Steps[chain.Steps.IndexOf(parent) + 1].Position);
        }

        return new(chain.Steps.Add(step), from < position ? chain.Disbelieved.Add(new(from, position)) : chain.Disbelieved);
    }

    private static string Fault(KeyChain chain, KeyStatement statement, ulong position)
    {
        if (Shape(statement) is { Length: > 0 } shape)
        {
            return shape;
        }

        if (chain.Head is not { } head)
        {
            return statement is { Reason: KeyStatementReason.Genesis, Sequence: 0, PreviousHash.IsEmpty: true } ? "" : "reason";
        }

        return statement.Reason switch
        {
            KeyStatementReason.Rotate or KeyStatementReason.Retire when head.Reason == KeyStatementReason.Retire => "reason",
            KeyStatementReason.Genesis => "reason",
            _ when Parent(chain, statement) is null => "previous_hash",
            _ when statement.Sequence != head.Sequence + 1 || statement.Sequence >= LastSequence => "sequence",
            _ => Keys(chain, head, statement, position),
        };
    }

    private static string Shape(KeyStatement statement) => statement switch
    {
        { Reason: < KeyStatementReason.Genesis or > KeyStatementReason.Retire } => "reason",
        { Nonce.Length: not NonceBytes } => "nonce",
        { NotBefore: null } => "not_before",
        _ when !PayloadLimits.IsTime(statement.NotBefore) => "not_before",
        _ when !VerifyingKey.TryRead(statement.SigningSpki.Span, out _) => "signing_spki",
        _ when !VerifyingKey.TryRead(statement.RecoverySpki.Span, out _) => "recovery_spki",
        _ when statement.SigningSpki.Equals(statement.RecoverySpki) => "recovery_spki",
        { Reason: not KeyStatementReason.Compromise, CompromisedFromPosition: not 0 } => "compromised_from_position",
        _ => "",
    };

    private static string Keys(KeyChain chain, KeyStep head, KeyStatement statement, ulong position)
    {
        var signing = KeyId.OfSpki(statement.SigningSpki.Span);
        var recovery = KeyId.OfSpki(statement.RecoverySpki.Span);
        var retires = statement.Reason == KeyStatementReason.Retire;
        var byRecoveryKey = statement.Reason is KeyStatementReason.Recover or KeyStatementReason.Compromise;
        // A key that once spoke may be the stolen one: it never comes back.
        if (retires ? signing != head.Signing.Id : chain.Find(signing) is not null)
        {
            return "signing_spki";
        }

        if (recovery != head.Recovery.Id && (!byRecoveryKey || chain.Find(recovery) is not null))
        {
            return "recovery_spki";
        }

        // 2 at least: the genesis is what the node is.
        return statement.Reason == KeyStatementReason.Compromise && (statement.CompromisedFromPosition < 2 || statement.CompromisedFromPosition > position)
            ? "compromised_from_position"
            : "";
    }

    /// <summary>The statement this one goes on from: the head, or the one before the rotations that it outranks.</summary>
    private static KeyStep? Parent(KeyChain chain, KeyStatement statement)
    {
        var named = chain.Steps.FindIndex(s => s.Id.ToBytes().AsSpan().SequenceEqual(statement.PreviousHash.Span));
        if (named < 0 || named == chain.Steps.Count - 1)
        {
            return named < 0 ? null : chain.Steps[named];
        }

        var outranks = statement.Reason is KeyStatementReason.Recover or KeyStatementReason.Compromise;
        var now = statement.NotBefore.ToDateTimeOffset();
        return outranks && chain.Steps.Skip(named + 1).All(s => s.Reason == KeyStatementReason.Rotate && now - s.NotBefore < Outranked)
            ? chain.Steps[named]
            : null;
    }
}
