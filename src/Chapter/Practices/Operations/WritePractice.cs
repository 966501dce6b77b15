namespace RecoveryCoP.Chapter.Practices;

/// <summary>A member writes a new practice, as a draft.</summary>
/// <param name="Actor">Who writes it, and is its author.</param>
/// <param name="Content">What it says: bytes of the wire's <c>PracticeContent</c>, so that what is signed is what was saved.</param>
/// <param name="Facts">What was chosen from lists.</param>
[GenerateSerializer, Immutable, Alias("practice.write")]
public sealed record WritePractice([property: Id(0)] Actor Actor, [property: Id(1)] byte[] Content, [property: Id(2)] PracticeFacts Facts) : IOperation<Practice>
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

        return practice.With(Content, Facts, "", Actor, at) with { Id = at.Id, Author = Actor.Id };
    }
}
