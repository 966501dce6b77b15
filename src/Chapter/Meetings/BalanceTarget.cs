using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The chapter's own target for the balance of its agendas. There is one a chapter; until it is set, <see cref="BalanceBands.Default"/> holds.</summary>
public sealed record BalanceTarget : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "balance-target";

    /// <summary>The only one's id, the same in every chapter: it says nothing about any.</summary>
    public static Guid Only { get; } = Guid.Parse("01990000-0000-7000-8000-00000000ba1a");

    /// <summary>How often it was set.</summary>
    public int Version { get; init; }

    /// <summary>The bands.</summary>
    public BalanceBands Bands { get; init; } = BalanceBands.Default;

    /// <summary>Sets the bands: the executive committee alone, because it is a promise to every member.</summary>
    public Result<BalanceTarget> Set(SetBalanceTarget command) =>
        !command.Actor.Is(ChapterRoles.Executive) || command.Actor.Id == Guid.Empty ? Refusal.Of("balance.not-allowed")
        : command.Bands == Bands ? this with { Id = Only }
        : command.BasedOn != Version ? Refusal.Of("balance.stale")
        : !command.Bands.CanBeMet ? Refusal.Of("balance.cannot-be-met")
        : this with { Id = Only, Version = Version + 1, Bands = command.Bands };
}

/// <summary>Sets the target for the balance of agendas.</summary>
/// <param name="Actor">Who sets it.</param>
/// <param name="BasedOn">Version that the actor had before their eyes; 0 for the default.</param>
/// <param name="Bands">The bands.</param>
[GenerateSerializer, Immutable, Alias("set-balance-target")]
public sealed record SetBalanceTarget([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] BalanceBands Bands);

/// <summary>The target of this chapter. Its key is <see cref="BalanceTarget.Only"/>.</summary>
[Alias("balance-target")]
public interface IBalanceTargetGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="BalanceTarget.Set"/>
    [Alias("set")]
    Task<Result> Set(SetBalanceTarget command);
}

/// <summary>Decides by the rule of <see cref="BalanceTarget"/>, saves.</summary>
[GrainType("balance-target")]
internal sealed class BalanceTargetGrain([PersistentState(BalanceTarget.Kind)] IPersistentState<BalanceTarget> target) : Grain, IBalanceTargetGrain
{
    public Task<Result> Set(SetBalanceTarget command) => target.Apply(t => t.Set(command));
}
