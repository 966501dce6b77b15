namespace RecoveryCoP.Chapter.Texts;

/// <summary>The executive committee writes a text, or writes it anew.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Slug">What it is known by; empty for one that only the list shows.</param>
/// <param name="BasedOn">Version that the actor had before their eyes; 0 for a text that was not there.</param>
/// <param name="Content">What it says now.</param>
[GenerateSerializer, Immutable, Alias("text.write")]
public sealed record WriteText([property: Id(0)] Actor Actor, [property: Id(1)] string Slug, [property: Id(2)] int BasedOn, [property: Id(3)] TextContent Content) : IOperation<ChapterText>
{
    /// <inheritdoc />
    public static Access Access => ChapterText.Writers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    /// <remarks>The same form sent twice finds its work done.</remarks>
    public Result<ChapterText> On(ChapterText text, OperationContext at) =>
        text.Content?.Says(Content) == true ? text
        : BasedOn != (text.Exists ? text.Version : 0) ? Refusal.Of(text.Exists ? "text.stale" : "text.gone")
        : text with { Id = at.Id, Slug = Slug, Version = text.Version + 1, Content = Content with { Unknown = text.Content?.Unknown } };
}
