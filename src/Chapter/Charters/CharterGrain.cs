using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>The charter. Its key is <see cref="Charter.TheId"/>.</summary>
[Alias("charter")]
public interface ICharterGrain : IRecordGrain<Charter>;

[GrainType("charter")]
internal sealed class CharterGrain([PersistentState(Charter.Kind)] IPersistentState<Charter> state, RecordParts parts) : RecordGrain<Charter>(state, parts), ICharterGrain;
