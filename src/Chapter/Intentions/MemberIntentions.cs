using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>
/// The practices that one member would like to try. It has the member's id. Nobody else reads it, it never leaves the chapter, and it ends with the membership; of all of them
/// together the chapter shows how many want the same, from five people up.
/// </summary>
public sealed record MemberIntentions : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "intentions";

    /// <summary>How many one person has at most: more are no intentions.</summary>
    public const int Most = 100;

    /// <summary>From how many people on their number is shown.</summary>
    public const int FewestShown = 5;

    /// <summary>How long it takes until somebody is asked what became of it.</summary>
    public static readonly TimeSpan UntilAsked = TimeSpan.FromDays(42);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Intention> All { get; init; } = [];

    /// <summary>One of them; null when there is none.</summary>
    public Intention? Find(Guid id) => All.FirstOrDefault(i => i.Id == id);

    /// <summary>What stands about a practice: to try it, or that one has begun.</summary>
    public Intention? On(PracticeReference practice) => All.FirstOrDefault(i => i.Practice == practice && i.State != IntentionState.GivenUp);

    IEnumerable<Erasure> IErasable.Erasable => All.Select(ErasureOf);

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => this with { All = [.. All.Where(i => ErasureOf(i) != erased)] };

    private static Erasure ErasureOf(Intention intention) => new("intention", intention.Id);

    /// <summary>With one of them changed.</summary>
    internal MemberIntentions With(Intention changed) => this with { All = [.. All.Select(i => i.Id == changed.Id ? changed : i)] };
}

/// <summary>That a member would like to try a practice.</summary>
public sealed record Intention
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What they would like to try.</summary>
    public required PracticeReference Practice { get; init; }

    /// <summary>When they said so.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When they are asked what became of it; null when they are asked no more.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>True once they have said "not yet": they are asked once more, and then left alone.</summary>
    public bool WasPutOff { get; init; }

    /// <summary>What became of it.</summary>
    public IntentionState State { get; init; }

    /// <summary>Why nothing did, if they say so.</summary>
    public WhyNot? Why { get; init; }

    /// <summary>When they said what became of it.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>What became of an intention.</summary>
public enum IntentionState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>They have begun.</summary>
    Begun,

    /// <summary>They will not.</summary>
    GivenUp,
}

/// <summary>Why nothing came of it.</summary>
public enum WhyNot
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>No time.</summary>
    Time,

    /// <summary>Those who decide do not agree.</summary>
    Direction,

    /// <summary>No money.</summary>
    Money,

    /// <summary>Rules are in the way.</summary>
    Rules,

    /// <summary>It is not right there.</summary>
    NotRight,
}

/// <summary>One member's intentions. Its key is the member's id.</summary>
[Alias("intentions")]
public interface IMemberIntentionsGrain : IRecordGrain<MemberIntentions>;

[GrainType("intentions")]
internal sealed class MemberIntentionsGrain([PersistentState(MemberIntentions.Kind)] IPersistentState<MemberIntentions> state, RecordParts parts)
    : RecordGrain<MemberIntentions>(state, parts), IMemberIntentionsGrain;

/// <summary>Finds the grains of intentions.</summary>
public static class IntentionGrains
{
    /// <summary>What a member would like to try.</summary>
    public static IMemberIntentionsGrain IntentionsOf(this IGrainFactory grains, Guid member) => grains.GetGrain<IMemberIntentionsGrain>(member);
}
