namespace RecoveryCoP.Chapter.Practices;

/// <summary>Its author shows a draft to every member of the chapter.</summary>
/// <param name="Actor">Who shares it.</param>
/// <param name="BasedOn">Number of the revision that the actor had before their eyes: nobody shares a text they have not seen.</param>
[GenerateSerializer, Immutable, Alias("practice.share-in-chapter")]
public sealed record ShareInChapter([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.RefusalUnless(practice.IsBy(Actor)) is { } refusal ? refusal
        : practice.State != PracticeState.Draft ? practice
        : practice.StaleAt(BasedOn, "practice.share-stale") is { } stale ? stale
        : practice with { State = PracticeState.SharedInChapter, SharedInChapterAt = at.Now };
}
