namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Gives a practice another text; the earlier one stays readable. In the network it goes out at once: whoever shared the practice shared what
/// becomes of it.
/// </summary>
/// <param name="Actor">Who revises it.</param>
/// <param name="BasedOn">Number of the revision that the actor had before their eyes.</param>
/// <param name="Content">What it says now, whole: bytes of the wire's <c>PracticeContent</c>.</param>
/// <param name="Facts">What is chosen now.</param>
/// <param name="Note">What changed and why; may be empty.</param>
/// <param name="TakenFrom">The practice of which it takes something up; null for none.</param>
[GenerateSerializer, Immutable, Alias("practice.revise")]
public sealed record RevisePractice(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] int BasedOn,
    [property: Id(2)] byte[] Content,
    [property: Id(3)] PracticeFacts Facts,
    [property: Id(4)] string Note,
    [property: Id(5)] AdaptedFrom? TakenFrom = null) : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [Content];

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at) =>
        practice.Exists ? On(practice, Facts with { AdaptedFrom = practice.Current.Facts.AdaptedFrom }, at) : Refusal.Of("practice.unknown");

    private Result<Practice> On(Practice practice, PracticeFacts facts, OperationContext at) =>
        practice.RefusalUnless(practice.MayRevise(Actor)) is { } refusal ? refusal
        : facts.TranslationOf == practice.Id ? Refusal.Of("practice.translates-itself", nameof(PracticeForm.TranslationOf))
        : practice.Holds(at.TextHash, facts) ? practice
        : practice.StaleAt(BasedOn) is { } stale ? stale
        : practice.Revisions.Count == Practice.MostRevisions ? Refusal.Of("practice.too-many-revisions", "", Practice.MostRevisions)
        : practice.With(Content, facts, Note, Actor, at, TakenFrom);
}
