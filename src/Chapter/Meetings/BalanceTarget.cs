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
}

/// <summary>The target of this chapter. Its key is <see cref="BalanceTarget.Only"/>.</summary>
[Alias("balance-target")]
public interface IBalanceTargetGrain : IRecordGrain<BalanceTarget>;

[GrainType("balance-target")]
internal sealed class BalanceTargetGrain([PersistentState(BalanceTarget.Kind)] IPersistentState<BalanceTarget> state, RecordParts parts) : RecordGrain<BalanceTarget>(state, parts), IBalanceTargetGrain;
