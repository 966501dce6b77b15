namespace RecoveryCoP.Chapter.Practices;

/// <summary>The executive committee does not confirm that somebody wrote a practice. They are told on its page and may say so again, and so may anybody else.</summary>
/// <param name="Actor">Who turns it down.</param>
/// <param name="Claimant">Whose claim the actor had before their eyes.</param>
[GenerateSerializer, Immutable, Alias("practice.turn-down-claim")]
public sealed record TurnDownClaim([property: Id(0)] Actor Actor, [property: Id(1)] Guid Claimant) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Executive);

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.RefusalOfAuthorship(Actor) is { } refusal ? refusal
        : practice.Claim is not { } claim || claim.By != Claimant ? Refusal.Of("practice.claim-stale")
        : claim.TurnedDownAt is null ? practice with { Claim = claim with { TurnedDownAt = at.Now } }
        : practice;
}
