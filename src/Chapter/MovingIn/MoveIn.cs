using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>What a move brings.</summary>
public enum MoveKind
{
    /// <summary>Invitations to those who belong to the group.</summary>
    Roster,

    /// <summary>Meetings that were held.</summary>
    Meetings,

    /// <summary>Documents of such meetings.</summary>
    Documents,
}

/// <summary>How far a move is.</summary>
public enum MoveState
{
    /// <summary>What came can be looked at, and nothing is made of it.</summary>
    Offered,

    /// <summary>It is being made.</summary>
    Making,

    /// <summary>All that could be made is made.</summary>
    Made,

    /// <summary>It is being taken back.</summary>
    Undoing,

    /// <summary>All that could be taken back is.</summary>
    Undone,
}

/// <summary>
/// Something that a group that existed before brought along from one file: how far it is, and what could not be done. It holds nothing of the file once it is made: what it
/// made says itself by which move it came.
/// </summary>
public sealed record MoveIn : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "move-in";

    /// <summary>The most that a move keeps of what could not be done; all of it is counted.</summary>
    public const int MostRefused = 200;

    /// <summary>What it brings.</summary>
    public MoveKind What { get; init; }

    /// <summary>How far it is.</summary>
    public MoveState State { get; init; }

    /// <summary>Who had it made: a member's id.</summary>
    public Guid By { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The language of what it brings.</summary>
    public string Language { get; init; } = "";

    /// <summary>Text with what is to be made; empty once that is over, and for a list of people, which is kept nowhere.</summary>
    public string Work { get; init; } = "";

    /// <summary>How many things it brings.</summary>
    public int Count { get; init; }

    /// <summary>How many of them are made, or were refused.</summary>
    public int Done { get; init; }

    /// <summary>How many were refused.</summary>
    public int RefusedCount { get; init; }

    /// <summary>What was refused, the first of it.</summary>
    public IReadOnlyList<RefusedPart> Refused { get; init; } = [];

    /// <summary>What could not be taken back.</summary>
    public IReadOnlyList<RefusedPart> Left { get; init; } = [];

    /// <summary>Who had it taken back; empty while nobody has.</summary>
    public Guid UndoneBy { get; init; }

    /// <summary>True for one that nobody has begun.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    /// <summary>True while it is on its way, or was broken off: it goes on.</summary>
    [JsonIgnore]
    public bool IsBusy => State is MoveState.Making or MoveState.Undoing;

    /// <summary>True while something of it can be taken back.</summary>
    [JsonIgnore]
    public bool CanBeUndone => State == MoveState.Made || (State == MoveState.Undone && Left.Count > 0);

    /// <summary>How many were made.</summary>
    [JsonIgnore]
    public int MadeCount => Math.Max(0, Done - RefusedCount);
}

/// <summary>Something that was refused.</summary>
/// <param name="Line">Which line of the file, or which document; 0 where it is neither.</param>
/// <param name="Meeting">At which meeting.</param>
/// <param name="Why">Why.</param>
[GenerateSerializer, Immutable, Alias("move-in-refused")]
public sealed record RefusedPart([property: Id(0)] int Line, [property: Id(1)] Guid? Meeting, [property: Id(2)] Refusal Why)
{
    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>A move. Its key is its id, a UUIDv7.</summary>
[Alias("move-in")]
public interface IMoveInGrain : IRecordGrain<MoveIn>;

[GrainType("move-in")]
internal sealed class MoveInGrain([PersistentState(MoveIn.Kind)] IPersistentState<MoveIn> state, RecordParts parts) : RecordGrain<MoveIn>(state, parts), IMoveInGrain;
