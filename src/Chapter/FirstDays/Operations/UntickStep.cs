namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Somebody who looks after the community says that a step is to be done after all; who ticked it off is forgotten.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Slug">Which step.</param>
[GenerateSerializer, Immutable, Alias("first-days.untick")]
public sealed record UntickStep([property: Id(0)] Actor Actor, [property: Id(1)] string Slug) : IOperation<FirstNinetyDays>
{
    /// <inheritdoc />
    public static Access Access => FirstNinetyDays.Keepers;

    /// <inheritdoc />
    public Result<FirstNinetyDays> On(FirstNinetyDays days, OperationContext at) =>
        days.Find(Slug) is not { } step ? Refusal.Of("first-days.step-unknown")
        : step.Done is null ? days
        : days.With(step with { Done = null });
}
