namespace RecoveryCoP.Chapter.Texts;

/// <summary>The executive committee removes a text: nothing of it stays, and the pages that showed it are as they were without.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">Version that the actor had before their eyes.</param>
[GenerateSerializer, Immutable, Alias("text.remove")]
public sealed record RemoveText([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn) : IOperation<ChapterText>
{
    /// <inheritdoc />
    public static Access Access => ChapterText.Writers;

    /// <inheritdoc />
    public Result<ChapterText> On(ChapterText text, OperationContext at) =>
        !text.Exists ? text
        : BasedOn != text.Version ? Refusal.Of("text.remove-stale")
        : text with { Version = text.Version + 1, Content = null };
}
