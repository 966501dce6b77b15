using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>
/// Something that a member would like a meeting to be about. Whether it is on an agenda is not written here: the agenda item that was made of it has the topic's id, so
/// the meetings alone say where it stands (<see cref="TopicStanding"/>), and a topic whose item is taken out, or whose meeting is cancelled, is simply proposed again.
/// Only that a meeting treated it is written down once that is over and its agenda no longer changes: so nobody has to look through all the meetings there ever were.
/// Any member proposes, and says that they are interested too; whoever plans meetings puts it on an agenda, keeps it or declines it with words.
/// </summary>
public sealed record Topic : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "topic";

    /// <summary>How many proposals of one member can wait.</summary>
    public const int MostOpen = 20;

    /// <summary>Every save rewrites them, so they have an end; what so many want needs no further word.</summary>
    public const int MostInterested = 500;

    /// <summary>Who proposed it: a member's id. Empty for one that the community's template brought, and once it is withdrawn.</summary>
    public Guid Proposer { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>What it says.</summary>
    public TopicContent Content { get; init; } = new();

    /// <summary>Who is interested too; the proposer is not among them.</summary>
    public IReadOnlyList<Interest> Interested { get; init; } = [];

    /// <summary>When somebody who plans meetings read it and kept it for a later one; null when nobody has.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>Why it was declined; null when it was not.</summary>
    public Declining? Declined { get; init; }

    /// <summary>Which meeting treated it; null until one that did is over.</summary>
    public Treating? Treated { get; init; }

    /// <summary>Meetings that had it on their agenda and did not come to it.</summary>
    public IReadOnlyList<Guid> NotReachedBy { get; init; } = [];

    /// <summary>When its proposer took it back; nothing of what it said is left then.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>False for one that nobody proposed.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty && WithdrawnAt is null;

    /// <summary>True when the actor proposed it.</summary>
    public bool IsBy(Actor actor) => Exists && actor.Id != Guid.Empty && actor.Id == Proposer;

    /// <summary>True when it is the community's, from its template, and nobody's in particular.</summary>
    [JsonIgnore]
    public bool IsFromTemplate => Exists && Proposer == Guid.Empty;

    /// <summary>True when the actor may change it or take it back.</summary>
    public bool MayChange(Actor actor) => IsBy(actor) || (IsFromTemplate && Meeting.Leaders.Allows(actor));

    /// <summary>True when the actor may read it: an answer that declines is for the proposer, and not for everybody.</summary>
    public bool MayRead(Actor actor) => Exists && Access.Members.Allows(actor) && (Declined is null || IsBy(actor) || Meeting.Leaders.Allows(actor));

    /// <summary>True when the actor said that they are interested too.</summary>
    public bool IsWantedBy(Actor actor) => Interested.Any(i => i.Member == actor.Id);

    IEnumerable<Erasure> IErasable.Erasable => Exists ? [.. IsFromTemplate ? Array.Empty<Erasure>() : [new("topic", Id)], .. Interested.Select(InterestOf)] : [];

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) =>
        erased.Kind == "topic" ? Withdrawn(now) : this with { Interested = [.. Interested.Where(i => InterestOf(i) != erased)] };

    /// <summary>What is left of it once it was withdrawn.</summary>
    internal Topic Withdrawn(DateTimeOffset now) => new() { Id = Id, WithdrawnAt = now, Unknown = Unknown };

    private Erasure InterestOf(Interest interest) => new("topic-interest", Erasure.IdOf(Id, interest.Member, interest.At));

    /// <summary>Why nothing can be done with it; null when something can.</summary>
    internal Refusal? RefusalFor(Actor actor) =>
        !MayRead(actor) ? Refusal.Of("topic.unknown")
        : Treated is not null ? Refusal.Of("topic.not-waiting")
        : Declined is not null ? Refusal.Of("topic.declined")
        : null;

    /// <summary>Why the actor cannot change it; null when they can.</summary>
    internal Refusal? RefusalToChange(Actor actor) => RefusalFor(actor) ?? (MayChange(actor) ? null : Refusal.Of("topic.not-yours"));
}

/// <summary>What a topic says.</summary>
[GenerateSerializer, Immutable, Alias("topic-content")]
public sealed record TopicContent
{
    /// <summary>What the meeting would be about, in a line.</summary>
    [Id(0)] public string Title { get; init; } = "";

    /// <summary>Why, in a few words; may be empty.</summary>
    [Id(1)] public string Words { get; init; } = "";

    /// <summary>The language that it is written in: <c>fr</c> or <c>en</c>.</summary>
    [Id(2)] public string Language { get; init; } = "fr";

    /// <summary>What it speaks to.</summary>
    [Id(3)] public TopicStream Stream { get; init; }

    /// <summary>True when other members see who proposed it.</summary>
    [Id(4)] public bool ShowsName { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool Says(TopicContent other) => this with { Unknown = null } == other with { Unknown = null };

    /// <summary>What no topic may be; the form refuses most of it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() => string.IsNullOrWhiteSpace(Title) ? [Refusal.Of("topic.title-missing", nameof(Title))] : [];
}

/// <summary>That somebody is interested too.</summary>
/// <param name="Member">Who.</param>
/// <param name="At">When they said so.</param>
public sealed record Interest(Guid Member, DateTimeOffset At);

/// <summary>That a topic will not be put on an agenda.</summary>
/// <param name="At">When that was said.</param>
/// <param name="By">By whom.</param>
/// <param name="Words">Why, in words for the proposer.</param>
public sealed record Declining(DateTimeOffset At, Guid By, string Words);

/// <summary>That a meeting treated a topic.</summary>
/// <param name="Meeting">Which.</param>
/// <param name="At">When that was written down.</param>
public sealed record Treating(Guid Meeting, DateTimeOffset At);

/// <summary>Where a topic stands, by its own record and by the meetings.</summary>
public enum TopicStanding
{
    /// <summary>In the backlog.</summary>
    Proposed,

    /// <summary>An item of a meeting that is to come, or is on.</summary>
    OnAgenda,

    /// <summary>An item of a meeting that is over.</summary>
    Treated,

    /// <summary>Declined with words.</summary>
    Declined,
}

/// <summary>One topic. Its key is the topic's id, a UUIDv7; the agenda item that is made of it has the same.</summary>
[Alias("topic")]
public interface ITopicGrain : IRecordGrain<Topic>;

[GrainType("topic")]
internal sealed class TopicGrain([PersistentState(Topic.Kind)] IPersistentState<Topic> state, RecordParts parts) : RecordGrain<Topic>(state, parts), ITopicGrain;
