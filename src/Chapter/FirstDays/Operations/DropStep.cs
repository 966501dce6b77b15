namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Takes a step away that a template no longer has.</summary>
/// <param name="Actor">Who has it taken away.</param>
/// <param name="Slug">Which.</param>
[GenerateSerializer, Immutable, Alias("first-days.drop")]
public sealed record DropStep([property: Id(0)] Actor Actor, [property: Id(1)] string Slug) : IOperation<FirstNinetyDays>
{
    /// <inheritdoc />
    public static Access Access => FirstNinetyDays.Keepers;

    /// <inheritdoc />
    public Result<FirstNinetyDays> On(FirstNinetyDays days, OperationContext at) => days.Find(Slug) is { } step ? days.With(step with { IsDropped = true }) : days;
}
