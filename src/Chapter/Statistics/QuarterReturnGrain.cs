using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>One quarter's return. Its key is <see cref="Quarter.Key"/>.</summary>
[Alias("quarter-return")]
public interface IQuarterReturnGrain : IRecordGrain<QuarterReturn>;

[GrainType("quarter-return")]
internal sealed class QuarterReturnGrain([PersistentState(QuarterReturn.Kind)] IPersistentState<QuarterReturn> state, RecordParts parts)
    : RecordGrain<QuarterReturn>(state, parts), IQuarterReturnGrain;
