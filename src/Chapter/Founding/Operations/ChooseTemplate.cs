namespace RecoveryCoP.Chapter.Founding;

/// <summary>A steward says from which template the chapter begins, or that it begins without one.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Template">Its key, or <see cref="FoundingAnswers.NoTemplate"/>.</param>
[GenerateSerializer, Immutable, Alias("founding.choose-template")]
public sealed record ChooseTemplate([property: Id(0)] Actor Actor, [property: Id(1)] string Template) : IOperation<FoundingAnswers>
{
    private const int LongestKey = 100;

    /// <inheritdoc />
    public static Access Access => FoundingAnswers.Founders;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Template.Length is 0 or > LongestKey ? [Refusal.Of("founding.template-missing", nameof(Template))] : [];

    /// <inheritdoc />
    public Result<FoundingAnswers> On(FoundingAnswers answers, OperationContext at) => answers.Template == Template ? answers : answers with { Id = at.Id, Template = Template };
}
