namespace RecoveryCoP.Chapter.Practices;

/// <summary>A member writes a new practice, as a draft.</summary>
/// <param name="Actor">Who writes it, and is its author.</param>
/// <param name="Content">What it says: bytes of the wire's <c>PracticeContent</c>, so that what is signed is what was saved.</param>
/// <param name="Facts">What was chosen from lists.</param>
/// <param name="Note">Where it is from, when that is said; mostly empty.</param>
[GenerateSerializer, Immutable, Alias("practice.write")]
public sealed record WritePractice(
    [property: Id(0)] Actor Actor, [property: Id(1)] byte[] Content, [property: Id(2)] PracticeFacts Facts, [property: Id(3)] string Note = "") : IOperation<Practice>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [Content];

    /// <inheritdoc />
    public Result<Practice> On(Practice practice, OperationContext at)
    {
        if (practice.Exists)
        {
            // The same form sent twice: the second finds its work done.
            return practice.IsBy(Actor) && practice.Holds(at.TextHash, Facts) ? practice : Refusal.Of("practice.exists");
        }

        if (Facts.TranslationOf == at.Id)
        {
            return Refusal.Of("practice.translates-itself", nameof(PracticeForm.TranslationOf));
        }

        return practice.With(Content, Facts, Note, Actor, at) with { Id = at.Id, Author = Actor.Id };
    }
}
