namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Somebody who looks after the community ticks a step off. Whoever did so first has.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Slug">Which step.</param>
[GenerateSerializer, Immutable, Alias("first-days.tick")]
public sealed record TickStep([property: Id(0)] Actor Actor, [property: Id(1)] string Slug) : IOperation<FirstNinetyDays>
{
    /// <inheritdoc />
    public static Access Access => FirstNinetyDays.Keepers;

    /// <inheritdoc />
    public Result<FirstNinetyDays> On(FirstNinetyDays days, OperationContext at) =>
        days.Find(Slug) is not { } step ? Refusal.Of("first-days.step-unknown")
        : step.Done is not null ? days
        : days.With(step with { Done = new(at.Now, Actor.Id) });
}
