namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>Forgets that somebody said steps of an adoption, because the stay in which they did is over. The steps stay, unless they wanted everything erased.</summary>
/// <param name="Actor">The node.</param>
/// <param name="Member">Who.</param>
/// <param name="SaidAt">When, at the latest.</param>
/// <param name="Words">True to erase what they said too.</param>
[GenerateSerializer, Immutable, Alias("adoption.forget-who-said")]
public sealed record ForgetWhoSaid([property: Id(0)] Actor Actor, [property: Id(1)] Guid Member, [property: Id(2)] DateTimeOffset SaidAt, [property: Id(3)] bool Words = false) : IOperation<Adoption>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Adoption> On(Adoption adoption, OperationContext at) => !adoption.Steps.Any(IsTheirs) ? adoption
        : Words ? adoption with { Steps = [.. adoption.Steps.Where(s => !IsTheirs(s))] }
        : adoption with { Steps = [.. adoption.Steps.Select(s => IsTheirs(s) ? s with { By = Guid.Empty } : s)] };

    private bool IsTheirs(AdoptionStep step) => Member != Guid.Empty && step.By == Member && step.At <= SaidAt;
}
