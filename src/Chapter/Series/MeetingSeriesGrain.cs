using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Series;

/// <summary>One series. Its key is the series' id, a UUIDv7.</summary>
[Alias("series")]
public interface IMeetingSeriesGrain : IRecordGrain<MeetingSeries>;

/// <summary>Finds the grains of series.</summary>
public static class MeetingSeriesGrains
{
    /// <summary>A series' grain.</summary>
    public static IMeetingSeriesGrain Series(this IGrainFactory grains, Guid id) => grains.GetGrain<IMeetingSeriesGrain>(id);
}

[GrainType("series")]
internal sealed class MeetingSeriesGrain([PersistentState(MeetingSeries.Kind)] IPersistentState<MeetingSeries> state, RecordParts parts) : RecordGrain<MeetingSeries>(state, parts), IMeetingSeriesGrain;
