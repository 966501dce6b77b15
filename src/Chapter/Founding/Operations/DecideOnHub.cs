namespace RecoveryCoP.Chapter.Founding;

/// <summary>A steward has linked the chapter to a hub, or says that this can wait.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("founding.decide-on-hub")]
public sealed record DecideOnHub([property: Id(0)] Actor Actor) : IOperation<FoundingAnswers>
{
    /// <inheritdoc />
    public static Access Access => FoundingAnswers.Founders;

    /// <inheritdoc />
    public Result<FoundingAnswers> On(FoundingAnswers answers, OperationContext at) => answers.HubDecided ? answers : answers with { Id = at.Id, HubDecided = true };
}
