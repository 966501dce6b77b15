namespace RecoveryCoP.Chapter.Practices;

/// <summary>Forgets that somebody says they wrote a practice, because the stay in which they said so is over. What they say since they came back stays.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Member">Who said so.</param>
/// <param name="ClaimedAt">When, at the latest.</param>
[GenerateSerializer, Immutable, Alias("practice.drop-claim")]
public sealed record DropClaim([property: Id(0)] Actor Actor, [property: Id(1)] Guid Member, [property: Id(2)] DateTimeOffset ClaimedAt) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.Claim is { } claim && claim.By == Member && claim.At <= ClaimedAt ? practice with { Claim = null } : practice;
}
