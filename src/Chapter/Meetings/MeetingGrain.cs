using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>One meeting. Its key is the meeting's id, a UUIDv7.</summary>
[Alias("meeting")]
public interface IMeetingGrain : IRecordGrain<Meeting>;

/// <summary>Finds the grains of meetings.</summary>
public static class MeetingGrains
{
    /// <summary>A meeting's grain.</summary>
    public static IMeetingGrain Meeting(this IGrainFactory grains, Guid id) => grains.GetGrain<IMeetingGrain>(id);
}

[GrainType("meeting")]
internal sealed class MeetingGrain([PersistentState(Meeting.Kind)] IPersistentState<Meeting> state, RecordParts parts) : RecordGrain<Meeting>(state, parts), IMeetingGrain;
