namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Sets the target for the balance of agendas: the executive committee alone, because it is a promise to every member.</summary>
/// <param name="Actor">Who sets it.</param>
/// <param name="BasedOn">Version that the actor had before their eyes; 0 for the default.</param>
/// <param name="Bands">The bands.</param>
[GenerateSerializer, Immutable, Alias("balance.set")]
public sealed record SetBalanceTarget([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] BalanceBands Bands) : IOperation<BalanceTarget>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Executive);

    /// <inheritdoc />
    public Result<BalanceTarget> On(BalanceTarget target, OperationContext at) =>
        target.Version > 0 && Bands == target.Bands ? target
        : BasedOn != target.Version ? Refusal.Of("balance.stale")
        : !Bands.CanBeMet ? Refusal.Of("balance.cannot-be-met")
        : target with { Id = at.Id, Version = target.Version + 1, Bands = Bands };
}
