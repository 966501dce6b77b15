namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// The executive committee confirms that somebody wrote a practice, and gives it to them: from then on they are its author like any other. Nobody confirms what they
/// say themselves.
/// </summary>
/// <param name="Actor">Who confirms it.</param>
/// <param name="Claimant">Whose claim the actor had before their eyes: nobody gives a text to somebody they have not read of.</param>
[GenerateSerializer, Immutable, Alias("practice.confirm-claim")]
public sealed record ConfirmClaim([property: Id(0)] Actor Actor, [property: Id(1)] Guid Claimant) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Executive);

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.MayRead(Actor) && practice.Author == Claimant && Claimant != Guid.Empty ? practice
        : practice.RefusalOfAuthorship(Actor) is { } refusal ? refusal
        : practice.OpenClaim?.By != Claimant ? Refusal.Of("practice.claim-stale")
        : Claimant == Actor.Id ? Refusal.Of("practice.claim-own")
        : practice with { Author = Claimant, Claim = null, Revisions = [.. practice.Revisions.Select(SignFirst)] };

    // Whoever wrote a practice wrote its first text. A later one may be anybody's who could revise it, and stays unknown.
    private Revision SignFirst(Revision revision) => revision is { Number: 1, By: var by } && by == Guid.Empty ? revision with { By = Claimant } : revision;
}
