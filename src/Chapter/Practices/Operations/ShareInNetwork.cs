namespace RecoveryCoP.Chapter.Practices;

/// <summary>Those who act for the chapter give the last revision, and those to come, to the network in the chapter's name.</summary>
/// <param name="Actor">Who shares it.</param>
/// <param name="BasedOn">Number of the revision that the actor had before their eyes: nobody shares a text they have not seen.</param>
/// <param name="AuthorAgrees">That the author said yes. Not asked of an author who shares their own.</param>
[GenerateSerializer, Immutable, Alias("practice.share-in-network")]
public sealed record ShareInNetwork([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] bool AuthorAgrees) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.RefusalUnless(practice.MayShareInNetwork(Actor)) is { } refusal ? refusal
        : practice.State == PracticeState.SharedInNetwork ? practice
        : practice.State == PracticeState.Draft ? Refusal.Of("practice.not-in-chapter")
        : practice.StaleAt(BasedOn, "practice.share-stale") is { } stale ? stale
        : !AuthorAgrees && !practice.IsBy(Actor) ? Refusal.Of("practice.agreement-missing", nameof(AuthorAgrees))
        : practice with { State = PracticeState.SharedInNetwork, NetworkShare = new(at.Now, Actor.Id, practice.Current.Number) };
}
