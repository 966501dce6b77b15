using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>One practice. Its key is the practice's id, a UUIDv7.</summary>
[Alias("practice")]
public interface IPracticeGrain : IRecordGrain<Practice>;

[GrainType("practice")]
internal sealed class PracticeGrain([PersistentState(Practice.Kind)] IPersistentState<Practice> state, RecordParts parts) : RecordGrain<Practice>(state, parts), IPracticeGrain;
