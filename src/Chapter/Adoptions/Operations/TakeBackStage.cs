namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>Whoever said something of an adoption takes it back, or the executive committee does; nothing of it stays. An adoption of which nothing is said any more is none.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Step">Which step.</param>
[GenerateSerializer, Immutable, Alias("adoption.take-back-stage")]
public sealed record TakeBackStage([property: Id(0)] Actor Actor, [property: Id(1)] Guid Step) : IOperation<Adoption>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Adoption> On(Adoption adoption, OperationContext at) =>
        adoption.Find(Step) is not { } step ? adoption
        : Adoption.MayTakeBack(step, Actor) ? adoption with { Steps = [.. adoption.Steps.Where(s => s.Id != Step)] }
        : Refusal.Of("adoption.not-yours");
}
